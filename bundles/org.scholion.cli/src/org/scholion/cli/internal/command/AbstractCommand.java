package org.scholion.cli.internal.command;

import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.drafts.AbstractRequest;
import org.scholion.assist.drafts.KeywordAssistant;
import org.scholion.assist.drafts.KeywordAssistant.Keyword;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Command;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.ExitCode;
import org.scholion.cli.internal.FileException;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.MissingPartException;
import org.scholion.cli.internal.Paper;
import org.scholion.cli.internal.Services;
import org.scholion.cli.internal.UsageException;
import org.scholion.cli.internal.report.FindingJson;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code abstract FILE}: an abstract of a paper, or its key words. */
public final class AbstractCommand implements Command {

    private static final String WORDS = "--words";
    private static final String STRUCTURED = "--structured";
    private static final String KEYWORDS = "--keywords";
    private static final int KEYWORD_COUNT = 8;

    private final Services services;

    public AbstractCommand(Services services) {
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("abstract");
        spec.usageMessage()
                .description(Messages.abstract_description)
                .customSynopsis("scholion abstract [OPTIONS] FILE")
                .footer(Messages.abstract_footer.split("\n"));
        spec.addOption(Arguments.value("N", Messages.abstract_words, WORDS));
        spec.addOption(Arguments.flag(Messages.abstract_structured, STRUCTURED));
        spec.addOption(Arguments.flag(Messages.abstract_keywords, KEYWORDS));
        DraftCommands.addOptions(spec);
        return spec;
    }

    @Override
    public ExitCode run(Arguments arguments, Console console, CancelToken cancel)
            throws UsageException, FileException, MissingPartException, CancelledException {
        DraftCommands commands = new DraftCommands(services, arguments, console);
        if (arguments.has(KEYWORDS)) {
            return keywords(commands, console, cancel);
        }
        AbstractRequest request = new AbstractRequest(words(arguments), arguments.has(STRUCTURED));
        return commands.run((assistant, paper) -> assistant.draftAbstract(paper.manuscript(), request, cancel), cancel);
    }

    private static int words(Arguments arguments) throws UsageException {
        String given = arguments.value(WORDS).orElse(String.valueOf(AbstractRequest.USUAL.words()));
        int words = given.matches("\\d{1,4}") ? Integer.parseInt(given) : 0;
        if (words < AbstractRequest.LEAST_WORDS || words > AbstractRequest.MOST_WORDS) {
            throw new UsageException(
                    NLS.bind(Messages.abstract_badWords, new Object[] {given, AbstractRequest.LEAST_WORDS, AbstractRequest.MOST_WORDS}));
        }
        return words;
    }

    private ExitCode keywords(DraftCommands commands, Console console, CancelToken cancel)
            throws FileException, MissingPartException, CancelledException {
        KeywordAssistant assistant =
                services.keywordAssistant().orElseThrow(() -> new MissingPartException(Messages.missing_keywords));
        Optional<Paper> paper = commands.paper(cancel);
        if (paper.isEmpty()) {
            return ExitCode.FILE_FAILED;
        }
        List<Keyword> keywords = assistant.keywords(paper.get().manuscript(), KEYWORD_COUNT, cancel);
        if (commands.json()) {
            console.out().print(json(keywords, paper.get()));
        } else {
            keywords.forEach(keyword -> console.out().println(keyword.text()));
        }
        return ExitCode.DONE;
    }

    private static String json(List<Keyword> keywords, Paper paper) {
        return FindingJson.document(json -> {
            json.beginObject().name("keywords").beginArray();
            for (Keyword keyword : keywords) {
                json.beginObject();
                json.name("text").value(keyword.text());
                json.name("count").value(keyword.count());
                json.name("evidence");
                DraftCommands.writeEvidence(json, keyword.evidence(), paper);
                json.endObject();
            }
            json.endArray().endObject();
        });
    }
}
