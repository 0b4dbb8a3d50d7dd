package org.scholion.inference.grammar.internal;

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
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.Tagger;
import org.scholion.inference.Turns;
import org.scholion.text.CancelToken;

/** The model and the engine are the services of this framework; the reference is made by {@code models/grammar-tagger/make_golden.py}. */
class GrammarTaggerTest {

    private static final Path CARD = Path.of("..", "..", "models", "grammar-tagger").toAbsolutePath().normalize();
    /** Activations are quantised, so a difference in the last bit of a sum grows from layer to layer. */
    private static final double NEAR = 0.1;

    @Test
    void theFilesAreThoseOfTheCard() throws Exception {
        List<String> sums = Files.readAllLines(CARD.resolve("SHA256SUMS"));
        assertEquals(4, sums.size());
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
    void theLabelsAreThoseOfTheReference() throws Exception {
        JsonArray golden = JsonParser.parseString(Files.readString(CARD.resolve("golden.json"))).getAsJsonArray();
        List<String> texts = new ArrayList<>();
        golden.forEach(row -> texts.add(row.getAsJsonObject().get("text").getAsString()));
        try (LoadedModel model = engine().load(source(), new ModelEngine.Options(Device.Kind.CPU, 2), CancelToken.NEVER)) {
            Tagger tagger = model.service(Tagger.class, Turns.FREE);
            int changes = 0;
            for (int i = 0; i < golden.size(); i++) {
                JsonArray wanted = golden.get(i).getAsJsonObject().getAsJsonArray("tags");
                List<Tagger.Tag> tags = tagger.tag(List.of(texts.get(i)), 2, CancelToken.NEVER).getFirst();
                assertEquals(wanted.size(), tags.size(), texts.get(i));
                for (int j = 0; j < tags.size(); j++) {
                    changes += assertLike(wanted.get(j), tags.get(j), texts.get(i));
                }
            }
            assertTrue(changes >= 2, "sentences with mistakes are among them: " + changes);
        }
    }

    /** Measured with the model that ships: 27 of 30 wrong words, and one word in twelve right sentences. */
    @Test
    void itFindsNoFewerErrorsThanWhenItShipped() throws Exception {
        int found = 0;
        int alarms = 0;
        try (LoadedModel model = engine().load(source(), new ModelEngine.Options(Device.Kind.CPU, 2), CancelToken.NEVER)) {
            Tagger tagger = model.service(Tagger.class, Turns.FREE);
            for (String line : Files.readAllLines(CARD.resolve("figures.txt"))) {
                int wrong = line.indexOf('[');
                String text = line.replace("[", "").replace("]", "");
                if (!line.startsWith("#")) {
                    for (Tagger.Tag tag : tagger.tag(List.of(text), 2, CancelToken.NEVER).getFirst()) {
                        double change = change(tag);
                        found += tag.range().start() == wrong && change >= 0.1 ? 1 : 0;
                        alarms += wrong < 0 && change >= 0.5 ? 1 : 0;
                    }
                }
            }
        }
        assertTrue(found >= 25, "wrong words found: " + found);
        assertTrue(alarms <= 2, "alarms in right sentences: " + alarms);
    }

    private static double change(Tagger.Tag tag) {
        return tag.labels().stream()
                .filter(label -> !label.name().equals("KEEP"))
                .mapToDouble(Tagger.Label::probability)
                .findFirst()
                .orElse(0);
    }

    /** Returns 1 when the reference wants a change. */
    private static int assertLike(JsonElement element, Tagger.Tag tag, String text) {
        JsonObject wanted = element.getAsJsonObject();
        assertEquals(wanted.get("start").getAsInt(), tag.range().start(), text);
        assertEquals(wanted.get("end").getAsInt(), tag.range().end(), text);
        String label = wanted.get("label").getAsString();
        double probability = tag.labels().stream()
                .filter(one -> one.name().equals(label))
                .mapToDouble(Tagger.Label::probability)
                .sum();
        assertEquals(wanted.get("probability").getAsDouble(), probability, NEAR, text + ": " + wanted);
        return label.equals("KEEP") ? 0 : 1;
    }

    private static ModelEngine engine() {
        BundleContext context = context();
        ServiceReference<ModelEngine> reference = context.getServiceReference(ModelEngine.class);
        assertTrue(reference != null, "no engine");
        return context.getService(reference);
    }

    private static ModelEngine.Source source() throws InvalidSyntaxException {
        BundleContext context = context();
        return context.getServiceReferences(EmbeddedModels.class, null).stream()
                .map(context::getService)
                .filter(GrammarTagger.class::isInstance)
                .findFirst()
                .orElseThrow()
                .sources()
                .getFirst();
    }

    private static BundleContext context() {
        return FrameworkUtil.getBundle(GrammarTagger.class).getBundleContext();
    }
}
