package org.scholion.assist.language.internal.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scholion.assist.language.internal.grammar.FakeModels;
import org.scholion.text.CancelToken;

class ModelJudgeTest {

    private final FakeModels models = new FakeModels();
    private final ModelJudge judge = new ModelJudge(models);
    private final List<String> read = new ArrayList<>();

    private List<Double> gains(String sentence, String... variants) throws Exception {
        return judge.gains(sentence, List.of(variants), CancelToken.NEVER).orElseThrow();
    }

    @Test
    void aGainIsTheDifferenceOfTheLogarithms() throws Exception {
        models.judgedBy(text -> text.contains("are") ? -3 : text.contains("were") ? -4.5 : -7);
        assertEquals(List.of(4.0, 2.5, 0.0), gains("The models is fast.", "The models are fast.", "The models were fast.", "The models is slow."));
    }

    @Test
    void theLanguageModelReadsNoMarks() throws Exception {
        models.judgedBy(text -> {
            read.add(text);
            return 0;
        });
        gains("As [cite] says [math] is small.", "As [cite] says [math] are small.");
        assertEquals(List.of("As [1] says x is small.", "As [1] says x are small."), read);
    }

    @Test
    void whatStandsFarBehindAChangeIsNotRead() throws Exception {
        models.judgedBy(text -> {
            read.add(text);
            return 0;
        });
        String behind = " word".repeat(100) + ".";
        gains("It show" + behind, "It shows" + behind, "It showed" + behind);
        assertEquals(3, read.size());
        String tail = read.getFirst().substring("It show".length());
        assertTrue(tail.length() >= 30 && tail.length() < 40, tail);
        assertFalse(tail.endsWith("wor"), tail);
        assertEquals(List.of("It show" + tail, "It shows" + tail, "It showed" + tail), read);
    }

    @Test
    void changesAtBothEndsAreReadWhole() throws Exception {
        models.judgedBy(text -> {
            read.add(text);
            return 0;
        });
        gains("a", "", "b", "a a");
        gains("", "The");
        gains("Same.", "Same.");
        assertEquals(List.of("a", "", "b", "a a", "", "The", "Same.", "Same."), read);
    }

    @Test
    void aWordThatGetsLongerIsReadFromItsBeginning() throws Exception {
        models.judgedByParts((beginning, text) -> {
            assertEquals("We saw it", beginning);
            read.add(text);
            return 0;
        });
        gains("We saw it use x.", "We saw it uses x.", "We saw it used x.");
        gains("We saw it is.", "We saw it has.");
        assertEquals(List.of(" use x.", " uses x.", " used x.", " is.", " has."), read);
    }

    @Test
    void withoutALanguageModelNothingIsSaid() throws Exception {
        assertEquals(Optional.empty(), judge.gains("It is.", List.of("It was."), CancelToken.NEVER));
        models.judgedBy(text -> 0);
        // it is asked for again after a while, not for each sentence
        assertEquals(Optional.empty(), judge.gains("It is.", List.of("It was."), CancelToken.NEVER));
        assertEquals(Optional.of(List.of()), judge.gains("It is.", List.of(), CancelToken.NEVER));
    }
}
