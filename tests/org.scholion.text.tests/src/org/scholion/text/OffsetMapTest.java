package org.scholion.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class OffsetMapTest {

    /** "ab$x$cd" read as "abXcd". */
    private static final OffsetMap FORMULA = OffsetMap.builder()
            .verbatim(new TextRange(0, 2))
            .replaced(1, new TextRange(2, 5))
            .verbatim(new TextRange(5, 7))
            .build();

    @Test
    void verbatimTextMapsUnitByUnitAndReplacedTextAsAWhole() {
        assertEquals(new TextRange(1, 2), FORMULA.toSource(new TextRange(1, 2)));
        assertEquals(new TextRange(2, 5), FORMULA.toSource(new TextRange(2, 3)));
        assertEquals(new TextRange(1, 6), FORMULA.toSource(new TextRange(1, 4)));
        assertEquals(new TextRange(6, 7), FORMULA.toSource(new TextRange(4, 5)));
    }

    @Test
    void anInsertionGoesBeforeWhatFollowsIt() {
        assertEquals(TextRange.at(0), FORMULA.toSource(TextRange.at(0)));
        assertEquals(TextRange.at(5), FORMULA.toSource(TextRange.at(3)));
        assertEquals(TextRange.at(7), FORMULA.toSource(TextRange.at(5)));
    }

    @Test
    void insertedTextMapsToTheEmptyPlaceWhereItWasPut() {
        OffsetMap map = OffsetMap.builder().verbatim(new TextRange(0, 2)).replaced(3, TextRange.at(2)).build();
        assertEquals(TextRange.at(2), map.toSource(new TextRange(3, 4)));
    }

    @Test
    void impossiblePiecesAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new OffsetMap.Piece(new TextRange(0, 2), new TextRange(0, 3), true));
    }

    @RepeatedTest(300)
    void aComposedMapGoesBackAsBothMapsOneAfterTheOther(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        OffsetMap earlier = randomMap(random, 40);
        OffsetMap later = randomMap(random, length(earlier));
        OffsetMap composed = later.after(earlier);
        for (int i = 0; i < length(later); i++) {
            TextRange unit = new TextRange(i, i + 1);
            assertEquals(earlier.toSource(later.toSource(unit)), composed.toSource(unit), "seed " + seed + ", unit " + i);
        }
    }

    private static int length(OffsetMap map) {
        return map.pieces().isEmpty() ? 0 : map.pieces().getLast().derived().end();
    }

    private static OffsetMap randomMap(Random random, int sourceLength) {
        OffsetMap.Builder builder = OffsetMap.builder();
        int at = 0;
        while (at < sourceLength) {
            int end = Math.min(sourceLength, at + 1 + random.nextInt(6));
            TextRange source = new TextRange(at, end);
            switch (random.nextInt(4)) {
                case 0 -> builder.replaced(1 + random.nextInt(3), source);
                case 1 -> builder.replaced(1, TextRange.at(at)).verbatim(source);
                case 2 -> {
                    // left out
                }
                default -> builder.verbatim(source);
            }
            at = end;
        }
        return builder.build();
    }
}
