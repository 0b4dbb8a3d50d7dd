package org.scholion.evaluation.drafts;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.scholion.assist.writing.internal.extract.ExtractedKeywords;
import org.scholion.evaluation.Json;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;

/**
 * Compares key words that are found in articles with those that their authors gave, of which only those count that stand in the
 * article. The
 * same number is taken of the words and pairs of words that stand there most often, as a peer.
 *
 * <p>Arguments: a file of articles and one of {@code keys}, one JSON object a line, which belong together by {@code id} or title;
 * the file for
 * the result.
 */
public final class KeywordScores {

    private static final int COUNT = 8;
    private static final Pattern ENDING = Pattern.compile("(?<=\\w{3})s\\b");

    private int right;
    private int given;
    private int wanted;

    private KeywordScores() {}

    public static void main(String[] args) throws Exception {
        KeywordScores own = new KeywordScores();
        KeywordScores frequent = new KeywordScores();
        int articles = 0;
        Map<String, JsonElement> given = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(args[1]))) {
            JsonObject keys = JsonParser.parseString(line).getAsJsonObject();
            given.put(keys.get("id").getAsString(), keys.get("keys"));
            given.put(keys.get("title").getAsString(), keys.get("keys"));
        }
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            JsonObject article = JsonParser.parseString(line).getAsJsonObject();
            JsonElement known = given.getOrDefault(article.get("id").getAsString(), given.get(article.get("title").getAsString()));
            if (known == null || !article.get("src").getAsString().equals("oa-stm")) {
                continue;
            }
            Manuscript paper = JsonPaper.read(article, "article");
            String text = paper.blocks().stream().map(block -> plain(block.prose().text())).collect(Collectors.joining(" . "));
            Set<String> keys = new HashSet<>();
            known.getAsJsonArray().forEach(key -> keys.add(plain(key.getAsString())));
            keys.removeIf(key -> !(" " + text + " ").contains(" " + key + " "));
            if (!keys.isEmpty()) {
                articles++;
                own.count(
                        keys,
                        new ExtractedKeywords().keywords(paper, COUNT, CancelToken.NEVER).stream()
                                .map(keyword -> plain(keyword.text()))
                                .toList());
                frequent.count(keys, mostFrequent(paper));
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("command", "releng/evaluation/run-keywords");
        result.put("articles", articles);
        result.put("own", own.json());
        result.put("mostFrequent", frequent.json());
        Files.writeString(Path.of(args[2]), Json.of(result));
    }

    private static String plain(String text) {
        String words = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return ENDING.matcher(words).replaceAll("");
    }

    private static List<String> mostFrequent(Manuscript paper) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Block block : paper.blocks()) {
            String before = "";
            for (String word : plain(block.prose().text()).split(" ")) {
                boolean content = word.length() > 3;
                if (content) {
                    counts.merge(word, 1, Integer::sum);
                    if (!before.isEmpty()) {
                        counts.merge(before + ' ' + word, 1, Integer::sum);
                    }
                }
                before = content ? word : "";
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(COUNT)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void count(Set<String> keys, List<String> found) {
        right += (int) found.stream().filter(keys::contains).count();
        given += found.size();
        wanted += keys.size();
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        double precision = (double) right / given;
        double recall = (double) right / wanted;
        json.put("precision", precision);
        json.put("recall", recall);
        json.put("f1", right == 0 ? 0 : 2 * precision * recall / (precision + recall));
        return json;
    }
}
