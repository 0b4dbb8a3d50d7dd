package org.scholion.assist.writing.internal.extract;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedWriter;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.scholion.assist.writing.internal.paper.PaperText;
import org.scholion.evaluation.drafts.JsonPaper;

/**
 * Writes what {@code models/extractive-drafts} learns from: for each paper its sentences and words with their features.
 *
 * <p>Arguments: a file of papers, one JSON object a line, perhaps compressed by gzip; the file to write.
 */
public final class FeatureList {

    private FeatureList() {}

    public static void main(String[] args) throws Exception {
        Path papers = Path.of(args[0]);
        try (InputStream file = Files.newInputStream(papers);
                InputStream in = args[0].endsWith(".gz") ? new GZIPInputStream(file) : file;
                Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
                BufferedWriter out = Files.newBufferedWriter(Path.of(args[1]))) {
            JsonObject names = new JsonObject();
            names.add("sentence", names(SentenceFeature.values()));
            names.add("word", names(WordFeature.values()));
            out.write(names + "\n");
            for (String line : (Iterable<String>) lines::iterator) {
                JsonObject paper = JsonParser.parseString(line).getAsJsonObject();
                if (paper.has("abstract") && !paper.get("abstract").getAsString().isBlank()) {
                    out.write(row(paper) + "\n");
                }
            }
        }
    }

    private static JsonArray names(Enum<?>[] features) {
        JsonArray names = new JsonArray();
        Stream.of(features).map(Enum::name).forEach(names::add);
        return names;
    }

    private static JsonObject row(JsonObject paper) {
        String id = paper.has("id") ? paper.get("id").getAsString() : paper.get("paper").getAsString();
        PaperFacts facts = new PaperFacts(PaperText.of(JsonPaper.read(paper, "paper")));
        JsonObject row = new JsonObject();
        row.addProperty("id", id);
        row.add("part", paper.get(paper.has("part") ? "part" : "title"));
        row.add("abstract", paper.get("abstract"));
        JsonArray sentences = new JsonArray();
        for (int i = 0; i < facts.size(); i++) {
            JsonObject sentence = new JsonObject();
            sentence.addProperty("text", facts.sentence(i).text());
            sentence.add("features", numbers(ExtractModel.features(facts, i)));
            sentences.add(sentence);
        }
        row.add("sentences", sentences);
        JsonObject words = new JsonObject();
        WordFeature.of(facts).forEach((term, features) -> words.add(term, numbers(features)));
        row.add("words", words);
        return row;
    }

    private static JsonArray numbers(double[] values) {
        JsonArray numbers = new JsonArray();
        for (double value : values) {
            numbers.add(Math.round(value * 1e5) / 1e5);
        }
        return numbers;
    }
}
