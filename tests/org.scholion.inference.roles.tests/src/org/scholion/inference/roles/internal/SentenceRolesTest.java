package org.scholion.inference.roles.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.scholion.inference.Device;
import org.scholion.inference.EmbeddedModels;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelLease;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.inference.Tagger;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;

/**
 * The model, its base and the engine are the services of this framework; the reference is made by
 * {@code models/sentence-roles/make_golden.py}.
 */
class SentenceRolesTest {

    private static final Path CARD = Path.of("..", "..", "models", "sentence-roles").toAbsolutePath().normalize();
    /**
     * Activations are quantised, and the engine runs another form of the graph, so the last bit of a sum grows from layer to
     * layer: the
     * reference with and without the optimisations of ONNX Runtime differs by 0.11 in one token, by 0.01 in the mean.
     */
    private static final double NEAR = 0.2;

    private static final double NEAR_IN_MEAN = 0.02;

    @Test
    void theFilesAreThoseOfTheCard() throws Exception {
        List<String> sums = Files.readAllLines(CARD.resolve("SHA256SUMS"));
        assertEquals(3, sums.size());
        for (String sum : sums) {
            String name = sum.substring(sum.indexOf("model/") + "model/".length());
            byte[] bytes = Files.readAllBytes(source(SentenceRoles.class.getName()).folder().resolve(name));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            assertEquals(sum.substring(0, 64), HexFormat.of().formatHex(digest), name);
        }
    }

    @Test
    void theVersionIsThatOfTheWeights() throws Exception {
        String version = source(SentenceRoles.class.getName()).descriptor().version();
        assertTrue(Files.readAllLines(CARD.resolve("SHA256SUMS")).stream()
                .anyMatch(sum -> sum.startsWith(version) && sum.endsWith("adapter_model.safetensors")));
    }

    @Test
    void eachTokenHasTheLabelsOfTheReference() throws Exception {
        try (LoadedModel model = load()) {
            Tagger tagger = model.service(Tagger.class, Turns.FREE);
            assertEquals(512, tagger.maxTokenCount());
            for (JsonElement element : golden()) {
                JsonObject row = element.getAsJsonObject();
                String text = row.get("text").getAsString();
                JsonArray tokens = row.getAsJsonArray("tokens");
                List<Tagger.Tag> tags = tags(tagger, text);
                double differences = 0;
                // the reference tells of the special tokens too
                assertEquals(tokens.size() - 2, tags.size(), text);
                for (int i = 0; i < tags.size(); i++) {
                    JsonArray wanted = tokens.get(i + 1).getAsJsonArray();
                    for (int label = 0; label < wanted.size(); label++) {
                        double found = probability(tags.get(i), tagger.labels().get(label));
                        differences += Math.abs(found - wanted.get(label).getAsDouble());
                        assertEquals(wanted.get(label).getAsDouble(), found, NEAR, text + ": " + tags.get(i).range());
                    }
                }
                assertEquals(0, differences / tags.size() / tagger.labels().size(), NEAR_IN_MEAN, text);
            }
        }
    }

    /** A sentence's role is that of the mean of its tokens' logarithms; where the reference itself wavers, it is one of the two. */
    @Test
    void eachSentenceHasTheRoleOfTheReference() throws Exception {
        try (LoadedModel model = load()) {
            Tagger tagger = model.service(Tagger.class, Turns.FREE);
            for (JsonElement element : golden()) {
                JsonObject row = element.getAsJsonObject();
                List<Tagger.Tag> tags = tags(tagger, row.get("text").getAsString());
                for (JsonElement sentence : row.getAsJsonArray("sentences")) {
                    JsonObject wanted = sentence.getAsJsonObject().getAsJsonObject("probabilities");
                    String role = role(sentence.getAsJsonObject(), tags, tagger.labels());
                    assertTrue(wanted.get(role).getAsDouble() > most(wanted) - NEAR, role + " " + sentence);
                }
            }
        }
    }

    @Test
    void thePoolFindsTheBase() throws Exception {
        Models models = service(Models.class);
        try (ModelLease<Tagger> lease = models.lease(Tagger.class, "sentence-roles", Priority.INTERACTIVE, CancelToken.NEVER)) {
            assertEquals("sentence-roles", lease.service().descriptor().id());
            assertTrue(tags(lease.service(), "We ask how often they must be calibrated.").size() > 5);
        }
    }

    private static String role(JsonObject sentence, List<Tagger.Tag> tags, List<String> labels) {
        String best = "";
        double most = Double.NEGATIVE_INFINITY;
        for (String label : labels) {
            double sum = tags.stream()
                    .filter(tag -> tag.range().start() >= sentence.get("start").getAsInt() && tag.range().end() <= sentence.get("end").getAsInt())
                    .mapToDouble(tag -> Math.log(probability(tag, label)))
                    .sum();
            if (sum > most) {
                most = sum;
                best = label;
            }
        }
        return best;
    }

    private static double most(JsonObject probabilities) {
        return probabilities.asMap().values().stream().mapToDouble(JsonElement::getAsDouble).max().orElse(0);
    }

    private static List<Tagger.Tag> tags(Tagger tagger, String text) throws Exception {
        return tagger.tag(List.of(text), tagger.labels().size(), CancelToken.NEVER).getFirst();
    }

    private static double probability(Tagger.Tag tag, String label) {
        return tag.labels().stream().filter(one -> one.name().equals(label)).mapToDouble(Tagger.Label::probability).sum();
    }

    private static JsonArray golden() throws Exception {
        return JsonParser.parseString(Files.readString(CARD.resolve("golden.json"))).getAsJsonArray();
    }

    private static LoadedModel load() throws Exception {
        ModelEngine.Source adapter = source(SentenceRoles.class.getName());
        Path base = source("org.scholion.inference.citation.internal.CitationEncoder").folder();
        ModelEngine.Source whole = new ModelEngine.Source(adapter.descriptor(), adapter.folder(), Optional.of(base));
        return service(ModelEngine.class).load(whole, new ModelEngine.Options(Device.Kind.CPU, 2), CancelToken.NEVER);
    }

    private static ModelEngine.Source source(String type) throws InvalidSyntaxException {
        BundleContext context = context();
        return context.getServiceReferences(EmbeddedModels.class, null).stream()
                .map(context::getService)
                .filter(models -> models.getClass().getName().equals(type))
                .findFirst()
                .orElseThrow()
                .sources()
                .getFirst();
    }

    private static <S> S service(Class<S> type) {
        BundleContext context = context();
        ServiceReference<S> reference = context.getServiceReference(type);
        assertTrue(reference != null, "no " + type.getSimpleName());
        return context.getService(reference);
    }

    private static BundleContext context() {
        return FrameworkUtil.getBundle(SentenceRoles.class).getBundleContext();
    }
}
