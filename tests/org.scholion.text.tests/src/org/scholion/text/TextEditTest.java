package org.scholion.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextEditTest {

    @ParameterizedTest
    @CsvSource({
        "teh, the, 1, 3, he",
        "a, an, 1, 1, n",
        "the the, the, 3, 7, ''",
        "same, same, 4, 4, ''",
        "aaa, aa, 2, 3, ''",
        "colour, color, 4, 5, ''",
    })
    void aMinimalEditLeavesOutWhatStays(String before, String after, int start, int end, String replacement) {
        TextEdit minimal = new TextEdit(new TextRange(0, before.length()), after).minimal(before);
        assertEquals(new TextEdit(new TextRange(start, end), replacement), minimal);
    }

    @Test
    void aMinimalEditDoesNotTearSurrogatePairs() {
        String before = "x\uD835\uDC00y"; // mathematical bold A
        String after = "x\uD835\uDC01y"; // mathematical bold B: the first half is the same
        TextEdit minimal = new TextEdit(new TextRange(0, before.length()), after).minimal(before);
        assertEquals(new TextEdit(new TextRange(1, 3), "\uD835\uDC01"), minimal);
        String twinTail = "x\uD836\uDC00y"; // another letter with the same second half
        minimal = new TextEdit(new TextRange(0, before.length()), twinTail).minimal(before);
        assertEquals(new TextEdit(new TextRange(1, 3), "\uD836\uDC00"), minimal);
    }

    @RepeatedTest(200)
    void aMinimalEditMakesTheSameText(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        String text = words(random, 30);
        int start = random.nextInt(text.length());
        int end = start + random.nextInt(text.length() - start + 1);
        TextEdit edit = new TextEdit(new TextRange(start, end), words(random, random.nextInt(12)));
        TextEdit minimal = edit.minimal(text);
        assertEquals(
                new TextEdits(List.of(edit)).applyTo(text), new TextEdits(List.of(minimal)).applyTo(text), "seed " + seed);
        assertTrue(edit.range().contains(minimal.range()), "seed " + seed);
    }

    @Test
    void editsAreAppliedTogetherWhateverTheirOrder() {
        TextEdit first = new TextEdit(new TextRange(0, 1), "A");
        TextEdit insertion = new TextEdit(TextRange.at(2), "-");
        TextEdit last = new TextEdit(new TextRange(4, 6), "");
        assertEquals("Ab-cd", new TextEdits(List.of(last, insertion, first)).applyTo("abcdef"));
    }

    @Test
    void overlappingEditsAreRefused() {
        TextEdit one = new TextEdit(new TextRange(0, 3), "x");
        TextEdit other = new TextEdit(new TextRange(2, 4), "y");
        assertThrows(IllegalArgumentException.class, () -> new TextEdits(List.of(one, other)));
        TextEdit insertion = new TextEdit(TextRange.at(3), "x");
        assertThrows(IllegalArgumentException.class, () -> new TextEdits(List.of(insertion, insertion)));
    }

    private static String words(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(random.nextInt(8) == 0 ? 0x1D400 + random.nextInt(3) : 'a' + random.nextInt(3));
        }
        return text.toString();
    }
}
