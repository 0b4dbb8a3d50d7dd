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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.scholion.inference.Device;
import org.scholion.inference.EmbeddedModels;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.SentenceLabels;
import org.scholion.inference.Tagger;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;

/** The adapter that tells which sentences need a citation, against its reference. */
class CitationNeedTest {

    private static final Path CARD = Path.of("..", "..", "models", "citation-need");

    /** Activations are quantised, and the engine runs another form of the graph than the reference. */
    private static final double NEAR = 0.1;

    @Test
    void theFilesAreThoseOfTheCardAndTheVersionIsThatOfTheWeights() throws Exception {
        List<String> sums = Files.readAllLines(CARD.resolve("SHA256SUMS"));
        assertEquals(3, sums.size());
        for (String sum : sums) {
            String name = sum.substring(sum.indexOf("model/") + "model/".length());
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(sources().getLast().folder().resolve(name)));
            assertEquals(sum.substring(0, 64), HexFormat.of().formatHex(digest), name);
        }
        String version = sources().getLast().descriptor().version();
        assertTrue(sums.stream().anyMatch(sum -> sum.startsWith(version) && sum.endsWith("adapter_model.safetensors")));
    }

    @Test
    void eachSentenceHasTheProbabilityOfTheReference() throws Exception {
        JsonArray golden = JsonParser.parseString(Files.readString(CARD.resolve("golden.json"))).getAsJsonArray();
        try (LoadedModel model = load()) {
            Tagger tagger = model.service(Tagger.class, Turns.FREE);
            for (JsonElement element : golden) {
                JsonObject row = element.getAsJsonObject();
                String text = row.get("text").getAsString();
                List<String> sentences = new ArrayList<>();
                List<Double> wanted = new ArrayList<>();
                for (JsonElement one : row.getAsJsonArray("sentences")) {
                    JsonObject sentence = one.getAsJsonObject();
                    sentences.add(text.substring(sentence.get("start").getAsInt(), sentence.get("end").getAsInt()));
                    wanted.add(sentence.getAsJsonObject("probabilities").get("citation").getAsDouble());
                }
                List<Map<String, Double>> found = SentenceLabels.of(tagger, sentences, CancelToken.NEVER);
                for (int i = 0; i < sentences.size(); i++) {
                    double needed = Math.exp(found.get(i).get("citation"));
                    double probability = needed / (needed + Math.exp(found.get(i).get("none")));
                    assertEquals(wanted.get(i), probability, NEAR, sentences.get(i));
                }
            }
        }
    }

    private static LoadedModel load() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(CitationEncoder.class).getBundleContext();
        ModelEngine engine = context.getService(context.getServiceReference(ModelEngine.class));
        ModelEngine.Source adapter = sources().getLast();
        ModelEngine.Source whole =
                new ModelEngine.Source(adapter.descriptor(), adapter.folder(), Optional.of(sources().getFirst().folder()));
        return engine.load(whole, new ModelEngine.Options(Device.Kind.CPU, 2), CancelToken.NEVER);
    }

    private static List<ModelEngine.Source> sources() throws InvalidSyntaxException {
        BundleContext context = FrameworkUtil.getBundle(CitationEncoder.class).getBundleContext();
        return context.getServiceReferences(EmbeddedModels.class, null).stream()
                .map(context::getService)
                .filter(CitationEncoder.class::isInstance)
                .findFirst()
                .orElseThrow()
                .sources();
    }
}
