package org.scholion.cli.internal.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.AssistException;
import org.scholion.assist.citations.CitationSupport.Verdict;
import org.scholion.assist.citations.CitationSupport;
import org.scholion.assist.citations.CitationVerifier;
import org.scholion.assist.citations.CitedSentence;
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
import org.scholion.cli.internal.report.VerifiedCitation;
import org.scholion.cli.internal.report.VerifiedCitations;
import org.scholion.library.LibraryException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** {@code cite --verify FILE}: whether the works that papers cite say what they are cited for. */
final class CitationCheck {

    private static final String FAIL_ON = "--fail-on";

    private final Services services;
    private final LibrarySources sources;
    private final Console console;

    /** What makes the command fail. */
    private enum FailOn {
        NEVER(EnumSet.noneOf(Verdict.class)),
        CONTRADICTED(EnumSet.of(Verdict.CONTRADICTED)),
        NOT_FOUND(EnumSet.of(Verdict.CONTRADICTED, Verdict.NOT_FOUND));

        private final Set<Verdict> verdicts;

        FailOn(Set<Verdict> verdicts) {
            this.verdicts = verdicts;
        }

        String word() {
            return this == NOT_FOUND ? VerifiedCitation.word(Verdict.NOT_FOUND) : name().toLowerCase(Locale.ROOT);
        }
    }

    CitationCheck(Services services, LibrarySources sources, Console console) {
        this.services = services;
        this.sources = sources;
        this.console = console;
    }

    ExitCode run(Arguments arguments, CiteCommand.Format format, CancelToken cancel)
            throws UsageException, FileException, MissingPartException, AssistException, CancelledException {
        FailOn failOn = arguments.choice(FAIL_ON, List.of(FailOn.values()), FailOn::word, FailOn.NEVER);
        CitationVerifier verifier =
                services.citationVerifier().orElseThrow(() -> new MissingPartException(Messages.missing_citations));
        Inputs inputs = new Inputs(services.readers(), console, DocumentPasswords.of(arguments, console));
        List<Paper> papers = inputs.read(arguments.positionals(), cancel);
        inputs.failures().forEach(console::say);
        List<VerifiedCitation> verified = new ArrayList<>();
        for (Paper paper : papers) {
            verify(paper, verifier, verified, cancel);
        }
        console.out().print(switch (format) {
            case TEXT -> VerifiedCitations.text(verified, console.style());
            case JSON -> VerifiedCitations.json(verified);
            case HTML -> VerifiedCitations.html(verified);
        });
        if (!inputs.failures().isEmpty()) {
            return ExitCode.FILE_FAILED;
        }
        boolean fails = verified.stream().anyMatch(one -> failOn.verdicts.contains(one.support().verdict()));
        return fails ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private void verify(Paper paper, CitationVerifier verifier, List<VerifiedCitation> verified, CancelToken cancel)
            throws UsageException, FileException, AssistException, CancelledException {
        List<Path> libraries = sources.of(paper.manuscript(), cancel);
        List<CitedSentence> sentences =
                CitedSentence.of(paper.manuscript()).stream().filter(one -> paper.asksAbout(one.range())).toList();
        try (ProgressLine line = new ProgressLine(console)) {
            for (int i = 0; i < sentences.size(); i++) {
                cancel.check();
                line.show(NLS.bind(Messages.verify_progress, i + 1, sentences.size()));
                CitedSentence one = sentences.get(i);
                CitationSupport support = verifier.verify(one.text(), one.key(), libraries, cancel);
                verified.add(new VerifiedCitation(paper, one, sources.library().reference(libraries, one.key()), support));
            }
        } catch (LibraryException failed) {
            throw new FileException(String.valueOf(failed.getMessage()), failed);
        }
    }
}
