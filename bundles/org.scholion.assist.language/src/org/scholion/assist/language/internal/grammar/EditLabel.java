package org.scholion.assist.language.internal.grammar;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** What a label of the tagger says to do with a word; {@code models/grammar-tagger/edits.py} has the same in Python. */
final class EditLabel {

    static final String KEEP = "KEEP";
    /** Misspelled: the dictionaries know better what is right. */
    static final String SPELL = "SPELL";
    /** How labels begin that put a sign at the end of the sentence. */
    static final String END = "END_";

    /** Signs that stand at the end of the word before them. */
    private static final String CLOSING = ",.;:!?)]}%'\u2019\u201D";

    private EditLabel() {}

    /**
     * The change of the sentence.
     *
     * @param words of the sentence
     * @param at the number of the word that has the label
     * @return empty when nothing changes, or when the label says only that something is wrong
     */
    static Optional<TextEdit> edit(String sentence, List<Word> words, int at, String label) {
        Word word = words.get(at);
        TextRange range = word.range();
        int split = label.indexOf('_');
        String kind = split < 0 ? label : label.substring(0, split);
        String rest = split < 0 ? "" : label.substring(split + 1);
        return switch (kind) {
            case "DELETE" -> Optional.of(deletion(sentence, range));
            case "CAPITAL" -> Optional.of(firstLetter(word, true));
            case "LOWER" -> Optional.of(firstLetter(word, false));
            case "JOIN" -> gap(sentence, words, at, "");
            case "HYPHEN" -> gap(sentence, words, at, "-");
            case "SPACE" -> word.text().equals("-") ? Optional.of(new TextEdit(range, " ")) : Optional.empty();
            case "REPLACE" -> Optional.of(new TextEdit(range, like(rest, word)));
            case "END" -> Optional.of(new TextEdit(TextRange.at(range.end()), isClosing(rest) ? rest : " " + rest));
            case "BEFORE" -> Optional.of(insertion(sentence, word, rest));
            case "SUFFIX" -> suffix(word, rest);
            // SPELL and OTHER: wrong, but the tagger does not know what is right
            default -> Optional.empty();
        };
    }

    /** Without a word goes one of the spaces around it; a sign that touches a word leaves them. */
    private static TextEdit deletion(String sentence, TextRange range) {
        boolean spaceBefore = range.start() > 0 && sentence.charAt(range.start() - 1) == ' ';
        boolean last = range.end() == sentence.length();
        boolean apart = last || !Character.isLetterOrDigit(sentence.charAt(range.end()));
        if (spaceBefore && apart) {
            return new TextEdit(new TextRange(range.start() - 1, range.end()), "");
        }
        int next = range.end() + 1;
        if (range.start() == 0 && next < sentence.length() && sentence.charAt(range.end()) == ' ') {
            boolean capital = Character.isUpperCase(sentence.charAt(0)) && Character.isLowerCase(sentence.charAt(next));
            return capital
                    ? new TextEdit(new TextRange(0, next + 1), sentence.substring(next, next + 1).toUpperCase(Locale.ROOT))
                    : new TextEdit(new TextRange(0, next), "");
        }
        return new TextEdit(range, "");
    }

    private static TextEdit firstLetter(Word word, boolean upper) {
        String first = word.text().substring(0, 1);
        return new TextEdit(
                TextRange.ofLength(word.range().start(), 1), upper ? first.toUpperCase(Locale.ROOT) : first.toLowerCase(Locale.ROOT));
    }

    private static Optional<TextEdit> gap(String sentence, List<Word> words, int at, String instead) {
        if (at + 1 == words.size()) {
            return Optional.empty();
        }
        TextRange gap = new TextRange(words.get(at).range().end(), words.get(at + 1).range().start());
        return gap.of(sentence).equals(" ") ? Optional.of(new TextEdit(gap, instead)) : Optional.empty();
    }

    private static TextEdit insertion(String sentence, Word word, String inserted) {
        int start = word.range().start();
        if (isClosing(inserted)) {
            int at = start > 0 && sentence.charAt(start - 1) == ' ' ? start - 1 : start;
            return new TextEdit(TextRange.at(at), inserted);
        }
        String tail = word.text().substring(1);
        boolean begins = start == 0 && word.isCapitalised() && !tail.isEmpty() && tail.chars().allMatch(Character::isLowerCase);
        return begins
                ? new TextEdit(new TextRange(0, 1), capitalised(inserted) + " " + word.text().substring(0, 1).toLowerCase(Locale.ROOT))
                : new TextEdit(TextRange.at(start), inserted + " ");
    }

    private static Optional<TextEdit> suffix(Word word, String endings) {
        int split = endings.indexOf('_');
        String old = endings.substring(0, split);
        String ending = endings.substring(split + 1);
        if (!word.text().toLowerCase(Locale.ROOT).endsWith(old)) {
            return Optional.empty();
        }
        int end = word.range().end();
        return Optional.of(new TextEdit(
                new TextRange(end - old.length(), end), word.isCapitals() ? ending.toUpperCase(Locale.ROOT) : ending));
    }

    /** A word with the capitals of the one that it replaces. */
    private static String like(String text, Word model) {
        if (model.isCapitals() && text.length() > 1) {
            return text.toUpperCase(Locale.ROOT);
        }
        return model.isCapitalised() ? capitalised(text) : text;
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static boolean isClosing(String sign) {
        return sign.length() == 1 && CLOSING.contains(sign);
    }
}
