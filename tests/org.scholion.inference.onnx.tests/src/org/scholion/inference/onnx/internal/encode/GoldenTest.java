package org.scholion.inference.onnx.internal.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.inference.Classifier;
import org.scholion.inference.Embeddings;
import org.scholion.inference.Encoder;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.Tagger;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.TinyModels;
import org.scholion.text.CancelToken;

/**
 * The outputs are those of PyTorch and transformers, for the texts in {@code golden.json}: letters outside the BMP, empty, too
 * long.
 */
class GoldenTest {

    private static final double TOLERANCE = 2e-4;

    @ParameterizedTest
    @ValueSource(strings = {"mean", "cls", "max", "lasttoken"})
    void vectorsAreThoseOfTheReference(String pooling) throws Exception {
        Path folder = TinyModels.folder("tiny-bert-" + pooling);
        JsonArray golden = golden(folder);
        try (LoadedModel model = TinyModels.load(folder)) {
            Encoder encoder = model.service(Encoder.class, Turns.FREE);
            Embeddings vectors = encoder.embed(texts(golden), Encoder.Role.PASSAGE, CancelToken.NEVER);
            for (int i = 0; i < golden.size(); i++) {
                assertClose(golden.get(i).getAsJsonObject().getAsJsonArray("vector"), vectors.vector(i), pooling + i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "multi", "rank"})
    void scoresAreThoseOfTheReference(String kind) throws Exception {
        Path folder = TinyModels.folder("tiny-bert-" + kind);
        JsonArray golden = golden(folder);
        List<Classifier.Input> inputs = new ArrayList<>();
        for (JsonElement row : golden) {
            JsonObject given = row.getAsJsonObject();
            String text = given.get("text").getAsString();
            inputs.add(given.get("pair").isJsonNull()
                    ? Classifier.Input.of(text)
                    : Classifier.Input.ofPair(text, given.get("pair").getAsString()));
        }
        try (LoadedModel model = TinyModels.load(folder)) {
            Classifier classifier = model.service(Classifier.class, Turns.FREE);
            List<Classifier.Scores> scores = classifier.classify(inputs, CancelToken.NEVER);
            for (int i = 0; i < golden.size(); i++) {
                JsonArray wanted = golden.get(i).getAsJsonObject().getAsJsonArray("scores");
                assertEquals(wanted.size(), scores.get(i).scores().size());
                for (int j = 0; j < wanted.size(); j++) {
                    assertEquals(wanted.get(j).getAsDouble(), scores.get(i).scores().get(j), TOLERANCE, kind + i);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "tags")
    void tagsAreThoseOfTheReference(String kind) throws Exception {
        Path folder = TinyModels.folder("tiny-bert-" + kind);
        JsonArray golden = golden(folder);
        try (LoadedModel model = TinyModels.load(folder)) {
            assertTags(golden, model, TOLERANCE);
        }
    }

    /** With 8 bits the base gives other numbers, and so does what stands on it. */
    @ParameterizedTest
    @CsvSource({"tiny-bert-mean, 2e-4", "tiny-bert-int8, 0.15"})
    void tagsOfAnAdapterAreThoseOfTheReference(String base, double tolerance) throws Exception {
        Path folder = TinyModels.folder("tiny-adapter");
        try (LoadedModel model = TinyModels.load(folder, TinyModels.folder(base))) {
            assertTags(golden(folder), model, tolerance);
        }
    }

    private static void assertTags(JsonArray golden, LoadedModel model, double tolerance) throws Exception {
        Tagger tagger = model.service(Tagger.class, Turns.FREE);
        List<List<Tagger.Tag>> tags = tagger.tag(texts(golden), tagger.labels().size(), CancelToken.NEVER);
        for (int i = 0; i < golden.size(); i++) {
            JsonArray wanted = golden.get(i).getAsJsonObject().getAsJsonArray("tags");
            assertEquals(wanted.size(), tags.get(i).size(), "text " + i);
            for (int j = 0; j < wanted.size(); j++) {
                JsonObject tag = wanted.get(j).getAsJsonObject();
                Tagger.Tag found = tags.get(i).get(j);
                assertEquals(tag.get("start").getAsInt(), found.range().start());
                assertEquals(tag.get("end").getAsInt(), found.range().end());
                double probability = found.labels().stream()
                        .filter(label -> label.name().equals(tag.get("label").getAsString()))
                        .mapToDouble(Tagger.Label::probability)
                        .sum();
                assertEquals(tag.get("probability").getAsDouble(), probability, tolerance, "text " + i + ", token " + j);
            }
        }
    }

    private static JsonArray golden(Path folder) throws Exception {
        return JsonParser.parseString(Files.readString(folder.resolve("golden.json"))).getAsJsonArray();
    }

    private static List<String> texts(JsonArray golden) {
        List<String> texts = new ArrayList<>();
        golden.forEach(row -> texts.add(row.getAsJsonObject().get("text").getAsString()));
        return texts;
    }

    private static void assertClose(JsonArray wanted, float[] vector, String name) {
        assertEquals(wanted.size(), vector.length);
        for (int i = 0; i < vector.length; i++) {
            assertEquals(wanted.get(i).getAsFloat(), vector[i], TOLERANCE, name);
        }
    }
}
