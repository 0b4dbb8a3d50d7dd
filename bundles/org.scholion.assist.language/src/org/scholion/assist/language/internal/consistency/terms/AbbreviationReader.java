package org.scholion.assist.language.internal.consistency.terms;

import java.util.ArrayList;
import java.util.List;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Word;
import org.scholion.assist.language.internal.consistency.terms.Abbreviation.Definition;
import org.scholion.assist.language.internal.consistency.terms.Abbreviation.Facts;
import org.scholion.assist.language.internal.consistency.terms.Abbreviation.Use;
import org.scholion.text.TextRange;

/**
 * Finds definitions and uses of abbreviations in a block. A long form is recognised as Schwartz and Hearst do: the letters of the
 * abbreviation stand in it in their order, the first of them at the beginning of a word.
 */
final class AbbreviationReader {

    private static final int MAX_LONG_FORM = 120;

    private final BlockText text;
    private final List<Definition> definitions = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();

    AbbreviationReader(BlockText text) {
        this.text = text;
    }

    Facts read() {
        List<Word> words = text.words();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.open() && !isPartOfPath(word)) {
                read(word, i);
            }
        }
        return new Facts(definitions, uses);
    }

    private boolean isPartOfPath(Word word) {
        char before = text.at(word.start() - 1);
        char behind = text.at(word.end());
        return before == '_' || before == '@' || before == '\\' || behind == '_' || behind == '@'
                || behind == '.' && Character.isLetterOrDigit(text.at(word.end() + 1));
    }

    private void read(Word word, int index) {
        String core = word.text().substring(0, word.lower().length());
        String name = Abbreviation.singular(core);
        if (Abbreviation.looksLikeOne(name) && name.indexOf('_') < 0) {
            if (!defineBefore(word, name) && !defineBehind(word, name, index)) {
                addUses(word, core, index);
            }
        } else if (core.indexOf('-') > 0) {
            addUses(word, core, index);
        }
    }

    /** Adds each part of "MCMC-based", or the whole of "RNA-Seq". */
    private void addUses(Word word, String core, int index) {
        int start = 0;
        String whole = Abbreviation.singular(core);
        boolean name = text.joinsNext(index) && isCapital(index + 1) || index > 0 && text.joinsNext(index - 1) && isCapital(index - 1);
        uses.add(new Use(whole, TextRange.ofLength(word.start(), core.length()), name || isInGlossary(word)));
        for (int i = 0; i <= core.length() && core.indexOf('-') > 0; i++) {
            if (i == core.length() || core.charAt(i) == '-') {
                String part = Abbreviation.singular(core.substring(start, i));
                if (part.length() > 1 && Abbreviation.looksLikeOne(part)) {
                    uses.add(new Use(part, new TextRange(word.start() + start, word.start() + i), true));
                }
                start = i + 1;
            }
        }
    }

    private boolean isCapital(int index) {
        Word word = text.words().get(index);
        return Character.isUpperCase(word.text().charAt(0)) && !word.first();
    }

    /** At the beginning of a line, with a dash or colon behind: a list of abbreviations. */
    private boolean isInGlossary(Word word) {
        boolean lineStart = word.start() == 0 || text.at(word.start() - 1) == '\n';
        int behind = BlockText.isSpace(text.at(word.end())) ? word.end() + 1 : word.end();
        return lineStart && "–—-:=".indexOf(text.at(behind)) >= 0;
    }

    /** {@code long form (LF)}, also {@code (LF, hereafter)}. */
    private boolean defineBefore(Word word, String name) {
        char behind = text.at(word.start() + word.lower().length());
        boolean cited = BlockText.isSpace(behind) && text.at(word.start() + word.lower().length() + 1) == '\uFFFC';
        boolean alone = text.at(word.start() - 1) == '(' && (")],;\uFFFC".indexOf(behind) >= 0 || cited);
        boolean behindComma = behind == ')' && BlockText.isSpace(text.at(word.start() - 1)) && text.at(word.start() - 2) == ',';
        if (!alone && !behindComma) {
            return false;
        }
        int end = word.start() - (alone ? 1 : 2);
        while (end > 0 && BlockText.isSpace(text.at(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < MAX_LONG_FORM && "\uFFFC.;:()[]!?\n".indexOf(text.at(start - 1)) < 0) {
            start--;
        }
        String before = text.text().substring(start, end);
        int initials = initialsStart(before, name);
        int at = initials >= 0 ? initials : longFormStart(before, name);
        if (at < 0) {
            return false;
        }
        String longForm = before.substring(at);
        if (!plausible(longForm, name)) {
            return false;
        }
        definitions.add(new Definition(name, TextRange.ofLength(word.start(), word.lower().length()), longForm, new TextRange(start + at, word.end() + 1)));
        return true;
    }

    /** {@code LF (long form)}. */
    private boolean defineBehind(Word word, String name, int index) {
        int open = word.start() + word.lower().length();
        if (!BlockText.isSpace(text.at(open)) || text.at(open + 1) != '(') {
            return false;
        }
        int close = text.text().indexOf(')', open);
        if (close < 0 || close - open > MAX_LONG_FORM || text.text().substring(open, close).indexOf('\uFFFC') >= 0) {
            return false;
        }
        String inside = text.text().substring(open + 2, close);
        int comma = inside.indexOf(';');
        String longForm = comma < 0 ? inside : inside.substring(0, comma);
        if (longFormStart(longForm, name) != 0 || !plausible(longForm, name)) {
            return false;
        }
        definitions.add(new Definition(name, TextRange.ofLength(word.start(), word.lower().length()), longForm, new TextRange(word.start(), close + 1)));
        return true;
    }

    private static boolean plausible(String longForm, String name) {
        int words = longForm.strip().split("[\\s-]+").length;
        boolean contains = longForm.contains(name);
        String first = longForm.strip().split("[\\s,-]+")[0];
        boolean capitals = first.length() > 2 && first.chars().allMatch(Character::isUpperCase);
        return !contains && !capitals && words >= 2 && words <= Math.min(name.length() + 5, name.length() * 2) && longForm.length() > name.length() + 2;
    }

    /** As {@link #longFormStart}, where each letter is the first one of a word; small words between may have none. */
    private static int initialsStart(String before, String name) {
        int at = before.length();
        for (int i = name.length() - 1; i >= 0; i--) {
            char letter = Character.toLowerCase(name.charAt(i));
            if (!Character.isLetter(letter)) {
                return -1;
            }
            boolean matched = false;
            for (int skipped = 0; !matched && skipped <= 2; skipped++) {
                int end = at;
                while (end > 0 && !Character.isLetterOrDigit(before.charAt(end - 1))) {
                    end--;
                }
                at = end;
                while (at > 0 && Character.isLetterOrDigit(before.charAt(at - 1))) {
                    at--;
                }
                if (at == end) {
                    return -1;
                }
                matched = Character.toLowerCase(before.charAt(at)) == letter;
                if (!matched && end - at > 3) {
                    return -1;
                }
            }
            if (!matched) {
                return -1;
            }
        }
        return at;
    }

    /** Where the long form begins in the text that ends with it, or -1. */
    private static int longFormStart(String before, String name) {
        int at = before.length();
        for (int i = name.length() - 1; i >= 0; i--) {
            char letter = Character.toLowerCase(name.charAt(i));
            if (!Character.isLetterOrDigit(letter)) {
                continue;
            }
            at--;
            while (at >= 0 && (Character.toLowerCase(before.charAt(at)) != letter || i == 0 && !beginsWord(before, at))) {
                at--;
            }
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }

    private static boolean beginsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
