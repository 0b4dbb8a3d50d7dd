package org.scholion.inference.remote.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PieceWriterTest {

    private final List<String> pieces = new ArrayList<>();

    private PieceWriter write(List<String> stops, String... given) {
        PieceWriter writer = new PieceWriter(stops, pieces::add);
        for (String piece : given) {
            writer.accept(piece);
        }
        return writer;
    }

    @Test
    void aStopTextAcrossPiecesEndsTheText() {
        PieceWriter writer = write(List.of("END"), "one E", "N", "D two");
        assertTrue(writer.isStopped());
        assertEquals("one ", writer.text());
        assertEquals(List.of("one "), pieces);
    }

    @Test
    void whatOnlyLooksLikeAStopIsGivenAway() {
        PieceWriter writer = write(List.of("END"), "E", "N", "F");
        assertEquals(List.of("ENF"), pieces);
        assertFalse(writer.isStopped());
    }

    @Test
    void theFirstOfSeveralStopsCounts() {
        assertEquals("a", write(List.of("zz", "b"), "abzz").text());
    }

    @Test
    void aPairIsNeverSplit() {
        PieceWriter writer = write(List.of(), "x\uD83D", "\uDE00y");
        assertEquals(List.of("x", "😀y"), pieces);
        assertEquals("x😀y", writer.text());
    }

    @Test
    void aPairIsNotSplitByTheBeginningOfAStop() {
        write(List.of("\uDE00!"), "x😀");
        assertEquals(List.of("x"), pieces);
    }

    @Test
    void aLoneHalfBecomesAReplacement() {
        PieceWriter writer = write(List.of(), "x\uD83D");
        writer.finish();
        assertEquals("x\uFFFD", writer.text());
        assertEquals("x\uFFFD", String.join("", pieces));
    }

    @Test
    void nothingComesAfterAStop() {
        assertEquals("", write(List.of("."), ".", "more").text());
    }
}
