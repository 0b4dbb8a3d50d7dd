package org.scholion.evaluation.citation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.scholion.assist.citation.internal.PassageVerifier;
import org.scholion.assist.citations.CitationSupport;
import org.scholion.assist.citations.CitationSupport.Passage;
import org.scholion.evaluation.Json;
import org.scholion.evaluation.LocalModels;
import org.scholion.inference.Embeddings;
import org.scholion.inference.Encoder;
import org.scholion.inference.ModelLease;
import org.scholion.inference.Priority;
import org.scholion.library.search.PassageHit;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.text.CancelToken;

/**
 * Compares sentences that cite a paper with the text of that paper, and with the text of the paper that stands next in the data, which they do
 * not cite. Nobody judged whether a paper says what it is cited for: the difference between the two is what can be measured.
 *
 * <p>Arguments: the folder of the data, the file for the result, {@code --encoder FOLDER} (may be left out), {@code --papers N},
 * {@code --sentences N} of each.
 */
public final class Verification {

    private static final int PASSAGE_WORDS = 110;
    private static final int LEAST_WORDS = 8;

    private final Map<String, String> options;
    private final Optional<Encoder> encoder;

    /** A paper in passages, with their vectors, and sentences of others that cite it. */
    private record Paper(String id, List<String> passages, Optional<Embeddings> vectors, List<String> citing) {}

    private Verification(Map<String, String> options, Optional<Encoder> encoder) {
        this.options = options;
        this.encoder = encoder;
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 2; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        Map<String, Object> result;
        if (options.containsKey("--encoder")) {
            String id = "citation-encoder";
            try (LocalModels models = new LocalModels(Map.of(id, Path.of(options.get("--encoder"))), 2);
                    ModelLease<Encoder> lease = models.lease(Encoder.class, id, Priority.BACKGROUND, CancelToken.NEVER)) {
                result = new Verification(options, Optional.of(lease.service())).run(Path.of(args[0]));
            }
        } else {
            result = new Verification(options, Optional.empty()).run(Path.of(args[0]));
        }
        Files.writeString(Path.of(args[1]), Json.of(result));
    }

    private int option(String name, int otherwise) {
        return Integer.parseInt(options.getOrDefault(name, String.valueOf(otherwise)));
    }

