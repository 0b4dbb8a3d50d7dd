package org.scholion.assist.citation.internal.need;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something plain that is told of a sentence, as {@code models/citation-encoder/worthiness.py} describes it; what is counted comes with the
 * model.
 */
sealed interface SentenceFeature {

    /**
     * A sentence in its paragraph.
     *
     * @param text plain, without citations
     * @param index in its paragraph
     * @param count of sentences in the paragraph
     */
    record Sentence(String text, int index, int count) {}

    double of(Sentence sentence);

    /** The number of words. */
    record Words(int most, double divide) implements SentenceFeature {
        @Override
        public double of(Sentence sentence) {
            long spaces = sentence.text().chars().filter(c -> c == ' ').count();
            return Math.min(spaces + 1, most) / divide;
        }
    }

    /** How often a pattern is found. */
    record Matches(Pattern pattern, int most, double divide) implements SentenceFeature {
        @Override
        public double of(Sentence sentence) {
            Matcher matcher = pattern.matcher(sentence.text());
            int found = 0;
            while (found < most && matcher.find()) {
                found++;
            }
            return found / divide;
        }
    }

    /** Whether one of some texts stands in it, without regard to case. */
    record Contains(List<String> texts) implements SentenceFeature {
        public Contains {
            texts = List.copyOf(texts);
        }

        @Override
        public double of(Sentence sentence) {
            String lower = sentence.text().toLowerCase(Locale.ROOT);
            return texts.stream().anyMatch(lower::contains) ? 1 : 0;
        }
    }

    /** Whether it is the first of its paragraph. */
    record First() implements SentenceFeature {
        @Override
        public double of(Sentence sentence) {
            return sentence.index() == 0 ? 1 : 0;
        }
    }

    /** Whether it is the last of its paragraph. */
    record Last() implements SentenceFeature {
        @Override
        public double of(Sentence sentence) {
            return sentence.index() == sentence.count() - 1 ? 1 : 0;
        }
    }

    /** @throws IllegalArgumentException when there is no such feature */
    static SentenceFeature read(JsonObject json) {
        String kind = json.get("kind").getAsString();
        return switch (kind) {
            case "words" -> new Words(json.get("most").getAsInt(), json.get("divide").getAsDouble());
            case "count" -> {
                int flags = json.get("ignore_case").getAsBoolean() ? Pattern.CASE_INSENSITIVE : 0;
                Pattern pattern = Pattern.compile(json.get("regex").getAsString(), flags);
                yield new Matches(pattern, json.get("most").getAsInt(), json.get("divide").getAsDouble());
            }
            case "contains" -> {
                List<String> texts = new ArrayList<>();
                for (JsonElement text : json.getAsJsonArray("text")) {
                    texts.add(text.getAsString());
                }
                yield new Contains(texts);
            }
            case "first" -> new First();
            case "last" -> new Last();
            default -> throw new IllegalArgumentException("no feature of a sentence: " + kind);
        };
    }
}
