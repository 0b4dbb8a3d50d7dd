package org.scholion.bibtex;

import java.util.List;
import java.util.Optional;
import org.scholion.bibtex.internal.Formatter;
import org.scholion.bibtex.internal.Sorter;
import org.scholion.text.TextEdit;

/**
 * How a file is to be set out.
 *
 * @param order of the entries
 * @param fields order of the fields
 * @param indent white space before each field
 * @param align whether the equals signs stand below each other
 * @param emptyLines between entries
 */
public record BibtexFormat(Order order, FieldOrder fields, String indent, boolean align, int emptyLines) {

    /** Two spaces, nothing sorted, not aligned, an empty line between entries. */
    public static final BibtexFormat PLAIN = new BibtexFormat(Order.AS_IS, FieldOrder.AS_IS, "  ", false, 1);

    public BibtexFormat {
        if (!indent.isBlank() && !indent.isEmpty() || indent.indexOf('\n') >= 0 || emptyLines < 0 || emptyLines > 9) {
            throw new IllegalArgumentException("no way to set out entries");
        }
    }

    /** The order of entries. Entries that others refer to by {@code crossref} stand behind all others, as BibTeX demands. */
    public enum Order {
        AS_IS,
        KEY,
        /** By the first author's family name, then year, then title. */
        AUTHOR,
        /** The newest first, then by author. */
        YEAR
    }

    /** The order of fields. */
    public enum FieldOrder {
        AS_IS,
        ALPHABETICAL,
        /** Author, title, where it appeared, when, numbers, the rest as it is. */
        USUAL
    }

    /**
     * The edits that set out a whole file. Values stay unit for unit as they are. Comments stay with the entry that they stand before,
     * those at the beginning, with an empty line behind them, at the beginning; {@code @string} and {@code @preamble} come first in
     * their order. An entry with comments between its fields is left as it is. A file with parts that could not be read is not sorted.
     */
    public List<TextEdit> edits(BibtexFile file) {
        return new Formatter(file, this).edits();
    }

    /**
     * The edits that put the entries of a file into an order and leave each of them unit for unit as it is, with the comments right
     * above it; {@code @string} and {@code @preamble} come first in their order.
     *
     * @return empty where the file has parts that could not be read, so that nothing can be moved safely
     */
    public static Optional<List<TextEdit>> sort(BibtexFile file, Order order) {
        return new Sorter(file).edits(order);
    }
}
