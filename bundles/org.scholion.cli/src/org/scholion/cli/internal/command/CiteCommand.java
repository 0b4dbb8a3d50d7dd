package org.scholion.cli.internal.command;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.AssistException;
import org.scholion.assist.Category;
import org.scholion.assist.CheckRequest;
import org.scholion.assist.CheckService;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Finding;
import org.scholion.assist.citations.CitationAssistant;
import org.scholion.assist.citations.CitationNeed;
import org.scholion.assist.citations.CitationPlaces;
import org.scholion.assist.citations.CitationSuggestion;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Command;
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
import org.scholion.cli.internal.report.CitationsHtml;
import org.scholion.cli.internal.report.FindingJson;
import org.scholion.cli.internal.report.SuggestedCitation;
import org.scholion.manuscript.Block;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cite FILE}: sentences that lack a citation, and what could be cited there. */
public final class CiteCommand implements Command {

    private static final String FORMAT = "--format";
    private static final String BATCH = "--batch";
    private static final String LIMIT = "--limit";
    private static final String VERIFY = "--verify";
    private static final String FAIL_ON = "--fail-on";
    private static final int CANDIDATES = 5;
    private static final int BATCH_CANDIDATES = 100;

    /** How the result is written. */
    enum Format {
        TEXT,
        JSON,
        HTML;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Services services;

    public CiteCommand(Services services) {
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("cite");
        spec.usageMessage()
                .description(Messages.cite_description)
                .customSynopsis(
                        "scholion cite [OPTIONS] FILE…",
                        "scholion cite --verify [OPTIONS] FILE…",
                        "scholion cite --library FILE|NAME --batch QUERIES.jsonl")
                .footer(Messages.cite_footer.split("\n"));
        spec.addPositional(Arguments.positional("0..*", "FILE", Messages.cite_file));
        LibrarySources.addOptions(spec);
        spec.addOption(Arguments.value("QUERIES", Messages.cite_batch, BATCH));
        spec.addOption(Arguments.value("N", Messages.cite_limit, LIMIT));
        spec.addOption(Arguments.flag(Messages.cite_verify, VERIFY));
        spec.addOption(Arguments.value("VERDICT", Messages.cite_failOn, FAIL_ON));
        spec.addOption(Arguments.value("FORMAT", Messages.cite_format, "-f", FORMAT));
        DocumentPasswords.addOption(spec);
        return spec;
    }

    @Override
    public ExitCode run(Arguments arguments, Console console, CancelToken cancel)
            throws UsageException, FileException, MissingPartException, CancelledException {
        Format format = arguments.choice(FORMAT, List.of(Format.values()), Format::word, Format.TEXT);
        CitationAssistant assistant =
                services.citationAssistant().orElseThrow(() -> new MissingPartException(Messages.missing_citations));
        LibrarySources sources = new LibrarySources(services, arguments, console);
        boolean batch = arguments.value(BATCH).isPresent();
        if (batch != arguments.positionals().isEmpty()) {
            throw new UsageException(Messages.cite_fileOrBatch);
        }
        boolean verify = arguments.has(VERIFY);
        if (verify && batch || !verify && arguments.value(FAIL_ON).isPresent()) {
            throw new UsageException(verify ? Messages.cite_verifyOrBatch : Messages.cite_failOnVerify);
        }
        int limit = limit(arguments, batch ? BATCH_CANDIDATES : CANDIDATES);
        try {
            if (batch) {
                List<Path> libraries = sources.refreshed(List.of(), cancel);
                int broken = new CitationBatch(assistant, libraries, limit, console)
                        .run(arguments.value(BATCH).orElseThrow(), cancel);
                return broken == 0 ? ExitCode.DONE : ExitCode.FILE_FAILED;
            }
            return verify
                    ? new CitationCheck(services, sources, console).run(arguments, format, cancel)
                    : papers(arguments, format, limit, assistant, sources, console, cancel);
        } catch (AssistException failed) {
            throw new MissingPartException(String.valueOf(failed.getMessage()));
        }
    }

