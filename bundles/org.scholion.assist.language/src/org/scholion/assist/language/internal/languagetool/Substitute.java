package org.scholion.assist.language.internal.languagetool;

import java.util.Map;
import org.scholion.text.OffsetMap;
import org.scholion.text.TextRange;

/**
 * The words that stand for a formula, a reference or anything else that is no text of the language.
 *
 * <p>LanguageTool sees {@link #NAME}, which it does not know and takes for a name. A finding about grammar has to come again when a
 * plain plural noun that begins with a vowel stands there instead; what depends on the word that was made up is none.
 */
final class Substitute {

    /** A word of no language that looks like a name. */
    static final String NAME = "Xyq";

    private static final Map<String, String> NOUNS =
            Map.of("en", "areas", "de", "Ideen", "fr", "idées", "es", "ideas", "pt", "ideias", "zh", "事物");

    private Substitute() {}

    static boolean isIn(String sentence) {
        return sentence.contains(NAME);
    }

    /** A sentence with another noun for each name, and the way back to the original sentence. */
    record Variant(String text, OffsetMap map) {

        /**
         * @param language LanguageTool's code
         * @param sentence with names
         */
        static Variant of(String language, String sentence) {
            String noun = NOUNS.getOrDefault(language.substring(0, 2), "areas");
            StringBuilder text = new StringBuilder();
            OffsetMap.Builder map = OffsetMap.builder();
            int from = 0;
            for (int at = sentence.indexOf(NAME); at >= 0; at = sentence.indexOf(NAME, from)) {
                text.append(sentence, from, at);
                map.verbatim(new TextRange(from, at));
                String word = text.isEmpty() ? Character.toUpperCase(noun.charAt(0)) + noun.substring(1) : noun;
                text.append(word);
                map.replaced(word.length(), TextRange.ofLength(at, NAME.length()));
                from = at + NAME.length();
            }
            text.append(sentence, from, sentence.length());
            map.verbatim(new TextRange(from, sentence.length()));
            return new Variant(text.toString(), map.build());
        }
    }

    /** Whether a range of the sentence holds or touches a letter of a name. */
    static boolean touches(String sentence, TextRange range) {
        for (int at = sentence.indexOf(NAME); at >= 0; at = sentence.indexOf(NAME, at + 1)) {
            if (range.start() <= at + NAME.length() && at <= range.end()) {
                return true;
            }
        }
        return false;
    }
}
