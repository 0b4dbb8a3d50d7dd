package org.scholion.assist.writing.internal.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.assist.writing.internal.paper.PaperText;

class ExtractModelTest {

    @Test
    void theModelOfTheBundlePrefersWhatAPaperSetsOutToDo() {
        PaperFacts facts = new PaperFacts(PaperText.of(SamplePaper.read()));
        double[] scores = ExtractModel.bundled().scores(facts);
        double objective = Double.NaN;
        double detail = Double.NaN;
        for (int i = 0; i < facts.size(); i++) {
            objective = facts.sentence(i).text().startsWith("In this paper") ? scores[i] : objective;
            detail = facts.sentence(i).text().startsWith("The sensors were read") ? scores[i] : detail;
        }
        assertTrue(objective > detail, objective + " " + detail);
    }

    @Test
    void wordsHaveProbabilities() {
        PaperFacts facts = new PaperFacts(PaperText.of(SamplePaper.read()));
        Map<String, Double> words = ExtractModel.bundled().words(facts);
        assertEquals(facts.terms(), words.keySet());
        assertTrue(words.values().stream().allMatch(p -> p > 0 && p < 1));
        assertTrue(words.get("hall") > words.get("computer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "!\tcoverage\tone", "sentence\tPLACE\t1\t2", "!\tcoverage\t1\nsentence\tPLACE\ta\tb\tc"})
    void aBrokenModelIsRefused(String text) {
        IOException error = assertThrows(IOException.class, () -> ExtractModel.read(new StringReader(text)));
        assertTrue(error.getMessage().contains("abstract"), error.getMessage());
    }
}