    private static int limit(Arguments arguments, int standard) throws UsageException {
        String given = arguments.value(LIMIT).orElse(String.valueOf(standard));
        if (!given.matches("[1-9]\\d{0,3}")) {
            throw new UsageException(NLS.bind(Messages.cite_badLimit, given));
        }
        return Integer.parseInt(given);
    }

    private ExitCode papers(
            Arguments arguments,
            Format format,
            int limit,
            CitationAssistant assistant,
            LibrarySources sources,
            Console console,
            CancelToken cancel)
            throws UsageException, FileException, MissingPartException, AssistException, CancelledException {
        CheckService service = services.checkService().orElseThrow(() -> new MissingPartException(Messages.missing_checkService));
        Inputs inputs = new Inputs(services.readers(), console, DocumentPasswords.of(arguments, console));
        List<Paper> papers = inputs.read(arguments.positionals(), cancel);
        inputs.failures().forEach(console::say);
        List<SuggestedCitation> places = new ArrayList<>();
        for (Paper paper : papers) {
            List<Path> libraries = sources.of(paper.manuscript(), cancel);
            places.addAll(places(paper, service, assistant, libraries, limit, cancel));
        }
        switch (format) {
            case TEXT -> places.forEach(place -> write(place, console));
            case JSON -> console.out().print(json(places));
            case HTML -> console.out().print(CitationsHtml.document(places));
        }
        return inputs.failures().isEmpty() ? ExitCode.DONE : ExitCode.FILE_FAILED;
    }

    private static List<SuggestedCitation> places(
            Paper paper, CheckService service, CitationAssistant assistant, List<Path> libraries, int limit, CancelToken cancel)
            throws AssistException, CancelledException {
        CheckSettings settings = CheckSettings.DEFAULT.withCategories(Set.of(Category.CITATION)).withRulesOn(Set.of(CitationNeed.RULE));
        List<SuggestedCitation> places = new ArrayList<>();
        for (Finding finding : service.check(CheckRequest.of(paper.manuscript(), settings), cancel).findings()) {
            boolean need = finding.advice().rule().equals(CitationNeed.RULE) && finding.anchor().isPresent();
            if (need && paper.asksAbout(finding.range())) {
                Finding.Anchor anchor = finding.anchor().get();
                Block block = paper.manuscript().blocks().get(anchor.blockIndex());
                List<CitationSuggestion> candidates = assistant.suggest(
                        CitationPlaces.inBlock(paper.manuscript(), block, CitationNeed.place(block, anchor.range())),
                        libraries,
                        limit,
                        cancel);
                places.add(new SuggestedCitation(paper, finding, candidates));
            }
        }
        return places;
    }

    private static void write(SuggestedCitation place, Console console) {
        Paper paper = place.paper();
        Finding finding = place.finding();
        String where = paper.place(finding.range().unit(), finding.range().range().start());
        console.out().println(console.style().place(where) + ' ' + finding.advice().message());
        console.out().println("    " + finding.text().replaceAll("\\s+", " "));
        for (CitationSuggestion one : place.candidates()) {
            String who = one.people().isEmpty() ? "" : one.people().getFirst() + (one.people().size() > 1 ? " et al." : "");
            console.out().println("  " + one.key() + "  " + console.style().dim((who + ' ' + one.year()).strip() + ". " + one.title()));
            console.out().println("      " + console.style().dim(one.reason()));
        }
    }

    private static String json(List<SuggestedCitation> places) {
        return FindingJson.document(json -> {
            json.beginObject();
            json.name("version").value(1);
            json.name("places").beginArray();
            for (SuggestedCitation place : places) {
                json.beginObject();
                json.name("finding");
                FindingJson.write(json, place.paper(), place.finding());
                json.name("ranked").beginArray();
                for (CitationSuggestion one : place.candidates()) {
                    writeCandidate(json, one);
                }
                json.endArray();
                json.endObject();
            }
            json.endArray();
            json.endObject();
        });
    }

    private static void writeCandidate(JsonWriter json, CitationSuggestion one) throws IOException {
        json.beginObject();
        json.name("key").value(one.key());
        json.name("library").value(one.library().toString());
        json.name("title").value(one.title());
        json.name("year").value(one.year());
        json.name("score").value(one.score());
        json.name("reason").value(one.reason());
        json.endObject();
    }
}
