package org.scholion.cli.internal.command;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.RuleDescription;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Command;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.ExitCode;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.RuleBook;
import org.scholion.cli.internal.Style;
import org.scholion.cli.internal.UsageException;
import org.scholion.cli.internal.report.FindingJson;
import org.scholion.cli.internal.report.Labels;
import org.scholion.text.CancelToken;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rules [ID…]}: the rules and what they are for. */
public final class RulesCommand implements Command {

    private static final String FORMAT = "--format";

    private final RuleBook rules;

    public RulesCommand(RuleBook rules) {
        this.rules = rules;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("rules");
        spec.usageMessage()
                .description(Messages.rules_description)
                .customSynopsis("scholion rules [OPTIONS] [ID…]")
                .footer(Messages.rules_footer.split("\n"));
        spec.addPositional(Arguments.positional("0..*", "ID", Messages.rules_id));
        spec.addOption(Arguments.value("FORMAT", Messages.option_textOrJson, "-f", FORMAT));
        return spec;
    }

    @Override
    public ExitCode run(Arguments arguments, Console console, CancelToken cancel) throws UsageException {
        boolean json = arguments.choice(FORMAT, List.of(false, true), asJson -> asJson ? "json" : "text", false);
        List<String> ids = arguments.positionals();
        List<RuleDescription> wanted = rules.all().stream().filter(rule -> ids.isEmpty() || ids.contains(rule.id())).toList();
        for (String id : ids) {
            if (wanted.stream().noneMatch(rule -> rule.id().equals(id))) {
                throw new UsageException(NLS.bind(Messages.usage_noSuchRule, id));
            }
        }
        if (json) {
            console.out().print(json(wanted));
        } else if (ids.isEmpty()) {
            writeList(wanted, console.out(), console.style());
        } else {
            wanted.forEach(rule -> explain(rule, console.out(), console.style()));
        }
        return ExitCode.DONE;
    }

    private static void writeList(List<RuleDescription> rules, PrintStream out, Style style) {
        int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
        for (RuleDescription rule : rules) {
            String off = rule.onByDefault() ? "" : ' ' + style.dim(Messages.rules_off);
            out.println(style.bold(rule.id()) + " ".repeat(width - rule.id().length() + 2) + rule.title() + off);
        }
    }

    private static void explain(RuleDescription rule, PrintStream out, Style style) {
        out.println(style.bold(rule.id()) + "  " + rule.title());
        String off = rule.onByDefault() ? "" : ", " + Messages.rules_off;
        out.println(style.dim(Labels.of(rule.category()) + ", " + rule.origin() + off));
        out.println();
        out.println(rule.reason());
        out.println();
        out.println(NLS.bind(Messages.rules_wrong, style.removed(rule.wrong())));
        out.println(NLS.bind(Messages.rules_right, style.added(rule.right())));
        out.println();
    }

    private static String json(List<RuleDescription> rules) {
        return FindingJson.document(json -> {
            json.beginObject().name("rules").beginArray();
            for (RuleDescription rule : rules) {
                write(json, rule);
            }
            json.endArray().endObject();
        });
    }

    private static void write(JsonWriter json, RuleDescription rule) throws IOException {
        json.beginObject();
        json.name("id").value(rule.id());
        json.name("category").value(rule.category().id());
        json.name("title").value(rule.title());
        json.name("reason").value(rule.reason());
        json.name("wrong").value(rule.wrong());
        json.name("right").value(rule.right());
        json.name("on").value(rule.onByDefault());
        json.name("origin").value(rule.origin().toString());
        json.endObject();
    }
}
