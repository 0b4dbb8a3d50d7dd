package org.scholion.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineIndexTest {

    @ParameterizedTest
    @ValueSource(strings = {"ab\ncd\n", "ab\rcd\r", "ab\r\ncd\r\n"})
    void everyLineEndCountsOnce(String text) {
        LineIndex lines = new LineIndex(text);
        assertEquals(3, lines.lineCount());
        assertEquals(2, lines.line(text.indexOf('d')));
        assertEquals(2, lines.column(text.indexOf('d')));
        assertEquals(3, lines.line(text.length()));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 1, 2", "2, 2, 1", "3, 3, 1"})
    void emptyLinesAreLines(int offset, int line, int column) {
        LineIndex lines = new LineIndex("a\n\nb");
        assertEquals(line, lines.line(offset));
        assertEquals(column, lines.column(offset));
    }

    @Test
    void anEmptyTextIsOneLine() {
        LineIndex lines = new LineIndex("");
        assertEquals(1, lines.lineCount());
        assertEquals(1, lines.line(0));
    }

    @Test
    void offsetsOutsideAreRefused() {
        LineIndex lines = new LineIndex("ab");
        assertThrows(IndexOutOfBoundsException.class, () -> lines.line(3));
        assertThrows(IndexOutOfBoundsException.class, () -> lines.line(-1));
    }

    @Test
    void manyLinesAreFound() {
        LineIndex lines = new LineIndex("x\n".repeat(10_000));
        assertEquals(10_001, lines.lineCount());
        assertEquals(7_001, lines.line(14_000));
        assertEquals(14_000, lines.start(7_001));
    }
}
