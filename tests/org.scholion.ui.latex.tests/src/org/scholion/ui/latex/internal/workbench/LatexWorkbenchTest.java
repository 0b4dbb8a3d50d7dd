package org.scholion.ui.latex.internal.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.Paper;
import org.scholion.jobs.PaperChecks;
import org.scholion.manuscript.Manuscript;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.LoggedErrors;
import org.scholion.testkit.ScholionBot;

/** A plain Eclipse workbench with a paper in several files, outside of the workspace; a test fails when an error is logged. */
abstract class LatexWorkbenchTest {

    static final String GENERIC = "org.eclipse.ui.genericeditor.GenericEditor";
    static final Duration LONG = Duration.ofSeconds(60);

    private static final ServiceCaller<PaperChecks> CHECKS = new ServiceCaller<>(LatexWorkbenchTest.class, PaperChecks.class);

    final ScholionBot bot = new ScholionBot();

    @TempDir
    Path folder;

    Path main;
    Path results;
    private LoggedErrors errors;

    @BeforeEach
    void writePaper() throws IOException {
        errors = new LoggedErrors();
        bot.waitForWorkbench();
        main = folder.resolve("main.tex");
        results = folder.resolve("results.tex");
        Files.writeString(main, """
                \\documentclass{article}
                \\usepackage{amsmath}
                \\newcommand{\\vect}[1]{\\mathbf{#1}}
                \\begin{document}
                \\section{Introduction}
                \\label{sec:intro}
                As shown by \\cite{knuth84}, see Figure~\\ref{fig:plot} and \\eqref{eq:one}.
                \\begin{equation}
                  \\vect{x} = 0 \\label{eq:one}
                \\end{equation}

                \\input{results}
                \\section{Conclusion}
                The end.
                \\bibliography{refs}
                \\end{document}
                """);
        Files.writeString(results, """
                \\section{Results}
                \\begin{figure}
                  \\rule{1cm}{1cm}
                  \\caption{A plot of everything}
                  \\label{fig:plot}
                \\end{figure}
                Words of the results.
                """);
        Files.writeString(folder.resolve("refs.bib"), """
                @book{knuth84,
                  author = {Knuth, Donald E.},
                  title = {The {\\TeX}book},
                  publisher = {Addison-Wesley},
                  year = {1984}
                }
                """);
    }

    @AfterEach
    void closeEverything() throws InterruptedException {
        bot.closeAllEditors();
        for (JobFamily family : JobFamily.values()) {
            Job.getJobManager().join(family, null);
        }
        List<String> logged =
                errors.take().stream().map(status -> status + " " + status.getException()).toList();
        errors.close();
        assertEquals(List.of(), logged);
    }

    /** Opens a file of the paper and waits until the paper was read. */
    BotEditor open(Path file) {
        BotEditor editor = bot.open(file, GENERIC);
        bot.waitUntil(() -> manuscript(file).isPresent(), file.getFileName() + " is read", LONG);
        return editor;
    }

    Optional<Manuscript> manuscript(Path file) {
        return CHECKS.current().flatMap(checks -> checks.paper(file)).flatMap(Paper::manuscript);
    }
}
