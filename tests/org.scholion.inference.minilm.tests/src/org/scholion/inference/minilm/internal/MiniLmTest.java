package org.scholion.inference.minilm.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.scholion.inference.Device;
import org.scholion.inference.EmbeddedModels;
import org.scholion.inference.Embeddings;
import org.scholion.inference.Encoder;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;

/** The model and the engine are the services of this framework; the reference is made by {@code models/all-minilm-l6-v2/make_golden.py}. */
class MiniLmTest {

    private static final Path CARD = Path.of("..", "..", "models", "all-minilm-l6-v2").toAbsolutePath().normalize();
    /**
     * The engine runs another form of the graph. Where activations are quantised, a difference in the last bit of a sum grows from layer
     * to layer: when one gain of the reference grows by a millionth, its own vectors have cosines from 0.997 with those before.
     */
    private static final double NEAR = 0.995;
    /** Activations are quantised for all texts of a run together, by the reference too. */
    private static final double NEAR_AMONG_OTHERS = 0.95;

    @Test
    void theFilesAreThoseOfTheCard() throws Exception {
        List<String> sums = Files.readAllLines(CARD.resolve("SHA256SUMS"));
        assertEquals(2, sums.size());
        for (String sum : sums) {
            String name = sum.substring(sum.indexOf("/model/") + "/model/".length());
            byte[] bytes = Files.readAllBytes(source().folder().resolve(name));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            assertEquals(sum.substring(0, 64), HexFormat.of().formatHex(digest), name);
        }
    }

    @Test
    void theVersionIsThatOfTheWeights() throws Exception {
        String weights = Files.readAllLines(CARD.resolve("SHA256SUMS")).stream()
                .filter(line -> line.endsWith(".onnx"))
                .findFirst()
                .orElseThrow();
        assertTrue(weights.startsWith(source().descriptor().version()));
    }

    @Test
    void theEngineFindsItsGraph() throws Exception {
        assertTrue(service(ModelEngine.class).loads(source()));
    }

    @Test
    void eachVectorIsThatOfTheReference() throws Exception {
        JsonArray golden = golden();
        try (LoadedModel model = load()) {
            Encoder encoder = model.service(Encoder.class, Turns.FREE);
            for (JsonElement row : golden) {
                List<String> texts = List.of(row.getAsJsonObject().get("text").getAsString());
                Embeddings vectors = encoder.embed(texts, Encoder.Role.PASSAGE, CancelToken.NEVER);
                assertNear(row.getAsJsonObject(), vectors, 0, NEAR);
            }
        }
    }

    @Test
    void vectorsMadeTogetherAreNearThoseOfTheReference() throws Exception {
        JsonArray golden = golden();
        List<String> texts = new ArrayList<>();
        golden.forEach(row -> texts.add(row.getAsJsonObject().get("text").getAsString()));
        try (LoadedModel model = load()) {
            Embeddings vectors = model.service(Encoder.class, Turns.FREE).embed(texts, Encoder.Role.QUERY, CancelToken.NEVER);
            for (int i = 0; i < golden.size(); i++) {
                assertNear(golden.get(i).getAsJsonObject(), vectors, i, NEAR_AMONG_OTHERS);
            }
        }
    }

    @Test
    void theLongestTextIsThatOfTheModel() throws Exception {
        try (LoadedModel model = load()) {
            Encoder encoder = model.service(Encoder.class, Turns.FREE);
            assertEquals(384, encoder.dimension());
            assertEquals(256, encoder.maxTokenCount());
        }
    }

    private static void assertNear(JsonObject row, Embeddings vectors, int index, double least) {
        JsonArray wanted = row.getAsJsonArray("vector");
        float[] values = new float[wanted.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = wanted.get(i).getAsFloat();
        }
        double cosine = vectors.cosine(index, new Embeddings(values.length, values), 0);
        assertTrue(cosine > least, row.get("text") + ": " + cosine);
    }

    private static LoadedModel load() throws Exception {
        return service(ModelEngine.class).load(source(), new ModelEngine.Options(Device.Kind.CPU, 2), CancelToken.NEVER);
    }

    private static ModelEngine.Source source() {
        return service(EmbeddedModels.class).sources().getFirst();
    }

    private static <S> S service(Class<S> type) {
        BundleContext context = FrameworkUtil.getBundle(MiniLm.class).getBundleContext();
        ServiceReference<S> reference = context.getServiceReference(type);
        assertTrue(reference != null, "no service " + type.getName());
        return context.getService(reference);
    }

    private static JsonArray golden() throws Exception {
        return JsonParser.parseString(Files.readString(CARD.resolve("golden.json"))).getAsJsonArray();
    }
}
