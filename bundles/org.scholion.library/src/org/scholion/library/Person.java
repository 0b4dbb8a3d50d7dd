package org.scholion.library;

/**
 * A person or body that wrote or edited a work, in plain text.
 *
 * @param family with its particle: {@code van Beethoven}; of a body its whole name; never empty
 * @param given names or initials; empty for a body or where unknown
 * @param suffix such as {@code Jr.}; mostly empty
 * @param body whether it is the name of a body, not of a person
 */
public record Person(String family, String given, String suffix, boolean body) {

    public Person {
        if (family.isBlank()) {
            throw new IllegalArgumentException("a person without a family name");
        }
    }

    /** A person without a suffix. */
    public static Person of(String family, String given) {
        return new Person(family, given, "", false);
    }

    /** A body, such as {@code ATLAS Collaboration}. */
    public static Person body(String name) {
        return new Person(name, "", "", true);
    }

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
