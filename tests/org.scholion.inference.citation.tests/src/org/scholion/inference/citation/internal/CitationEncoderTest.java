package org.scholion.inference.citation.internal;

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
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.scholion.inference.Device;
import org.scholion.inference.EmbeddedModels;
import org.scholion.inference.Embeddings;
import org.scholion.inference.Encoder;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;

/**
 * The model and the engine are the services of this framework; the reference is made by
 * {@code models/citation-encoder/make_golden.py}.
 */
class CitationEncoderTest {

    private static final Path CARD = Path.of("..", "..", "models", "citation-encoder").toAbsolutePath().normalize();
    /** Activations are quantised, and the engine runs another form of the graph, so the last bit of a sum grows from layer to layer. */
    private static final double NEAR = 0.99;

    @Test
    void theFilesAreThoseOfTheCard() throws Exception {
        List<String> sums = Files.readAllLines(CARD.resolve("SHA256SUMS"));
        assertEquals(6, sums.size());
        for (String sum : sums) {
            String name = sum.substring(sum.indexOf("model/") + "model/".length());
            byte[] bytes = Files.readAllBytes(source().folder().resolve(name));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            assertEquals(sum.substring(0, 64), HexFormat.of().formatHex(digest), name);
        }
    }

    @Test
    void theVersionIsThatOfTheWeights() throws Exception {
        assertTrue(Files.readAllLines(CARD.resolve("SHA256SUMS")).getFirst().startsWith(source().descriptor().version()));
    }

    @Test
    void eachVectorIsThatOfTheReference() throws Exception {
        try (LoadedModel model = load()) {
            Encoder encoder = model.service(Encoder.class, Turns.FREE);
            for (JsonElement element : golden().getAsJsonArray("vectors")) {
                JsonObject row = element.getAsJsonObject();
                List<String> texts = List.of(row.get("text").getAsString());
                Embeddings vector = encoder.embed(texts, Encoder.Role.PASSAGE, CancelToken.NEVER);
                double cosine = vector.cosine(0, wanted(row.getAsJsonArray("vector")), 0);
                assertTrue(cosine > NEAR, texts + ": " + cosine);
            }
        }
    }

    @Test
    void theEntryThatWasCitedStandsFirst() throws Exception {
        try (LoadedModel model = load()) {
            Encoder encoder = model.service(Encoder.class, Turns.FREE);
            for (JsonElement element : golden().getAsJsonArray("places")) {
                JsonObject place = element.getAsJsonObject();
                List<String> entries = new ArrayList<>();
                place.getAsJsonArray("entries").forEach(entry -> entries.add(entry.getAsString()));
                List<String> query = List.of(place.get("query").getAsString());
                Embeddings asked = encoder.embed(query, Encoder.Role.QUERY, CancelToken.NEVER);
                Embeddings found = encoder.embed(entries, Encoder.Role.PASSAGE, CancelToken.NEVER);
                for (int i = 1; i < entries.size(); i++) {
                    assertTrue(asked.cosine(0, found, 0) > asked.cosine(0, found, i), query + ": " + entries.get(i));
                }
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

    private static Embeddings wanted(JsonArray numbers) {
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i).getAsFloat();
        }
        return new Embeddings(values.length, values);
    }

    private static JsonObject golden() throws Exception {
        return JsonParser.parseString(Files.readString(CARD.resolve("golden.json"))).getAsJsonObject();
    }

    private static LoadedModel load() throws Exception {
        BundleContext context = context();
        ServiceReference<ModelEngine> reference = context.getServiceReference(ModelEngine.class);
        assertTrue(reference != null, "no engine");
        return context.getService(reference).load(source(), new ModelEngine.Options(Device.Kind.CPU, 2), CancelToken.NEVER);
    }

    private static ModelEngine.Source source() throws InvalidSyntaxException {
        BundleContext context = context();
        return context.getServiceReferences(EmbeddedModels.class, null).stream()
                .map(context::getService)
                .filter(CitationEncoder.class::isInstance)
                .findFirst()
                .orElseThrow()
                .sources()
                .getFirst();
    }

    private static BundleContext context() {
        return FrameworkUtil.getBundle(CitationEncoder.class).getBundleContext();
    }
}
