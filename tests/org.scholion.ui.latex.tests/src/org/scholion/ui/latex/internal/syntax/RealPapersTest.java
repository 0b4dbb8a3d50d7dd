package org.scholion.ui.latex.internal.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.scholion.text.LineIndex;
import org.scholion.ui.latex.internal.SharedPapers;

/** What an editor does with every file of many published papers. */
class RealPapersTest {

    @Test
    void tokensAndFoldsOfEveryFileAreInOrder() throws IOException {
        int files = 0;
        for (Path file : SharedPapers.files(".tex")) {
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
        for (Path file : SharedPapers.files(".tex")) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (int begin = text.indexOf("\\begin{"); begin >= 0; begin = text.indexOf("\\begin{", begin + 1)) {
                int at = begin;
                Pairs.at(text, at).ifPresent(pair -> assertEquals(
                        pair, Pairs.at(text, pair.close().start()).orElseThrow(), file + " at " + at));
            }
        }
    }
}
