package org.scholion.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.text.Revision;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

class EditedTextTest {

    @Test
    void changesArePutIntoTheTextWhenSomebodyAsks() {
        EditedText text = new EditedText("We like frut.");

        text.changed(new TextEdit(new TextRange(11, 11), "i"));
        Revision last = text.changed(new TextEdit(new TextRange(0, 2), "They"));

        assertEquals("They like fruit.", text.text().text());
        assertEquals(last, text.text().revision());
    }

    @Test
    void randomChangesGiveTheSameTextAsDoneAtOnce() {
        long seed = 20_261_123;
        Random random = new Random(seed);
        StringBuilder expected = new StringBuilder("The quick brown fox jumps over the lazy dog.");
        EditedText text = new EditedText(expected.toString());
        for (int i = 0; i < 2000; i++) {
            int start = random.nextInt(expected.length() + 1);
            int end = Math.min(expected.length(), start + random.nextInt(4));
            String replacement = "x".repeat(random.nextInt(5));
            text.changed(new TextEdit(new TextRange(start, end), replacement));
            expected.replace(start, end, replacement);
            if (random.nextInt(10) == 0) {
                assertEquals(expected.toString(), text.text().text(), "seed " + seed);
            }
        }
        assertEquals(expected.toString(), text.text().text(), "seed " + seed);
    }

    @ParameterizedTest
    @CsvSource({
        // in "One teh two", about "teh" (4..7): an edit and where the word stands afterwards, -1 for nowhere
        "0, 0, 'And ', 8",
        "0, 4, '', -1",
        "11, 11, '.', 4",
        "7, 7, ' ', 4",
        "7, 7, 's', -1",
        "4, 4, 's', -1",
        "4, 4, '(', 5",
        "5, 5, 'h', -1",
        "7, 8, '', -1",
        "3, 5, '', -1",
        "0, 11, 'New', -1",
    })
    void aPlaceIsTakenToTheNewTextUnlessItsWordsChanged(int start, int end, String replacement, int expected) {
        EditedText text = new EditedText("One teh two");
        Revision before = text.revision();

        text.changed(new TextEdit(new TextRange(start, end), replacement));

        Optional<TextRange> place = expected < 0 ? Optional.empty() : Optional.of(TextRange.ofLength(expected, 3));
        assertEquals(place, text.toCurrent(new TextRange(4, 7), before));
    }

    @Test
    void aPlaceGoesThroughSeveralChanges() {
        EditedText text = new EditedText("One teh two");
        Revision first = text.revision();
        text.changed(new TextEdit(new TextRange(0, 0), "AB"));
        Revision second = text.changed(new TextEdit(new TextRange(11, 11), "!"));
        text.changed(new TextEdit(new TextRange(0, 1), ""));

        assertEquals(Optional.of(new TextRange(5, 8)), text.toCurrent(new TextRange(4, 7), first));
        assertEquals(Optional.of(new TextRange(5, 8)), text.toCurrent(new TextRange(6, 9), second));
    }

    @Test
    void nothingIsKnownOfAnotherText() {
        EditedText text = new EditedText("One");
        EditedText other = new EditedText("One");

        assertNotEquals(text.revision(), other.revision());
        assertTrue(text.toCurrent(new TextRange(0, 3), other.revision()).isEmpty());
        assertTrue(text.toCurrent(new TextRange(0, 3), Revision.DISK).isEmpty());
    }

    @Test
    void exchangingTheTextForgetsAllPlaces() {
        EditedText text = new EditedText("One teh two");
        Revision before = text.revision();

        text.replaced("One teh two");

        assertTrue(text.toCurrent(new TextRange(4, 7), before).isEmpty());
        assertEquals("One teh two", text.text().text());
    }

    @Test
    void aPlaceFromTooLongAgoIsForgotten() {
        EditedText text = new EditedText("One teh two");
        Revision before = text.revision();

        for (int i = 0; i < 5000; i++) {
            text.changed(new TextEdit(new TextRange(11, 11), "."));
        }

        assertTrue(text.toCurrent(new TextRange(4, 7), before).isEmpty());
    }
}
