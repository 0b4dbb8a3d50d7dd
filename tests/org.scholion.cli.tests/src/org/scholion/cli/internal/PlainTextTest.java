package org.scholion.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceMap.Segment;
import org.scholion.manuscript.SourceUnit;

class PlainTextTest {

    private static final SourceUnit UNIT = new SourceUnit.TextFile(Path.of("notes.txt"));

    @Test
    void emptyLinesPartParagraphs() {
        assertEquals(List.of("One two.", "Three."), prose("One\ntwo.\n\n \nThree.\n"));
    }

    @Test
    void carriageReturnsEndLinesToo() {
        assertEquals(List.of("One two.", "Three.", "Four."), prose("One\r\ntwo.\r\n\r\nThree.\r\rFour."));
    }

    @Test
    void whiteSpaceIsOneSpaceAndNoneAtTheEnds() {
        assertEquals(List.of("a b c"), prose("  a \t b\u00a0 c  "));
    }

    @Test
    void emptyTextHasNoParagraph() {
        assertEquals(List.of(), prose(""));
        assertEquals(List.of(), prose(" \n\n "));
    }

    @Test
    void anObjectCharacterIsAPlaceholder() {
        Manuscript read = PlainText.read(UNIT, "see \ufffc and \ufffc.");
        assertEquals(2, read.blocks().getFirst().prose().placeholders().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"One  two\nthree 𝒳 four.", "\n\n  x\r\ny\r\n\r\nz", "a", "ß\u2028ü"})
    void everyWordIsFoundAtItsPlace(String text) {
        for (var block : PlainText.read(UNIT, text).blocks()) {
            for (Segment segment : block.prose().map().segments()) {
                String prose = segment.prose().of(block.prose().text());
                String source = segment.source().range().of(text);
                assertTrue(prose.equals(source) || prose.equals(" ") && source.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c)), prose + " at " + source);
            }
        }
    }

    private static List<String> prose(String text) {
        return PlainText.read(UNIT, text).blocks().stream().map(block -> block.prose().text()).toList();
    }
}
