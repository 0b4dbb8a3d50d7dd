package org.scholion.assist.citation.internal.need;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scholion.assist.citation.internal.need.SentenceFeature.Sentence;

/** The references are written by {@code models/citation-encoder/fit.py} and {@code phrases.py}. */
class NeedModelTest {

    private static final Path CARD = Path.of("..", "..", "models", "citation-encoder");

    private static NeedModel model() throws IOException {
        try (Reader network = Files.newBufferedReader(CARD.resolve("cite_worthiness.json"));
                Reader phrases = Files.newBufferedReader(CARD.resolve("cite_phrases.tsv"))) {
            return NeedModel.read(network, phrases);
        }
    }

    @Test
    void tellsOfASentenceWhatTheReferenceTells() throws IOException {
        NeedModel model = model();
        JsonArray golden = JsonParser.parseString(Files.readString(CARD.resolve("cite_worthiness.golden.json"))).getAsJsonArray();
        for (JsonElement paragraph : golden) {
            JsonArray sentences = paragraph.getAsJsonObject().getAsJsonArray("sentences");
            for (int i = 0; i < sentences.size(); i++) {
                JsonObject sentence = sentences.get(i).getAsJsonObject();
                double[] wanted = sentence.getAsJsonArray("features").asList().stream().mapToDouble(JsonElement::getAsDouble).toArray();
                String text = sentence.get("text").getAsString();
                assertArrayEquals(wanted, model.features(new Sentence(text, i, sentences.size())), 1e-5, text);
            }
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
    void takesTheVectorsOfTheCitationEncoder() throws IOException {
        assertEquals(384, model().dimension());
        assertTrue(model().threshold() > 0.5 && model().threshold() < 1, "threshold " + model().threshold());
    }

    @Test
    void cutsALongSentence() throws IOException {
        String claim = model().claim("word ".repeat(200));
        assertEquals(61, claim.split(" ").length);
        assertTrue(claim.startsWith("cited: "), claim);
    }

    @Test
    void refusesWhatIsNoModel() {
        String phrases = "!network\t1\n!bias\t0\n!quiet\t0.6\n";
        for (String network : List.of("{}", "nothing")) {
            assertThrows(IOException.class, () -> NeedModel.read(new StringReader(network), new StringReader(phrases)));
        }
        for (String broken : List.of("", "!network\t1", phrases + "no tab", phrases + "word\tmuch")) {
            assertThrows(IOException.class, () -> PhraseWeights.read(new StringReader(broken)));
        }
    }
}
