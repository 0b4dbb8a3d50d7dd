package org.scholion.inference.onnx.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scholion.text.CancelToken;

/** The imported SmolLM2 beside what llama.cpp made of the same file; only where the model is installed. */
class SmolLm2Test {

    private static final String ID = "smollm2-135m-instruct";
    private static final Path GOLDEN = Path.of("../../models", ID, "golden-vectors.json");

    private static Path folder() {
        Path models = Optional.ofNullable(System.getenv("SCHOLION_MODELS"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".local/share/scholion/models"));
        Path folder = models.resolve(ID);
        assumeTrue(Files.isDirectory(folder), ID + " is not installed in " + models + "; scholion models install " + ID);
        return folder;
    }

    @Test
    void tokensLogitsAndProbabilitiesAreThoseOfLlamaCpp() throws Exception {
        JsonObject golden = JsonParser.parseString(Files.readString(GOLDEN)).getAsJsonObject();
        double theirs = 0;
        double ours = 0;
        try (CausalModel model = TinyModels.causal(folder())) {
            for (JsonElement element : golden.getAsJsonArray("texts")) {
                JsonObject text = element.getAsJsonObject();
                String name = text.get("name").getAsString();
                int[] ids = Arrays.stream(TinyModels.longs(text.getAsJsonArray("ids"))).mapToInt(Math::toIntExact).toArray();
                long[] made = model.tokenizer().encodeIds(List.of(text.get("text").getAsString()), false)[0];
                assertEquals(Arrays.toString(ids), Arrays.toString(made), name);
                int size = model.graph().vocabulary();
                try (Continuation read = model.graph().open(ids.length)) {
                    read.append(ids, 0, ids.length, ids.length, CancelToken.NEVER);
                    for (int i = 0; i + 1 < ids.length; i++) {
                        ours += TextScorer.logProbability(read.values(), read.offset(i), size, ids[i + 1]);
                    }
                    theirs += text.get("logProbabilitySum").getAsDouble();
                    compareTop(text, read, read.offset(ids.length - 1), size, name);
                }
            }
        }
        // the products round their inputs to 8 bits, each in its own way
        assertEquals(theirs, ours, -theirs * 0.01);
    }

    private static void compareTop(JsonObject text, Continuation read, int offset, int size, String name) {
        List<Integer> top = text.getAsJsonArray("topIds").asList().stream().map(JsonElement::getAsInt).toList();
        for (int i = 0; i < top.size(); i++) {
            double expected = text.getAsJsonArray("topLogits").get(i).getAsDouble();
            assertEquals(expected, read.values().get(offset + top.get(i)), 2, name);
        }
        Set<Integer> firstThree = new HashSet<>(top.subList(0, 3));
        assertTrue(firstThree.contains(Sampler.greatest(read.values(), offset, size)), name);
    }
}
