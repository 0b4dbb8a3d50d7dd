package org.scholion.assist.language.internal.consistency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.Prose.Passage;
import org.scholion.text.SentenceSplitter;
import org.scholion.text.TextRange;

/** The prose of a block taken apart. Immutable; depends on the prose, kind and language alone. */
public final class BlockText {

    private final String text;
    private final BlockKind kind;
    private final String language;
    private final List<Placeholder> placeholders;
    private final List<Passage> passages;
    private final List<TextRange> sentences;
    private final List<Word> words;

    /** @param language the tag in which to check the block */
    public BlockText(Block block, String language) {
        Prose prose = block.prose();
        text = prose.text();
        kind = block.kind();
        this.language = primary(language);
        placeholders = prose.placeholders();
        passages = prose.passages();
        sentences = List.copyOf(SentenceSplitter.of(language).split(text));
        words = List.copyOf(readWords());
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    public String text() {
        return text;
    }

    public BlockKind kind() {
        return kind;
    }

    /** The primary language, such as {@code en}. */
    public String language() {
        return language;
    }

    public boolean isEnglish() {
        return language.equals("en");
    }

    public List<Placeholder> placeholders() {
        return placeholders;
    }

    public List<TextRange> sentences() {
        return sentences;
    }

    public List<Word> words() {
        return words;
    }

    /** Whether the unit may be judged: not in a quotation, in another language, or where checking is off. */
    public boolean isOpen(int offset) {
        for (Passage passage : passages) {
            if (passage.kind() != Passage.Kind.EMPHASIS && passage.range().contains(offset)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the unit is emphasised. */
    public boolean isEmphasised(int offset) {
        for (Passage passage : passages) {
            if (passage.kind() == Passage.Kind.EMPHASIS && passage.range().contains(offset)) {
                return true;
            }
        }
        return false;
    }

    /** The kind of placeholder at the offset, or {@link PlaceholderKind#UNKNOWN} when there is none. */
    public PlaceholderKind placeholderAt(int offset) {
        int low = 0;
        int high = placeholders.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = placeholders.get(middle).offset();
            if (at == offset) {
                return placeholders.get(middle).kind();
            }
            if (at < offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return PlaceholderKind.UNKNOWN;
    }

    /** The character at the offset, or a line feed outside the text. */
    public char at(int offset) {
        return offset >= 0 && offset < text.length() ? text.charAt(offset) : '\n';
    }

    /** Whether the word and the next one are parted by one space alone. */
    public boolean joinsNext(int word) {
        return word + 1 < words.size()
                && words.get(word + 1).start() == words.get(word).end() + 1
                && isSpace(text.charAt(words.get(word).end()));
    }

    /** A space of any width in the line. */
    public static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u2009' || c == '\u202F' || c == '\u2002' || c == '\u200A';
    }

    private List<Word> readWords() {
        List<Word> found = new ArrayList<>(text.length() / 6 + 1);
        int sentence = 0;
        int i = 0;
        while (i < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int end = wordEnd(i);
            while (sentence + 1 < sentences.size() && sentences.get(sentence + 1).start() <= i) {
                sentence++;
            }
            String word = text.substring(i, end);
            found.add(new Word(i, word, lower(word), isFirst(i, sentences.get(sentence).start()), isOpen(i)));
            i = end;
        }
        return found;
    }

    private int wordEnd(int start) {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean inside = Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == '_';
            boolean joins = (c == '-' || c == '\'' || c == '’' || c == '\u2010' || c == '\u2011')
                    && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
            if (!inside && !joins) {
                break;
            }
            i++;
        }
        return i;
    }

    /** Letter by letter, since a whole word may get longer: İ becomes two characters. */
    private static String lower(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        word.codePoints().map(Character::toLowerCase).forEach(letters::appendCodePoint);
        String lower = letters.toString();
        boolean possessive = lower.endsWith("'s") || lower.endsWith("’s");
        return possessive ? lower.substring(0, lower.length() - 2) : lower;
    }

    private boolean isFirst(int offset, int sentenceStart) {
        int i = offset - 1;
        boolean opened = false;
        while (i >= sentenceStart && (isSpace(text.charAt(i)) || "([{\"'“‘«„–—-".indexOf(text.charAt(i)) >= 0)) {
            opened |= !isSpace(text.charAt(i));
            i--;
        }
        return i < sentenceStart || opened || ":;\n•".indexOf(text.charAt(i)) >= 0;
    }
}
