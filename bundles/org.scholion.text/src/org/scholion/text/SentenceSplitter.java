package org.scholion.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the sentences of scientific prose: knows its abbreviations, initials, numbers, and placeholders (U+FFFC) that stand for a
 * formula or citation. Rules only; immutable and thread-safe.
 */
public final class SentenceSplitter {

    private static final char PLACEHOLDER = '\uFFFC';
    private static final String CLOSERS = "\"'”’»)]}›」』）］】》";
    private static final String OPENERS = "\"'“‘«([{‹„‚¿¡「『（［【《";
    private static final String WIDE_ENDS = "。！？｡";

    private final String language;

    private SentenceSplitter(String language) {
        this.language = language;
    }

    /** @param language a BCP 47 tag; of those unknown the abbreviations of English are used */
    public static SentenceSplitter of(String language) {
        int end = 0;
        while (end < language.length() && Character.isLetter(language.charAt(end))) {
            end++;
        }
        return new SentenceSplitter(language.substring(0, end).toLowerCase(Locale.ROOT));
    }

    /** The sentences in order, without the white space between them; together they hold everything else. */
    public List<TextRange> split(CharSequence text) {
        List<TextRange> sentences = new ArrayList<>();
        int length = text.length();
        int start = skipSpace(text, 0);
        int i = start;
        while (i < length) {
            int end = endAt(text, i, start);
            if (end > i) {
                sentences.add(new TextRange(start, end));
                start = skipSpace(text, end);
                i = start;
            } else {
                // the others of a run of full stops end where the first does
                boolean run = isEnd(text.charAt(i));
                i++;
                while (run && i < length && isEnd(text.charAt(i))) {
                    i++;
                }
            }
        }
        int last = length;
        while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        if (last > start) {
            sentences.add(new TextRange(start, last));
        }
        return sentences;
    }

    /** Where the sentence that began at {@code start} ends when the unit at {@code at} ends it; else {@code at}. */
    private int endAt(CharSequence text, int at, int start) {
        char c = text.charAt(at);
        if (WIDE_ENDS.indexOf(c) >= 0) {
            int end = at + 1;
            while (end < text.length() && (WIDE_ENDS.indexOf(text.charAt(end)) >= 0 || CLOSERS.indexOf(text.charAt(end)) >= 0)) {
                end++;
            }
            return end;
        }
        if (!isEnd(c)) {
            return at;
        }
        int stop = at + 1;
        while (stop < text.length() && isEnd(text.charAt(stop))) {
            stop++;
        }
        int end = stop;
        while (end < text.length() && CLOSERS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        // a note mark, or a citation set as one
        while (end < text.length() && text.charAt(end) == PLACEHOLDER) {
            end++;
        }
        if (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            return at;
        }
        int next = skipSpace(text, end);
        if (next == text.length()) {
            return end;
        }
        boolean single = stop == at + 1 && c == '.';
        return mayBegin(text, next) && (!single || end > stop || endsSentence(text, at, start, next)) ? end : at;
    }

    /** Whether a sentence may begin there: not with a small letter or a comma. */
    private static boolean mayBegin(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && OPENERS.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (i == text.length()) {
            return false;
        }
        int letter = Character.codePointAt(text, i);
        return !Character.isLowerCase(letter) && ",;:.)]".indexOf(text.charAt(i)) < 0;
    }

    /** Whether the full stop at {@code at} ends a sentence, and not only an abbreviation, though a new one may begin at {@code next}. */
    private boolean endsSentence(CharSequence text, int at, int start, int next) {
        int wordStart = at;
        while (wordStart > start && isWordUnit(text.charAt(wordStart - 1))) {
            wordStart--;
        }
        String word = text.subSequence(wordStart, at).toString();
        if (word.isEmpty()) {
            return true;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (isNumber(word)) {
            return endsWithNumber(text, wordStart, start, next, word);
        }
        if (lower.equals("no") || lower.equals("nr") || lower.equals("art")) {
            return !startsWithDigitOrPlaceholder(text, next);
        }
        if (Abbreviations.isOpen(lower, language)) {
            return false;
        }
        if (Abbreviations.mayEnd(lower)) {
            return (lower.equals("etc") && Character.isUpperCase(text.charAt(next))) || followedByStarter(text, next);
        }
        boolean initial = word.codePointCount(0, word.length()) == 1 && Character.isUpperCase(word.codePointAt(0));
        boolean dotted = word.indexOf('.') > 0 && isDotted(word);
        if (initial || dotted) {
            return followedByStarter(text, next) || initial && text.charAt(next) == PLACEHOLDER;
        }
        return true;
    }

    private boolean endsWithNumber(CharSequence text, int wordStart, int start, int next, String number) {
        if (wordStart == start) {
            return false;
        }
        boolean ordinal = language.equals("de") && number.length() <= 2;
        return !ordinal || followedByStarter(text, next);
    }

    private static boolean followedByStarter(CharSequence text, int next) {
        int end = next;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        // a single capital letter is more often an initial than the article or pronoun
        boolean letter = end == next + 1 && end < text.length() && text.charAt(end) == '.';
        return end > next && !letter && Character.isUpperCase(text.charAt(next))
                && Abbreviations.startsSentences(text.subSequence(next, end).toString().toLowerCase(Locale.ROOT));
    }

    private static boolean startsWithDigitOrPlaceholder(CharSequence text, int at) {
        return Character.isDigit(text.charAt(at)) || text.charAt(at) == PLACEHOLDER;
    }

    private static boolean isEnd(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…';
    }

    private static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isDigit(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Single letters, or two, between full stops: {@code U.S}, {@code Ph.D}. */
    private static boolean isDotted(String word) {
        int run = 0;
        for (int i = 0; i < word.length(); i++) {
            run = word.charAt(i) == '.' ? 0 : run + 1;
            if (run > 2) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordUnit(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '\'' || c == '’' || Character.isSurrogate(c);
    }

    private static int skipSpace(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
