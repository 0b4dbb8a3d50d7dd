package org.scholion.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.OpenTexts.OpenText;
import org.scholion.manuscript.SourceMap.Origin;
import org.scholion.manuscript.SourceMap.Segment;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.latex.internal.LatexReader;
import org.scholion.text.CancelToken;
import org.scholion.text.Revision;

/** Broken LaTeX: no exception, no hang, and what is read still stands where it is said to stand. */
class LatexReaderFuzzTest {

    private static final int RUNS = Integer.getInteger("scholion.fuzz.runs", 400);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String BUILT_IN = """
            \\documentclass[ngerman]{article}\\usepackage{babel}
            \\newcommand{\\name}[2][x]{\\emph{#2} of #1}
            \\newenvironment{box}[1]{\\begin{quote}#1}{\\end{quote}}
            \\begin{document}
            \\title{A title\\thanks{note}}
            \\section{One $x$ \\label{a}} Text with \\name[y]{words}, see \\ref{a} and~\\cite[p.~2]{k1,k2}. % comment
            \\begin{figure}\\caption[short]{A \\textbf{caption}}\\end{figure}
            \\begin{box}{first}\\begin{itemize}\\item one\\footnote{a note} \\item two\\end{itemize}\\end{box}
            \\[ a = b. \\] Where \\verb|code{| and \\SI{3}{\\metre} stand. \\iffalse hidden \\else shown \\fi
            \\begin{tabular}{ll} a b & c d \\\\ e f & g \\end{tabular}
            \\begin{thebibliography}{9}\\bibitem{k1} Somebody. Something.\\end{thebibliography}
            \\end{document}
            """;

    @Test
    void brokenFilesAreReadAsFarAsTheyGo() throws Exception {
        long seed = Long.getLong("scholion.seed", System.nanoTime());
        System.out.println("scholion.seed=" + seed + " scholion.fuzz.runs=" + RUNS);
        List<String> texts = texts();
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            long own = random.nextLong();
            String text = new Mutations(own).mutate(texts.get(random.nextInt(texts.size())));
            String name = "seed " + seed + ", run " + run;
            assertTimeoutPreemptively(LIMIT, () -> check(text, name), name);
        }
    }

    private static void check(String text, String name) throws Exception {
        Path path = Path.of("main.tex").toAbsolutePath();
        OpenTexts open = file -> file.equals(path) ? Optional.of(new OpenText(text, new Revision(1))) : Optional.empty();
        Manuscript manuscript;
        try {
            manuscript = new LatexReader().read(path, open, CancelToken.NEVER);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(name, e);
        }
        for (Block block : manuscript.blocks()) {
            for (Segment segment : block.prose().map().segments()) {
                SourceText source = manuscript.source(segment.source().unit()).orElseThrow();
                assertTrue(segment.source().range().end() <= source.text().length(), name);
                if (segment.origin() == Origin.VERBATIM) {
                    assertEquals(segment.source().range().of(source.text()), segment.prose().of(block.prose().text()), name);
                }
            }
        }
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>(List.of(BUILT_IN));
        String set = System.getProperty("scholion.data");
        Path data = set == null ? Path.of(System.getProperty("scholion.root", "../..")).resolve("../shared/data") : Path.of(set);
        for (String folder : List.of("latex-torture-dev", "latex-dev")) {
            Path path = data.resolve(folder);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    for (Path file : files.filter(f -> f.toString().endsWith(".tex")).sorted().toList()) {
                        String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                        texts.add(text.substring(0, Math.min(text.length(), 40_000)));
                    }
                }
            }
        }
        return texts;
    }
}
