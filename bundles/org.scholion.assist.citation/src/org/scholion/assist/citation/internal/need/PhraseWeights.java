package org.scholion.assist.citation.internal.need;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phrases that stand in sentences that need a citation, or in others, with what each weighs. {@code
 * models/citation-encoder/phrases.py} makes it:
 * lines of a phrase, a tab and a number. Immutable; thread-safe.
 */
final class PhraseWeights {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)*");
    private static final Pattern TOKEN = Pattern.compile("[a-z][a-z'-]*|0|[%;:()<>/]|\\.");
    private static final int WORDS = 3;

    /** Lines that begin so are about the network that the phrases were weighed with before. */
    private static final String SETTING = "!";

    private final Map<String, Float> weights;

    private PhraseWeights(Map<String, Float> lines) {
        weights = Map.copyOf(lines);
    }

    /** @throws IOException also when the text is no such list */
    static PhraseWeights read(Reader text) throws IOException {
        Map<String, Float> lines = new HashMap<>();
        BufferedReader in = new BufferedReader(text);
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int tab = line.indexOf('\t');
                if (!line.startsWith(SETTING)) {
                    lines.put(line.substring(0, tab), Float.valueOf(line.substring(tab + 1)));
                }
            }
            return new PhraseWeights(lines);
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new IOException("not a list of phrases", broken);
        }
    }

    /** The sum of the weights, divided by the root of the number of phrases that are known. */
    double score(String sentence) {
        double sum = 0;
        int known = 0;
        for (String phrase : phrases(sentence)) {
            Float weight = weights.get(phrase);
            if (weight != null) {
                sum += weight;
                known++;
            }
        }
        return sum / Math.sqrt(Math.max(1, known));
    }

    private static Set<String> phrases(String sentence) {
        List<String> words = new ArrayList<>(List.of("<s>"));
        Matcher token = TOKEN.matcher(NUMBER.matcher(sentence.toLowerCase(Locale.ROOT)).replaceAll("0"));
        while (token.find()) {
            words.add(token.group());
        }
        words.add("</s>");
        Set<String> phrases = new HashSet<>();
        for (int length = 1; length <= WORDS; length++) {
            for (int start = 0; start + length <= words.size(); start++) {
                phrases.add(String.join(" ", words.subList(start, start + length)));
            }
        }
        return phrases;
    }
}
