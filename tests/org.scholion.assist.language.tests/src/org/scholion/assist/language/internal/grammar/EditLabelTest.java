package org.scholion.assist.language.internal.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;

class EditLabelTest {

    /** {@code models/grammar-tagger/edits.py} has to do the same: what a label means is learned there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "The model are fast.|1|SUFFIX__s|The models are fast.",
        "MODELS ARE FAST|0|SUFFIX_s_|MODEL ARE FAST",
        "Many studys show it.|1|SUFFIX_ys_ies|Many studies show it.",
        "Results of model are new.|2|BEFORE_the|Results of the model are new.",
        "Model is new.|0|BEFORE_the|The model is new.",
        "GPU is new.|0|BEFORE_the|the GPU is new.",
        "However we show it.|1|BEFORE_,|However, we show it.",
        "It is the the model.|3|DELETE|It is the model.",
        "The it is so.|0|DELETE|It is so.",
        "the it is so.|0|DELETE|it is so.",
        "So, it is.|1|DELETE|So it is.",
        "It is so,|3|DELETE|It is so",
        "In the [Fe] phase.|2|DELETE|In the Fe] phase.",
        "It (the model) is new.|1|DELETE|It the model) is new.",
        "Models is fast.|1|REPLACE_are|Models are fast.",
        "Is models fast?|0|REPLACE_are|Are models fast?",
        "It is fast|2|END_.|It is fast.",
        "A data set.|1|JOIN|A dataset.",
        "A well known model.|1|HYPHEN|A well-known model.",
        "It is well-known.|3|SPACE|It is well known.",
        "The english text.|1|CAPITAL|The English text.",
        "The Method is new.|1|LOWER|The method is new.",
        "An unchanged one.|1|KEEP|An unchanged one.",
        "A modle.|1|SPELL|A modle.",
        "A wrong ending.|1|SUFFIX_xx_s|A wrong ending.",
        "the last|1|JOIN|the last",
    })
    void aLabelChangesTheSentence(String sentence, int word, String label, String wanted) {
        Optional<TextEdit> edit = EditLabel.edit(sentence, Word.of(sentence), word, label);
        assertEquals(wanted, new TextEdits(edit.stream().toList()).applyTo(sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "We don't know.|We don't know .",
        "See [ref], the well-known [math].|See [ref] , the well - known [math] .",
        "naïve (x²)|naïve ( x² )",
        "Müller’s idea|Müller’s idea",
    })
    void wordsAreThoseOfTheTraining(String sentence, String wanted) {
        assertEquals(List.of(wanted.split(" ")), Word.of(sentence).stream().map(Word::text).toList());
    }
}
