package org.scholion.cli.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scholion.assist.Severity;
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
import org.scholion.cli.internal.RuleBook;
import org.scholion.cli.internal.Services;
import org.scholion.cli.internal.Style;
import org.scholion.cli.internal.UsageException;
import org.scholion.cli.internal.report.CheckedPaper;
import org.scholion.cli.internal.report.FindingsFormat;
import org.scholion.cli.internal.report.FindingsHtml;
import org.scholion.cli.internal.report.FindingsJson;
import org.scholion.cli.internal.report.FindingsSarif;
import org.scholion.cli.internal.report.FindingsText;
import org.scholion.cli.internal.report.Report;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code check FILE…}: findings of all assistants. */
public final class CheckCommand implements Command {

    private static final String FORMAT = "--format";
    private static final String FAIL_ON = "--fail-on";
    private static final String OUTPUT = "--output";

    /** The values of {@code --format}. */
    private enum Format {
        TEXT,
        JSON,
        SARIF,
        HTML;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Services services;
    private final String version;

    public CheckCommand(Services services, String version) {
        this.services = services;
        this.version = version;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("check");
        spec.usageMessage()
                .description(Messages.check_description)
                .customSynopsis("scholion check [OPTIONS] FILE…")
                .footer(Messages.check_footer.split("\n"));
        spec.addPositional(Arguments.positional("1..*", "FILE", Messages.check_file));
        Checker.addOptions(spec);
        spec.addOption(Arguments.value("FORMAT", Messages.check_format, "-f", FORMAT));
        spec.addOption(Arguments.value("SEVERITY", Messages.check_failOn, FAIL_ON));
        spec.addOption(Arguments.value("OUT", Messages.check_output, "-o", OUTPUT));
        DocumentPasswords.addOption(spec);
        return spec;
    }

    @Override
    public ExitCode run(Arguments arguments, Console console, CancelToken cancel)
            throws UsageException, FileException, MissingPartException, CancelledException {
        long start = System.nanoTime();
        Format format = arguments.choice(FORMAT, List.of(Format.values()), Format::id, Format.TEXT);
        Severity failOn = arguments.choice(FAIL_ON, List.of(Severity.values()), Severity::id, Severity.ERROR);
        Optional<String> output = arguments.value(OUTPUT);
        Checker checker = new Checker(services, arguments, console);
        Inputs inputs = new Inputs(services.readers(), console, DocumentPasswords.of(arguments, console));
        List<CheckedPaper> checked = new ArrayList<>();
        try (ProgressLine line = new ProgressLine(console)) {
            for (Paper paper : inputs.read(arguments.positionals(), cancel)) {
                checked.add(checker.check(paper, line, cancel));
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Report report = new Report(checked, inputs.failures(), console.folder(), seconds, version);
        inputs.failures().forEach(console::say);
        for (CheckedPaper paper : checked) {
            paper.paper().problems().forEach(console::say);
            paper.failures().forEach(console::say);
            paper.limitations().forEach(console::say);
        }
        String text = formatOf(format, output.isPresent() ? Style.PLAIN : console.style()).format(report);
        if (output.isPresent()) {
            OutputFile.write(console, output.get(), text);
        } else {
            console.out().print(text);
        }
        return exitCode(report, failOn);
    }

    private FindingsFormat formatOf(Format format, Style style) {
        return switch (format) {
            case TEXT -> new FindingsText(style);
            case JSON -> new FindingsJson();
            case SARIF -> new FindingsSarif(new RuleBook(services));
            case HTML -> new FindingsHtml();
        };
    }

    private static ExitCode exitCode(Report report, Severity failOn) {
        if (!report.unreadable().isEmpty()) {
            return ExitCode.FILE_FAILED;
        }
        if (report.papers().stream().anyMatch(paper -> !paper.failures().isEmpty())) {
            return ExitCode.PART_MISSING;
        }
        boolean found = report.findings().anyMatch(finding -> finding.advice().severity().compareTo(failOn) >= 0);
        return found ? ExitCode.FINDINGS : ExitCode.DONE;
    }
}
