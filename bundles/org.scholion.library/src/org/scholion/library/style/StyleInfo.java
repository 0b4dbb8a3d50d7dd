package org.scholion.library.style;

/**
 * What a style says about itself.
 *
 * @param id under which it is opened, such as {@code ieee}; of a file of the author its path
 * @param title such as {@code IEEE Reference Guide}
 * @param shortTitle such as {@code JAMA}; mostly empty
 * @param parent the style that does the work where this is the name of a journal that uses it; else empty
 * @param citations how the text cites
 */
public record StyleInfo(String id, String title, String shortTitle, String parent, Citations citations) {

    /** How the text cites. */
    public enum Citations {
        NUMERIC,
        AUTHOR_DATE,
        AUTHOR,
        LABEL,
        NOTE,
        /** The style does not say. */
        UNKNOWN
    }

    public StyleInfo {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a style without an id");
        }
    }
}
