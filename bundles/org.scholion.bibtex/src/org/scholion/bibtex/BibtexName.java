package org.scholion.bibtex;

/**
 * A person or body in plain text.
 *
 * @param family with its particle: {@code van Beethoven}; of a body its whole name
 * @param given empty for a body
 * @param suffix such as {@code Jr.}; mostly empty
 * @param body whether it is the name of a body, not of a person: the value has it in braces
 */
public record BibtexName(String family, String given, String suffix, boolean body) {

    /** {@code Knuth, Donald E.}; a suffix stands between: {@code King, Jr., Martin Luther}. */
    public String display() {
        StringBuilder name = new StringBuilder(family);
        if (!suffix.isEmpty()) {
            name.append(", ").append(suffix);
        }
        if (!given.isEmpty()) {
            name.append(", ").append(given);
        }
        return name.toString();
    }
}
