package org.scholion.assist.language.internal.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.text.TextRange;

/** What the words around a word say of its being a name: of a person, or of a file. */
final class NamesAround {

    /** So far around the word is looked, in characters. */
    private static final int AROUND = 200;
    private static final int LEAST_PEOPLE = 3;

    private static final String NAME = "\\p{Lu}[\\p{L}\\p{M}'\u2019.\u2010-]*+";
    private static final String FULL_NAME =
            NAME + "(?:[ \\u00A0]+(?:" + NAME + "|(?:v[ao]n|d[eo][rsn]?|d[aiu]|del|la|le|el|al|bin|te[rn])(?=[ \\u00A0]))){1,4}";
    private static final Pattern BETWEEN = Pattern.compile("\\s*+(?:[,;]\\s*+(?:and\\s++|&\\s*+)?+|\\band\\s++|&\\s*+)");
    private static final Pattern PERSON = Pattern.compile("(?<![\\p{L}\\d])" + FULL_NAME + "(?![\\p{L}\\d])");
    private static final Pattern NAME_BEHIND = Pattern.compile("[ \\u00A0]+\\p{Lu}\\p{Ll}{2,}(?:[ \\u00A0]+\\p{Ll}|[,.;])");
    private static final Pattern EXTENSION = Pattern.compile("\\.(\\p{Ll}[\\p{Ll}\\d]{0,3})(?![\\p{L}\\d])");

    private NamesAround() {}

    /** Whether a word is part of one of at least three full names that stand one after the other. */
    static boolean isInListOfPeople(String text, TextRange word) {
        int from = Math.max(0, word.start() - AROUND);
        int to = Math.min(text.length(), word.end() + AROUND);
        Matcher people = PERSON.matcher(text).region(from, to);
        List<TextRange> row = new ArrayList<>();
        while (people.find()) {
            TextRange person = new TextRange(people.start(), people.end());
            if (!row.isEmpty() && !BETWEEN.matcher(text.substring(row.getLast().end(), person.start())).matches()) {
                if (isRow(row, word)) {
                    return true;
                }
                row.clear();
            }
            row.add(person);
        }
        return isRow(row, word);
    }

    private static boolean isRow(List<TextRange> row, TextRange word) {
        return row.size() >= LEAST_PEOPLE && row.stream().anyMatch(person -> person.contains(word));
    }

    /** Whether one more name stands behind a word, and then no third: a given name that begins a sentence. */
    static boolean isBeforeName(String text, TextRange word) {
        return NAME_BEHIND.matcher(text).region(word.end(), text.length()).lookingAt();
    }

    /** Whether a word stands in a path ({@code /usr/local}). */
    static boolean isInPath(String text, TextRange word) {
        int start = word.start();
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1)) && "([{\"'".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        String before = text.substring(start, word.start());
        return before.startsWith("/") || before.startsWith("~/") || before.startsWith("./") || before.startsWith("../");
    }

    /** The extension of a file whose name ends with a word ({@code h} of {@code stdio.h}), or nothing. */
    static String extension(String text, TextRange word) {
        Matcher extension = EXTENSION.matcher(text).region(word.end(), text.length());
        return extension.lookingAt() ? extension.group(1) : "";
    }
}
