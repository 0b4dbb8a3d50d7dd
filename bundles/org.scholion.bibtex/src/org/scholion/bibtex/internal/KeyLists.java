package org.scholion.bibtex.internal;

import java.util.ArrayList;
import java.util.List;
import org.scholion.bibtex.BibtexField;
import org.scholion.bibtex.BibtexField.Part.Kind;
import org.scholion.text.TextRange;

/** Finds keys in values that are lists of keys. */
public final class KeyLists {

    private KeyLists() {}

    /** Where a key stands in a value, without the white space around it. */
    public static List<TextRange> places(String text, BibtexField field, String key) {
        return places(text, field).stream().filter(range -> range.of(text).equals(key)).toList();
    }

    /** Where the keys of a value stand, without the white space around them. */
    public static List<TextRange> places(String text, BibtexField field) {
        List<TextRange> places = new ArrayList<>();
        for (BibtexField.Part part : field.parts()) {
            if (part.kind() == Kind.MACRO) {
                continue;
            }
            int start = part.content().start();
            for (int i = start; i <= part.content().end(); i++) {
                if (i == part.content().end() || text.charAt(i) == ',') {
                    places.add(stripped(text, start, i));
                    start = i + 1;
                }
            }
        }
        return places;
    }

    private static TextRange stripped(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new TextRange(from, to);
    }
}
