package org.scholion.evaluation.drafts;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.scholion.assist.drafts.AbstractRequest;
import org.scholion.assist.drafts.DraftAssistant;
import org.scholion.assist.drafts.DraftSentence;
import org.scholion.assist.writing.internal.extract.ExtractiveDrafts;
import org.scholion.evaluation.Json;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Prose;
import org.scholion.text.CancelToken;
import org.scholion.text.SentenceSplitter;
import org.scholion.text.TextRange;

/**
 * Compares the abstracts that are made from published papers with those of their authors, by ROUGE, beside the start of the
 * paper, the starts
 * of introduction and conclusion, and LexRank. English papers.
 *
 * <p>Arguments: {@code abstract-dev.jsonl}, the file for the result.
 */
public final class AbstractScores {

    private static final int WORDS = 200;
    private static final Pattern CONCLUSION = Pattern.compile("(?i)conclu|summary|discussion");
    private static final SentenceSplitter SPLITTER = SentenceSplitter.of("en");

    private final DraftAssistant extractive = new ExtractiveDrafts(null);
    private final Map<String, List<Rouge.Score>> scores = new LinkedHashMap<>();
    private final List<Double> seconds = new ArrayList<>();

    private AbstractScores() {}

    public static void main(String[] args) throws Exception {
        AbstractScores all = new AbstractScores();
        Map<String, Object> byPaper = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            JsonObject paper = JsonParser.parseString(line).getAsJsonObject();
            if (paper.get("language").getAsString().equals("en")) {
                byPaper.put(paper.get("paper").getAsString(), all.paper(paper));
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("command", "releng/evaluation/run-abstracts");
        result.put("papers", byPaper.size());
        result.put("words", WORDS);
        all.scores.forEach((name, own) -> result.put(name, mean(own)));
        result.put("secondsMean", all.seconds.stream().mapToDouble(x -> x).average().orElse(0));
        result.put("secondsMost", all.seconds.stream().mapToDouble(x -> x).max().orElse(0));
        result.put("byPaper", byPaper);
        Files.writeString(Path.of(args[1]), Json.of(result));
    }

    private Map<String, Object> paper(JsonObject json) throws Exception {
        Manuscript paper = JsonPaper.read(json, json.get("paper").getAsString());
        List<String> wanted = sentences(json.get("abstract").getAsString());
        long start = System.nanoTime();
        List<String> made = extractive.draftAbstract(paper, new AbstractRequest(WORDS, false), CancelToken.NEVER).sentences().stream()
                .map(DraftSentence::text)
                .toList();
        seconds.add((System.nanoTime() - start) / 1e9);
        List<String> body = paper.blocks().stream()
                .filter(block -> block.kind() == BlockKind.PARAGRAPH)
                .flatMap(block -> sentences(words(block)).stream())
                .toList();
        add("extractive", wanted, made);
        add("lead", wanted, first(body, WORDS));
        List<String> ends = new ArrayList<>(first(from(paper, "(?i)introduc", true), WORDS / 2));
        ends.addAll(first(from(paper, CONCLUSION.pattern(), false), WORDS / 2));
        add("introductionAndConclusion", wanted, ends);
        add("lexRank", wanted, LexRank.of(body, WORDS));
        Map<String, Object> row = new LinkedHashMap<>(mean(List.of(scores.get("extractive").getLast())));
        row.put("sentences", made.size());
        return row;
    }

    private void add(String name, List<String> wanted, List<String> made) {
        scores.computeIfAbsent(name, key -> new ArrayList<>()).add(Rouge.of(wanted, made));
    }

    /** The body from the first or the last heading that has some words; from its start or its last section where none has. */
    private static List<String> from(Manuscript paper, String heading, boolean first) {
        List<Block> blocks = paper.blocks();
        Pattern words = Pattern.compile(heading);
        int at = first ? 0 : blocks.size() - 2;
        for (int i = 0; i < blocks.size(); i++) {
            boolean found = blocks.get(i).kind() == BlockKind.HEADING && words.matcher(words(blocks.get(i))).find();
            if (found) {
                at = i;
                if (first) {
                    break;
                }
            }
        }
        return blocks.subList(at, blocks.size()).stream()
                .filter(block -> block.kind() == BlockKind.PARAGRAPH)
                .flatMap(block -> sentences(words(block)).stream())
                .toList();
    }

    /** So many words from the start; the last sentence is cut. */
    private static List<String> first(List<String> sentences, int words) {
        List<String> found = new ArrayList<>();
        int left = words;
        for (String sentence : sentences) {
            String[] own = sentence.split(" ");
            if (left <= 0) {
                break;
            }
            found.add(Arrays.stream(own).limit(left).collect(Collectors.joining(" ")));
            left -= own.length;
        }
        return found;
    }

    private static String words(Block block) {
        return block.prose().text().replace(Prose.PLACEHOLDER, ' ').replaceAll("\\s+", " ").strip();
    }

    private static List<String> sentences(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return SPLITTER.split(line).stream().map((TextRange range) -> range.of(line)).toList();
    }

    /** In hundredths, as ROUGE is given. */
    private static Map<String, Object> mean(List<Rouge.Score> scores) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rouge1", 100 * scores.stream().mapToDouble(Rouge.Score::one).average().orElse(0));
        json.put("rouge2", 100 * scores.stream().mapToDouble(Rouge.Score::two).average().orElse(0));
        json.put("rougeLsum", 100 * scores.stream().mapToDouble(Rouge.Score::longest).average().orElse(0));
        return json;
    }
}
