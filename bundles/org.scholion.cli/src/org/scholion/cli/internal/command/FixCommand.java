package org.scholion.cli.internal.command;

import com.google.gson.stream.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.Finding;
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
import org.scholion.cli.internal.Style;
import org.scholion.cli.internal.UsageException;
import org.scholion.cli.internal.report.CheckedPaper;
import org.scholion.cli.internal.report.FindingJson;
import org.scholion.manuscript.ManuscriptWriter;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdits;
import picocli.CommandLine.Model.CommandSpec;

/** {@code fix FILE}: applies findings. */
public final class FixCommand implements Command {

    private static final String FORMAT = "--format";
    private static final String ALL = "--all";
    private static final String YES = "--yes";
    private static final String OUTPUT = "--output";
    private static final String BACKUP = "--backup";
    private static final String WORD = "word";
    private static final String TRACK_CHANGES = "--track-changes";
    private static final String COMMENTS = "--comments";
    private static final String PLAIN = "--plain";
    /** How changes of Word documents are written; the first one where nothing is said. */
    private static final Map<String, ManuscriptWriter.Mode> WORD_OPTIONS = new LinkedHashMap<>();

    static {
        WORD_OPTIONS.put(TRACK_CHANGES, ManuscriptWriter.Mode.TRACKED_CHANGES);
        WORD_OPTIONS.put(COMMENTS, ManuscriptWriter.Mode.COMMENTS);
        WORD_OPTIONS.put(PLAIN, ManuscriptWriter.Mode.PLAIN);
    }

    private final Services services;

    public FixCommand(Services services) {
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("fix");
        spec.usageMessage()
                .description(Messages.fix_description)
                .customSynopsis("scholion fix [OPTIONS] FILE")
                .footer(Messages.fix_footer.split("\n"));
        spec.addPositional(Arguments.positional("1", "FILE", Messages.fix_file));
        spec.addOption(Arguments.flag(Messages.fix_all, ALL));
        spec.addOption(Arguments.flag(Messages.fix_yes, "-y", YES));
        spec.addOption(Arguments.value("OUT", Messages.fix_output, "-o", OUTPUT));
        spec.addOption(Arguments.flag(Messages.fix_backupOption, BACKUP));
        Checker.addOptions(spec);
        spec.addOption(Arguments.value("FORMAT", Messages.fix_format, "-f", FORMAT));
        spec.addOption(Arguments.flag(Messages.fix_trackChanges, TRACK_CHANGES));
        spec.addOption(Arguments.flag(Messages.fix_comments, COMMENTS));
        spec.addOption(Arguments.flag(Messages.fix_plain, PLAIN));
        DocumentPasswords.addOption(spec);
        return spec;
    }

    @Override
    public ExitCode run(Arguments arguments, Console console, CancelToken cancel)
            throws UsageException, FileException, MissingPartException, CancelledException {
        String file = arguments.positionals().getFirst();
        boolean json = arguments.choice(FORMAT, List.of(false, true), asJson -> asJson ? "json" : "text", false);
        boolean standardInput = file.equals(Inputs.STANDARD_INPUT);
        Optional<String> output = arguments.value(OUTPUT);
        List<String> wordOptions = WORD_OPTIONS.keySet().stream().filter(arguments::has).toList();
        if (wordOptions.size() > 1 && wordOptions.contains(PLAIN)) {
            throw new UsageException(NLS.bind(Messages.usage_oneOf, wordOptions.getFirst(), PLAIN));
        }
        if (standardInput && json && output.isEmpty()) {
            throw new UsageException(Messages.usage_jsonNeedsOutput);
        }
        if (arguments.has(BACKUP) && (standardInput || output.isPresent())) {
            throw new UsageException(NLS.bind(Messages.usage_backup, BACKUP));
        }
        Checker checker = new Checker(services, arguments, console);
        if (standardInput && arguments.has(FORMAT) && !json) {
            return fixLines(checker, arguments, console, cancel);
        }
        DocumentPasswords passwords = DocumentPasswords.of(arguments, console);
        Inputs inputs = new Inputs(services.readers(), console, passwords);
        Optional<CheckedPaper> checked = check(file, wordOptions, inputs, checker, console, cancel);
        if (checked.isEmpty()) {
            inputs.failures().forEach(console::say);
            return ExitCode.FILE_FAILED;
        }
        Fixes fixes = Fixes.choose(checked.get(), arguments.has(ALL));
        Optional<String> written = standardInput
                ? writeText(checked.get().paper(), fixes, output, console)
                : write(
                        checked.get().paper(), fixes, new PaperOutput(services, console, passwords, file, output, arguments.has(BACKUP)),
                        arguments, json, cancel);
        if (json) {
            console.out().print(json(checked.get(), fixes, written));
        }
        return checked.get().failures().isEmpty() ? ExitCode.DONE : ExitCode.PART_MISSING;
    }

    private static ExitCode fixLines(Checker checker, Arguments arguments, Console console, CancelToken cancel)
            throws FileException, CancelledException {
        String text = Inputs.readStandardInput(console);
        String fixed;
        try (ProgressLine line = new ProgressLine(console)) {
            fixed = new LineFixer(checker, console, arguments.has(ALL)).fix(text, line, cancel);
        }
        Optional<String> output = arguments.value(OUTPUT);
        if (output.isPresent()) {
            OutputFile.write(console, output.get(), fixed);
        } else {
            console.out().print(fixed);
        }
        return ExitCode.DONE;
    }

