package org.scholion.bibtex;

import java.util.List;
import java.util.Locale;
import org.scholion.bibtex.LatexValue.Accents;
import org.scholion.bibtex.LatexValue.Protection;
import org.scholion.bibtex.internal.HabitReader;

/**
 * How a file is written: what most of its entries do.
 *
 * @param flavour whose names it uses
 * @param lineEnd LF or CRLF
 * @param emptyLines between entries
 * @param layout of the fields
 * @param typeCase of {@code @Article}
 * @param nameCase of the fields' names
 * @param quotes whether values stand in quotation marks
 * @param bareNumbers whether numbers stand without delimiters
 * @param bareMonths whether months are written as the macros {@code jan} to {@code dec}
 * @param accents how letters outside ASCII are written
 * @param protection how capitals of titles are protected
 * @param fieldOrder the names of fields, in the order in which they mostly stand; empty where there is none to be seen
 * @param sorted whether the entries stand in the order of their keys
 */
public record BibtexHabits(
        BibtexFlavour flavour,
        String lineEnd,
        int emptyLines,
        FieldLayout layout,
        LetterCase typeCase,
        LetterCase nameCase,
        boolean quotes,
        boolean bareNumbers,
        boolean bareMonths,
        Accents accents,
        Protection protection,
        List<String> fieldOrder,
        Sorted sorted) {

    public BibtexHabits {
        fieldOrder = List.copyOf(fieldOrder);
    }

    /** How a name is written. */
    public enum LetterCase {
        LOWER,
        UPPER,
        CAPITALIZED;

        /** The name in this case. */
        public String of(String name) {
            return switch (this) {
                case LOWER -> name.toLowerCase(Locale.ROOT);
                case UPPER -> name.toUpperCase(Locale.ROOT);
                case CAPITALIZED -> name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).toLowerCase(Locale.ROOT);
            };
        }
    }

    /** The order of keys. */
    public enum Sorted {
        NO,
        /** Capitals before small letters. */
        BY_KEY,
        BY_KEY_IGNORING_CASE
    }

    /** The habits of a file; where it has too little to show, those that are most usual. */
    public static BibtexHabits of(BibtexFile file) {
        return new HabitReader(file).read();
    }
}
