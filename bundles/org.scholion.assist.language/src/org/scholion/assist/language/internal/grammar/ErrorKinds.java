package org.scholion.assist.language.internal.grammar;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.scholion.text.TextEdit;

/** Tells the kind of a correction from the words that change and the word before. */
final class ErrorKinds {

    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    private static final Set<String> PREPOSITIONS = Set.of(
            "of", "in", "to", "for", "with", "on", "from", "at", "by", "about", "as", "into", "like", "through", "after", "over",
            "between", "out", "against", "during", "without", "before", "under", "around", "among", "within", "upon", "towards",
            "toward", "since", "until", "off", "up");
    private static final Set<String> PRONOUNS = Set.of(
            "it", "its", "they", "them", "their", "he", "his", "him", "she", "her", "we", "our", "us", "you", "your", "i", "my", "me",
            "this", "these", "that", "those", "some", "any", "each", "every", "all", "both", "much", "many", "more", "most", "few",
            "less", "least", "other", "another", "one", "such", "who", "whom", "whose", "which", "what", "no");
    private static final Set<String> AUXILIARIES = Set.of(
            "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do", "does", "did", "can",
            "could", "may", "might", "must", "shall", "should", "will", "would");
    private static final Set<String> CONNECTIVES = Set.of(
            "and", "or", "but", "nor", "so", "if", "than", "then", "because", "although", "though", "while", "whereas", "when",
            "where", "how", "why", "also", "only", "too", "very", "just", "even", "still", "yet", "however", "therefore", "thus",
            "hence", "not", "there", "here");
    private static final List<Set<String>> IN_NUMBER =
            List.of(Set.of("is", "are"), Set.of("was", "were"), Set.of("has", "have"), Set.of("does", "do"));
    /** Behind these a word with an s is a verb, behind others mostly a noun. */
    private static final Set<String> BEFORE_VERB =
            Set.of("it", "they", "we", "he", "she", "who", "which", "that", "not", "also", "there", "[math]", "[cite]", "[other]");
    private static final double SAME_STEM = 0.6;

    private ErrorKinds() {}

    /**
     * The kind of a correction.
     *
     * @param edit of the sentence
     */
    static ErrorKind of(String sentence, TextEdit edit) {
        // a change inside a word is one of the word
        TextEdit whole = Extent.wholeWords(sentence, edit);
        String old = whole.range().of(sentence);
        List<String> before = words(old);
        List<String> after = words(whole.replacement());
        if (before.equals(after)) {
            return old.equalsIgnoreCase(whole.replacement()) && !old.equals(whole.replacement())
                    ? ErrorKind.GRAMMAR_CAPITAL
                    : signs(old).equals(signs(whole.replacement())) ? ErrorKind.GRAMMAR_HYPHEN : byCharacters(old, whole.replacement());
        }
        if (String.join("", before).equals(String.join("", after))) {
            return ErrorKind.GRAMMAR_HYPHEN;
        }
        List<String> changed = Stream.concat(without(before, after).stream(), without(after, before).stream()).toList();
        if (changed.isEmpty()) {
            return ErrorKind.GRAMMAR_EXTRA_OR_MISSING;
        }
        if (before.size() == 1 && after.size() == 1) {
            return ofPair(before.getFirst(), after.getFirst(), wordBefore(sentence, whole.range().start()));
        }
        return ofWords(changed);
    }

    private static ErrorKind ofPair(String before, String after, String previous) {
        if (IN_NUMBER.stream().anyMatch(pair -> pair.contains(before) && pair.contains(after))) {
            return ErrorKind.GRAMMAR_AGREEMENT;
        }
        boolean closed = isClosed(before) || isClosed(after);
        if (closed) {
            return ofWords(isClosed(after) ? List.of(after) : List.of(before));
        }
        int common = 0;
        while (common < Math.min(before.length(), after.length()) && before.charAt(common) == after.charAt(common)) {
            common++;
        }
        if (common < SAME_STEM * Math.min(before.length(), after.length())) {
            return ErrorKind.GRAMMAR_WORD_CHOICE;
        }
        String shorter = before.length() < after.length() ? before : after;
        String longer = before.length() < after.length() ? after : before;
        if (longer.equals(shorter + "s") || longer.equals(shorter + "es") || longer.equals(shorter.replaceAll("y$", "ies"))) {
            return BEFORE_VERB.contains(previous) ? ErrorKind.GRAMMAR_AGREEMENT : ErrorKind.GRAMMAR_NOUN_NUMBER;
        }
        return isVerbEnding(before.substring(common)) && isVerbEnding(after.substring(common))
                ? ErrorKind.GRAMMAR_VERB_FORM
                : ErrorKind.GRAMMAR_WORD_FORM;
    }

    private static boolean isVerbEnding(String ending) {
        return Set.of("", "e", "s", "es", "d", "ed", "ing", "y", "ies", "ied", "n", "en").contains(ending);
    }

    private static ErrorKind ofWords(List<String> words) {
        if (words.stream().allMatch(ARTICLES::contains)) {
            return ErrorKind.GRAMMAR_ARTICLE;
        }
        if (words.stream().allMatch(AUXILIARIES::contains)) {
            return ErrorKind.GRAMMAR_VERB_FORM;
        }
        if (words.stream().allMatch(word -> PREPOSITIONS.contains(word) || ARTICLES.contains(word))) {
            return ErrorKind.GRAMMAR_PREPOSITION;
        }
        if (words.stream().allMatch(word -> PRONOUNS.contains(word) || ARTICLES.contains(word))) {
            return ErrorKind.GRAMMAR_PRONOUN;
        }
        if (words.stream().allMatch(CONNECTIVES::contains)) {
            return ErrorKind.GRAMMAR_CONNECTIVE;
        }
        return ErrorKind.GRAMMAR_EXTRA_OR_MISSING;
    }

    private static ErrorKind byCharacters(String before, String after) {
        boolean hyphen = before.indexOf('-') >= 0 || after.indexOf('-') >= 0;
        return hyphen ? ErrorKind.GRAMMAR_HYPHEN : ErrorKind.GRAMMAR_PUNCTUATION;
    }

    private static boolean isClosed(String word) {
        return ARTICLES.contains(word)
                || PREPOSITIONS.contains(word)
                || PRONOUNS.contains(word)
                || AUXILIARIES.contains(word)
                || CONNECTIVES.contains(word);
    }

    private static List<String> words(String text) {
        return Word.of(text).stream()
                .map(Word::text)
                .filter(word -> Character.isLetterOrDigit(word.codePointAt(0)) || word.length() > 1)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> signs(String text) {
        return Word.of(text).stream().map(Word::text).filter(word -> !Character.isLetterOrDigit(word.codePointAt(0))).toList();
    }

    private static List<String> without(List<String> words, List<String> others) {
        return words.stream().filter(word -> !others.contains(word)).toList();
    }

    private static String wordBefore(String sentence, int at) {
        List<Word> words = Word.of(sentence.substring(0, at));
        return words.isEmpty() ? "" : words.getLast().text().toLowerCase(Locale.ROOT);
    }
}
