package org.scholion.manuscript;

/**
 * Something in a sentence that is not checked as words. In the text of the prose it is the one character
 * {@link Prose#PLACEHOLDER}.
 *
 * @param offset where it stands in the prose
 * @param kind what it is
 * @param role how it behaves in the sentence
 * @param display what a reader sees, as near as text can tell: {@code 3 mm}, {@code [Knuth84]}, {@code 2.1}, the formula's source
 */
public record Placeholder(int offset, PlaceholderKind kind, Role role, String display) {

    /** How a placeholder behaves in its sentence. */
    public enum Role {
        /** As a noun or noun phrase: a formula, {@code \citet}, a reference's number. */
        NOUN,
        /** As something in brackets that the sentence does not need: {@code \citep}, a note mark. */
        PARENTHESIS
    }
}
