package org.scholion.cli.internal.command;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.AssistException;
import org.scholion.assist.drafts.Draft;
import org.scholion.assist.drafts.DraftAssistant.Engine;
import org.scholion.assist.drafts.DraftAssistant;
import org.scholion.assist.drafts.DraftSentence;
import org.scholion.assist.drafts.Evidence;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.DocumentPasswords;
import org.scholion.cli.internal.ExitCode;
import org.scholion.cli.internal.FileException;
import org.scholion.cli.internal.Inputs;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.MissingPartException;
import org.scholion.cli.internal.Paper;
import org.scholion.cli.internal.Services;
import org.scholion.cli.internal.UsageException;
import org.scholion.cli.internal.report.FindingJson;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands have in common that make a text from a paper. */
final class DraftCommands {

    private static final String FORMAT = "--format";
    private static final String ENGINE = "--engine";
    private static final String EVIDENCE = "--evidence";

    private final Services services;
    private final Arguments arguments;
    private final Console console;
    private final boolean json;
    private final Engine engine;

    /** Makes the text of one paper. */
    @FunctionalInterface
    interface Making {
        Draft of(DraftAssistant assistant, Paper paper) throws AssistException, CancelledException;
    }

    DraftCommands(Services services, Arguments arguments, Console console) throws UsageException {
        this.services = services;
        this.arguments = arguments;
        this.console = console;
        json = arguments.choice(FORMAT, List.of(false, true), asJson -> asJson ? "json" : "text", false);
        engine = arguments.choice(ENGINE, List.of(Engine.values()), DraftCommands::word, Engine.EXTRACTIVE);
    }

    static void addOptions(CommandSpec spec) {
        spec.addPositional(Arguments.positional("1", "FILE", Messages.draft_file));
        spec.addOption(Arguments.value("ENGINE", Messages.draft_engine, ENGINE));
        spec.addOption(Arguments.flag(Messages.draft_evidence, EVIDENCE));
        spec.addOption(Arguments.value("FORMAT", Messages.option_textOrJson, "-f", FORMAT));
        DocumentPasswords.addOption(spec);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    boolean json() {
        return json;
    }

    /** The one paper that was named; empty, after saying why, where it cannot be read. */
    Optional<Paper> paper(CancelToken cancel) throws FileException, CancelledException {
        Inputs inputs = new Inputs(services.readers(), console, DocumentPasswords.of(arguments, console));
        List<Paper> papers = inputs.read(arguments.positionals(), cancel);
        inputs.failures().forEach(console::say);
        papers.forEach(paper -> paper.problems().forEach(console::say));
        return papers.stream().findFirst();
    }

    ExitCode run(Making making, CancelToken cancel) throws FileException, MissingPartException, CancelledException {
        DraftAssistant assistant = services.draftAssistants().stream()
                .filter(one -> one.engine() == engine)
                .findFirst()
                .orElseThrow(() -> new MissingPartException(NLS.bind(Messages.missing_drafts, word(engine))));
        Optional<Paper> paper = paper(cancel);
        if (paper.isEmpty()) {
            return ExitCode.FILE_FAILED;
        }
        try {
            Draft draft = making.of(assistant, paper.get());
            if (json) {
                console.out().print(json(draft, paper.get()));
            } else {
                write(draft, paper.get());
            }
            return ExitCode.DONE;
        } catch (AssistException failed) {
            throw new FileException(paper.get().names().getFirst() + ": " + failed.getMessage(), failed);
        }
    }

    private void write(Draft draft, Paper paper) {
        for (DraftSentence sentence : draft.sentences()) {
            String mark = sentence.supported() ? "" : console.style().dim(" [" + Messages.draft_noSource + ']');
            console.out().println(sentence.text() + mark);
            if (arguments.has(EVIDENCE)) {
                sentence.evidence().forEach(evidence -> write(evidence, paper));
            }
        }
    }

    private void write(Evidence evidence, Paper paper) {
        String place = paper.place(evidence.range().unit(), evidence.range().range().start());
        console.out().println("    " + console.style().place(place) + ' ' + console.style().dim(evidence.section()));
        console.out().println("    " + console.style().dim(evidence.text().replaceAll("\\s+", " ")));
    }

    private static String json(Draft draft, Paper paper) {
        return FindingJson.document(json -> {
            json.beginObject().name("sentences").beginArray();
            for (DraftSentence sentence : draft.sentences()) {
                write(json, sentence, paper);
            }
            json.endArray();
            json.name("model").value(draft.origin().toString());
            json.name("device").value(draft.device());
            json.endObject();
        });
    }

    static void write(JsonWriter json, DraftSentence sentence, Paper paper) throws IOException {
        json.beginObject();
        json.name("text").value(sentence.text());
        json.name("markup").value(sentence.markup());
        json.name("role").value(sentence.role().map(DraftCommands::word).orElse(""));
        json.name("evidence").beginArray();
        for (Evidence evidence : sentence.evidence()) {
            writeEvidence(json, evidence, paper);
        }
        json.endArray();
        json.name("supported").value(sentence.supported());
        json.endObject();
    }

    static void writeEvidence(JsonWriter json, Evidence evidence, Paper paper) throws IOException {
        json.beginObject();
        FindingJson.writeUnit(json, paper, evidence.range().unit());
        json.name("offset").value(evidence.range().range().start());
        json.name("length").value(evidence.range().range().length());
        json.name("section").value(evidence.section());
        json.name("text").value(evidence.text());
        json.endObject();
    }
}