    private static Optional<CheckedPaper> check(
            String file, List<String> wordOptions, Inputs inputs, Checker checker, Console console, CancelToken cancel)
            throws FileException, UsageException, CancelledException {
        if (!file.equals(Inputs.STANDARD_INPUT) && isFolder(console, file)) {
            throw new UsageException(NLS.bind(Messages.usage_oneFile, file));
        }
        List<Paper> papers = inputs.read(List.of(file), cancel);
        if (papers.isEmpty()) {
            return Optional.empty();
        }
        Paper paper = papers.getFirst();
        if (!wordOptions.isEmpty() && !isWord(paper)) {
            throw new UsageException(NLS.bind(Messages.usage_wordOnly, wordOptions.getFirst(), file));
        }
        CheckedPaper checked;
        try (ProgressLine line = new ProgressLine(console)) {
            checked = checker.check(paper, line, cancel);
        }
        paper.problems().forEach(console::say);
        checked.failures().forEach(console::say);
        checked.limitations().forEach(console::say);
        return Optional.of(checked);
    }

    private static boolean isWord(Paper paper) {
        return paper.manuscript().format().equals(WORD);
    }

    private static ManuscriptWriter.Mode mode(Arguments arguments, Paper paper) {
        if (!isWord(paper)) {
            return ManuscriptWriter.Mode.PLAIN;
        }
        if (arguments.has(TRACK_CHANGES) && arguments.has(COMMENTS)) {
            return ManuscriptWriter.Mode.TRACKED_CHANGES_WITH_COMMENTS;
        }
        return WORD_OPTIONS.entrySet().stream()
                .filter(option -> arguments.has(option.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ManuscriptWriter.Mode.TRACKED_CHANGES);
    }

    private static boolean isFolder(Console console, String file) {
        try {
            return Files.isDirectory(console.folder().resolve(file));
        } catch (InvalidPathException impossible) {
            return false;
        }
    }

    /** Writes the changed text of standard input to where it is wanted. */
    private static Optional<String> writeText(Paper paper, Fixes fixes, Optional<String> output, Console console)
            throws FileException {
        SourceUnit unit = paper.manuscript().root();
        String fixed = new TextEdits(fixes.editsOf(unit)).applyTo(paper.text(unit));
        if (output.isPresent()) {
            OutputFile.write(console, output.get(), fixed);
        } else {
            console.out().print(fixed);
        }
        return output;
    }

    /** Shows the changes, asks, writes; nothing when nothing was written. */
    private static Optional<String> write(
            Paper paper, Fixes fixes, PaperOutput place, Arguments arguments, boolean json, CancelToken cancel)
            throws FileException, MissingPartException, CancelledException {
        Console console = place.console();
        if (fixes.edits().isEmpty()) {
            console.say(MessageFormat.format(Messages.fix_nothing, fixes.skipped().size()));
            if (place.output().isEmpty()) {
                return Optional.empty();
            }
        }
        if (place.output().isEmpty()) {
            requireWritable(paper, fixes);
        }
        if (!fixes.edits().isEmpty() && !arguments.has(YES)) {
            showDiff(paper, fixes, json ? console.err() : console.out(), json ? Style.PLAIN : console.style());
            if (!isConfirmed(paper, fixes, console)) {
                return Optional.empty();
            }
        }
        String written = place.write(paper, fixes, mode(arguments, paper), cancel);
        console.say(MessageFormat.format(Messages.fix_done, fixes.applied().size(), written, fixes.skipped().size()));
        return Optional.of(written);
    }

    /** A write-protected file could be replaced all the same, which is not what its owner wants. */
    private static void requireWritable(Paper paper, Fixes fixes) throws FileException {
        for (SourceUnit unit : fixes.units(paper.manuscript())) {
            if (!Files.isWritable(unit.path())) {
                throw new FileException(NLS.bind(Messages.output_protected, paper.nameOf(unit)));
            }
        }
    }

    private static void showDiff(Paper paper, Fixes fixes, PrintStream out, Style style) {
        for (SourceUnit unit : fixes.units(paper.manuscript())) {
            out.print(new UnifiedDiff(paper.text(unit), style).of(paper.nameOfText(unit), fixes.editsOf(unit)));
        }
        out.flush();
    }

    private static boolean isConfirmed(Paper paper, Fixes fixes, Console console) throws FileException {
        if (!console.canAsk()) {
            console.say(Messages.fix_notWritten);
            return false;
        }
        long files = fixes.units(paper.manuscript()).stream().map(SourceUnit::path).distinct().count();
        console.err().print(MessageFormat.format(Messages.fix_question, fixes.applied().size(), files));
        console.err().flush();
        try {
            BufferedReader reader = new BufferedReader(new InputStreamReader(console.in(), Charset.defaultCharset()));
            String answer = reader.readLine();
            boolean yes = answer != null && List.of("y", "yes", "是").contains(answer.strip().toLowerCase(Locale.ROOT));
            if (!yes) {
                console.say(Messages.fix_declined);
            }
            return yes;
        } catch (IOException unreadable) {
            throw new FileException(NLS.bind(Messages.input_unreadable, Inputs.STANDARD_INPUT, unreadable.getMessage()), unreadable);
        }
    }

    private static String json(CheckedPaper checked, Fixes fixes, Optional<String> written) {
        return FindingJson.document(json -> {
            json.beginObject();
            json.name("applied");
            writeFindings(json, checked.paper(), written.isPresent() ? fixes.applied() : List.of());
            json.name("skipped");
            writeFindings(json, checked.paper(), written.isPresent() ? fixes.skipped() : checked.findings());
            json.name("output");
            if (written.isPresent()) {
                json.value(written.get());
            } else {
                json.nullValue();
            }
            json.endObject();
        });
    }

    private static void writeFindings(JsonWriter json, Paper paper, List<Finding> findings) throws IOException {
        json.beginArray();
        for (Finding finding : findings) {
            FindingJson.write(json, paper, finding);
        }
        json.endArray();
    }
}
