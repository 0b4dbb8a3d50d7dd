package org.scholion.assist.citation.internal.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference of the phrases is written by {@code models/citation-encoder/phrases.py}. */
class NeedModelTest {

    private static final Path CARD = Path.of("..", "..", "models", "citation-encoder");

    private static final Path NEED = Path.of("..", "..", "models", "citation-need", "model", "config.json");

    private static NeedModel model() throws IOException {
        try (Reader config = Files.newBufferedReader(NEED);
                Reader phrases = Files.newBufferedReader(CARD.resolve("cite_phrases.tsv"))) {
            return NeedModel.read(config, phrases);
        }
    }

    @Test
    void weighsPhrasesAsTheReferenceDoes() throws IOException {
        JsonArray golden = JsonParser.parseString(Files.readString(CARD.resolve("cite_phrases.golden.json"))).getAsJsonArray();
        try (Reader text = Files.newBufferedReader(CARD.resolve("cite_phrases.tsv"))) {
            PhraseWeights phrases = PhraseWeights.read(text);
            for (JsonElement one : golden) {
                String sentence = one.getAsJsonObject().get("text").getAsString();
                assertEquals(one.getAsJsonObject().get("score").getAsDouble(), phrases.score(sentence), 1e-3, sentence);
            }
        }
    }

    @Test
    void theSurerTheModelTheHigherTheProbability() throws IOException {
        NeedModel model = model();
        String sentence = "Previous studies have shown that walls cool at night.";
        assertTrue(model.threshold() > 0.5 && model.threshold() < 1, "threshold " + model.threshold());
        assertTrue(model.probability(sentence, 4) > model.threshold());
        assertTrue(model.probability(sentence, -4) < model.threshold());
        assertTrue(model.probability(sentence, 0) > model.probability("We placed sensors in the hall.", 0));
    }

    @Test
    void refusesWhatIsNoModel() {
        for (String config : List.of("{}", "nothing", "{\"citation_need\": {\"phrases\": 1}}", "[]")) {
            assertThrows(IOException.class, () -> NeedModel.read(new StringReader(config), new StringReader("")));
        }
        for (String broken : List.of("no tab", "word\tmuch")) {
            assertThrows(IOException.class, () -> PhraseWeights.read(new StringReader(broken)));
        }
    }
}