    private Map<String, Object> run(Path data) throws Exception {
        List<Paper> papers = papers(data.resolve("scisumm-dev").resolve("scisumm-dev.jsonl.gz"));
        List<Double> own = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        Map<String, Integer> ownVerdicts = new LinkedHashMap<>();
        Map<String, Integer> otherVerdicts = new LinkedHashMap<>();
        for (int i = 0; i < papers.size(); i++) {
            for (String sentence : papers.get(i).citing()) {
                verify(sentence, papers.get(i), own, ownVerdicts);
                verify(sentence, papers.get((i + 1) % papers.size()), other, otherVerdicts);
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("encoder", options.getOrDefault("--encoder", "none"));
        json.put("papers", papers.size());
        json.put("sentences", own.size());
        json.put("areaUnderCurve", area(own, other));
        json.put("ownPaper", ownVerdicts);
        json.put("otherPaper", otherVerdicts);
        Map<String, Object> limits = new LinkedHashMap<>();
        for (int limit = 20; limit <= 70; limit += 5) {
            double least = limit / 100.0;
            limits.put(String.format(Locale.ROOT, "%.2f", least), Map.of("own", share(own, least), "other", share(other, least)));
        }
        json.put("shareFromScore", limits);
        return json;
    }

    private void verify(String sentence, Paper paper, List<Double> scores, Map<String, Integer> verdicts) throws Exception {
        CitationSupport support = new PassageVerifier(library(paper)).verify(sentence, paper.id(), List.of(Path.of(paper.id())), CancelToken.NEVER);
        scores.add(support.passage().map(Passage::score).orElse(0.0));
        verdicts.merge(support.verdict().name(), 1, Integer::sum);
    }

    private static double share(List<Double> scores, double least) {
        return scores.stream().filter(score -> score >= least).count() / (double) scores.size();
    }

    /** How often a sentence is nearer to the paper that it cites than one is to another paper. */
    private static double area(List<Double> own, List<Double> other) {
        double nearer = 0;
        for (double one : own) {
            for (double two : other) {
                nearer += one > two ? 1 : one == two ? 0.5 : 0;
            }
        }
        return nearer / own.size() / other.size();
    }

    private List<Paper> papers(Path file) throws Exception {
        List<Paper> papers = new ArrayList<>();
        try (BufferedReader reader = reader(file)) {
            for (String line = reader.readLine(); line != null && papers.size() < option("--papers", 60); line = reader.readLine()) {
                JsonObject json = JsonParser.parseString(line).getAsJsonObject();
                List<String> citing = citing(json.getAsJsonArray("citing_sentences"));
                List<String> passages = passages(json);
                if (!citing.isEmpty() && !passages.isEmpty()) {
                    papers.add(new Paper(json.get("id").getAsString(), passages, embed(passages, Encoder.Role.PASSAGE), citing));
                }
            }
        }
        return papers;
    }

    private static BufferedReader reader(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    private List<String> citing(JsonArray sentences) {
        List<String> citing = new ArrayList<>();
        for (JsonElement one : sentences) {
            String text = one.isJsonPrimitive() ? one.getAsString() : one.getAsJsonObject().get("text").getAsString();
            String plain = text.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
            if (plain.split(" ").length >= LEAST_WORDS && citing.size() < option("--sentences", 10)) {
                citing.add(plain);
            }
        }
        return citing;
    }

    private static List<String> passages(JsonObject paper) {
        List<String> passages = new ArrayList<>();
        StringBuilder passage = new StringBuilder();
        for (JsonElement section : paper.getAsJsonArray("sections")) {
            for (String sentence : section.getAsJsonObject().get("text").getAsString().split("(?<=[.?!])\\s+")) {
                passage.append(passage.isEmpty() ? "" : " ").append(sentence);
                if (passage.toString().split(" ").length >= PASSAGE_WORDS) {
                    passages.add(passage.toString());
                    passage.setLength(0);
                }
            }
        }
        if (!passage.isEmpty()) {
            passages.add(passage.toString());
        }
        return passages;
    }

    private Optional<Embeddings> embed(List<String> texts, Encoder.Role role) throws Exception {
        return encoder.isEmpty() ? Optional.empty() : Optional.of(encoder.get().embed(texts, role, CancelToken.NEVER));
    }

    /** A library of one paper that finds passages by the words and the meaning that they share with a sentence. */
    private ReferenceLibrary library(Paper paper) {
        return (ReferenceLibrary) Proxy.newProxyInstance(
                ReferenceLibrary.class.getClassLoader(), new Class<?>[] {ReferenceLibrary.class}, (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "passages" -> nearest(paper, (String) arguments[2], (Integer) arguments[3]);
                            case "reference" -> Optional.empty();
                            default -> throw new UnsupportedOperationException(method.getName());
                        });
    }

    private List<PassageHit> nearest(Paper paper, String sentence, int limit) throws Exception {
        Set<String> wanted = words(sentence);
        Optional<Embeddings> question = embed(List.of(sentence), Encoder.Role.QUERY);
        List<PassageHit> hits = new ArrayList<>();
        for (int i = 0; i < paper.passages().size(); i++) {
            Set<String> shared = words(paper.passages().get(i));
            shared.retainAll(wanted);
            double meaning = question.isEmpty() ? 0 : cosine(question.get().vector(0), paper.vectors().orElseThrow().vector(i));
            hits.add(new PassageHit(paper.passages().get(i), 1, shared.size(), meaning));
        }
        double most = Math.max(1, hits.stream().mapToDouble(PassageHit::words).max().orElse(1));
        hits.sort(Comparator.comparingDouble((PassageHit hit) -> hit.words() / most + 1.5 * hit.meaning()).reversed());
        return hits.subList(0, Math.min(limit, hits.size()));
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("\\P{L}+")));
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
