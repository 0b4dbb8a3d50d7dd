package org.scholion.evaluation.drafts;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.scholion.assist.drafts.AnswerAssistant;
import org.scholion.assist.drafts.AnswerAssistant.Answer;
import org.scholion.assist.writing.internal.answer.ExtractedAnswers;
import org.scholion.evaluation.Json;
import org.scholion.evaluation.LocalModels;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;
import org.scholion.text.SentenceSplitter;
import org.scholion.text.TextRange;

/**
 * Asks papers for what the sentences of their abstracts say, and other papers for the same. How often something is found, and how
 * much of the
 * words of the abstract's sentence stands in the best answer. Published sets of questions on papers may not be fetched where this
 * is built.
 *
 * <p>Arguments: a file of papers, one JSON object a line, perhaps compressed by gzip; the file for the result; the folder of the
 * encoder, or
 * {@code -} to go by words; how many papers at most.
 */
public final class AnswerScores {

    private static final SentenceSplitter SPLITTER = SentenceSplitter.of("en");
    private static final int LEAST_WORDS = 8;
    private static final int QUESTIONS = 4;
    private static final int STEPS = 20;

    private AnswerScores() {}

    public static void main(String[] args) throws Exception {
        List<JsonObject> papers = read(Path.of(args[0]), Integer.parseInt(args[3]));
        if (args[2].equals("-")) {
            Files.writeString(Path.of(args[1]), Json.of(ask(papers, new ExtractedAnswers(null))));
            return;
        }
        try (LocalModels models = new LocalModels(Map.of("all-minilm-l6-v2", Path.of(args[2])), 2)) {
            Files.writeString(Path.of(args[1]), Json.of(ask(papers, new ExtractedAnswers(models))));
        }
    }

    private static List<JsonObject> read(Path file, int atMost) throws Exception {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .filter(paper -> !paper.has("language") || paper.get("language").getAsString().equals("en"))
                    .limit(atMost)
                    .toList();
        }
    }

    private static Map<String, Object> ask(List<JsonObject> papers, AnswerAssistant assistant) throws Exception {
        List<Manuscript> texts = papers.stream().map(paper -> JsonPaper.read(paper, "paper")).toList();
        List<Double> own = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < papers.size(); i++) {
            String summary = papers.get(i).get("abstract").getAsString().replaceAll("\\s+", " ");
            List<String> questions = SPLITTER.split(summary).stream()
                    .map((TextRange range) -> range.of(summary))
                    .filter(sentence -> sentence.split(" ").length >= LEAST_WORDS)
                    .limit(QUESTIONS)
                    .toList();
            for (String question : questions) {
                own.add(best(assistant, question, texts.get(i)));
                other.add(best(assistant, question, texts.get((i + papers.size() / 2) % papers.size())));
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("command", "releng/evaluation/run-answers");
        result.put("papers", papers.size());
        result.put("questions", own.size());
        result.put("found", share(own, 0));
        result.put("foundInAnother", share(other, 0));
        result.put("secondsPerQuestion", (System.nanoTime() - start) / 1e9 / (own.size() + other.size()));
        Map<String, Object> byScore = new LinkedHashMap<>();
        for (int step = 0; step < STEPS; step++) {
            double from = (double) step / STEPS;
            byScore.put(String.valueOf(from), List.of(share(own, from), share(other, from)));
        }
        result.put("shareFromScoreOn", byScore);
        return result;
    }

    private static double best(AnswerAssistant assistant, String question, Manuscript paper) throws Exception {
        List<Answer> answers = assistant.answer(question, List.of(paper), 1, CancelToken.NEVER);
        return answers.isEmpty() ? -1 : answers.getFirst().score();
    }

    private static double share(List<Double> scores, double from) {
        return (double) scores.stream().filter(score -> score >= from).count() / scores.size();
    }
}
