package org.scholion.manuscript;

import java.util.List;

/**
 * A change of the source.
 *
 * @param range what is replaced
 * @param replacement what stands there afterwards, in the notation of the source (LaTeX escapes included)
 * @param note why, in whole sentences and in the author's language, for a comment beside the change; empty where nothing is to be said
 * @param citations of documents whose citations are no text: one for each {@link Prose#PLACEHOLDER} of {@code replacement}, in order
 */
public record SourceEdit(SourceRange range, String replacement, String note, List<NewCitation> citations) {

    public SourceEdit {
        citations = List.copyOf(citations);
    }

    /** A change without citations. */
    public SourceEdit(SourceRange range, String replacement, String note) {
        this(range, replacement, note, List.of());
    }

    /** A change without a note. */
    public SourceEdit(SourceRange range, String replacement) {
        this(range, replacement, "");
    }

    /** The same change with a note. */
    public SourceEdit withNote(String other) {
        return new SourceEdit(range, replacement, other, citations);
    }
}
