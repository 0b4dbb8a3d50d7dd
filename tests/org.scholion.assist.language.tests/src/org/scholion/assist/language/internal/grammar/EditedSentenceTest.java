package org.scholion.assist.language.internal.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

class EditedSentenceTest {

    @Test
    void stepsInOnePlaceAreOneCorrectionOfTheLeastProbability() {
        EditedSentence sentence = new EditedSentence("It have great effect.");
        sentence.change(step(new TextEdit(new TextRange(3, 7), "has"), 0.9));
        sentence.change(step(new TextEdit(TextRange.at(7), "a "), 0.6));
        sentence.change(step(new TextEdit(new TextRange(3, 6), "had"), 0.7));

        assertEquals("It had a great effect.", sentence.text());
        assertEquals(
                List.of(
                        new Correction(new TextEdit(new TextRange(3, 7), "had"), 0.7, 0.9, List.of()),
                        step(new TextEdit(TextRange.at(8), "a "), 0.6)),
                sentence.corrections());
    }

    @Test
    void alternativesAreForgottenWhenAnotherStepJoins() {
        EditedSentence sentence = new EditedSentence("It have great effect.");
        Correction.Alternative had = new Correction.Alternative(new TextEdit(new TextRange(3, 7), "had"), 0.2);
        sentence.change(new Correction(new TextEdit(new TextRange(3, 7), "has"), 0.6, 0.8, List.of(had)));
        assertEquals(List.of(had), sentence.corrections().getFirst().alternatives());
        sentence.change(step(new TextEdit(TextRange.at(6), " a"), 0.9));
        assertEquals(
                List.of(new Correction(new TextEdit(new TextRange(3, 7), "has a"), 0.6, 0.9, List.of())), sentence.corrections());
    }

    @Test
    void aStepThatIsTakenBackLeavesNothing() {
        EditedSentence sentence = new EditedSentence("It is so.");
        sentence.change(step(new TextEdit(new TextRange(3, 5), "was"), 0.9));
        sentence.change(step(new TextEdit(new TextRange(3, 6), "is"), 0.9));
        assertEquals(List.of(), sentence.corrections());
    }

    @Test
    void theCorrectionsLeadFromTheOriginalToTheTextWhateverTheSteps() {
        String letters = "abc de";
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            String original = text(letters, random, 12);
            EditedSentence sentence = new EditedSentence(original);
            for (int step = 0; step < 6; step++) {
                int start = random.nextInt(sentence.text().length() + 1);
                int end = Math.min(sentence.text().length(), start + random.nextInt(4));
                sentence.change(step(new TextEdit(new TextRange(start, end), text(letters, random, 3)), 0.5));
                assertEquals(sentence.text(), EditedSentence.with(original, sentence.corrections()), "seed " + seed);
                List<Correction> all = sentence.corrections();
                for (int i = 1; i < all.size(); i++) {
                    assertTrue(all.get(i - 1).edit().range().end() < all.get(i).edit().range().start(), "seed " + seed);
                }
            }
        }
    }

    private static Correction step(TextEdit edit, double probability) {
        return new Correction(edit, probability, probability, List.of());
    }

    private static String text(String letters, Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
