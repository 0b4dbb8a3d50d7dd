package org.scholion.ui.latex.internal.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.scholion.text.LineIndex;

/** What an editor does with every file of many published papers. */
class RealPapersTest {

    @Test
    void tokensAndFoldsOfEveryFileAreInOrder() throws IOException {
        int files = 0;
        for (Path file : papers()) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            int end = 0;
            for (Token token : LineColours.tokens(text)) {
                assertTrue(token.range().start() >= end && !token.range().isEmpty(), file + " at " + token);
                end = token.range().end();
            }
            assertTrue(end <= text.length(), file.toString());
            int lines = new LineIndex(text).lineCount();
            for (Folds.Fold fold : Folds.of(text)) {
                assertTrue(fold.firstLine() >= 1 && fold.firstLine() < fold.lastLine() && fold.lastLine() <= lines, file + " " + fold);
            }
            files++;
        }
        assertTrue(files > 100, files + " files");
    }

    @Test
    void everyBeginHasTheEndThatHasItAsItsBegin() throws IOException {
        for (Path file : papers()) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (int begin = text.indexOf("\\begin{"); begin >= 0; begin = text.indexOf("\\begin{", begin + 1)) {
                int at = begin;
                Pairs.at(text, at).ifPresent(pair -> assertEquals(
                        pair, Pairs.at(text, pair.close().start()).orElseThrow(), file + " at " + at));
            }
        }
    }

    private static List<Path> papers() throws IOException {
        Path folder = data().resolve("latex-dev");
        Assumptions.assumeTrue(Files.isDirectory(folder), "no papers beside the checkout: " + folder);
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".tex")).sorted().toList();
        }
    }

    private static Path data() {
        String named = System.getProperty("scholion.data", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            Path beside = place.resolveSibling("shared").resolve("data");
            if (Files.isDirectory(beside)) {
                return beside;
            }
        }
        return Path.of("shared", "data");
    }
}
