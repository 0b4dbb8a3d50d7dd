package org.scholion.bibtex;

/**
 * How the fields of entries are set out. Line ends in these texts are LF; the writer makes them those of the file.
 *
 * @param ownLines whether each field begins a line
 * @param indent white space before a field's name on its line, or between the comma and the name
 * @param alignment what stands below each other
 * @param width where it stands, counted from the indentation; 0 for {@link Alignment#NONE}
 * @param beforeEquals white space; of aligned equals signs at least that much
 * @param afterEquals white space; of aligned values at least that much
 * @param trailingComma whether the last field has one
 * @param beforeClose white space before the closing delimiter
 */
public record FieldLayout(
        boolean ownLines,
        String indent,
        Alignment alignment,
        int width,
        String beforeEquals,
        String afterEquals,
        boolean trailingComma,
        String beforeClose) {

    /** What stands below each other. */
    public enum Alignment {
        NONE,
        /** Names fill up to {@code width} before the equals sign. */
        EQUALS,
        /** Names and equals sign fill up to {@code width} before the value. */
        VALUES,
        /** Names end at {@code width}: their beginning is filled up. */
        NAME_ENDS
    }

    /** Two spaces, {@code name = value}, a comma behind each field, the closing brace on its own line. */
    public static final FieldLayout PLAIN = new FieldLayout(true, "  ", Alignment.NONE, 0, " ", " ", true, "\n");

    /** What stands before the name. */
    public String lead(String name) {
        String start = ownLines ? "\n" + indent : indent;
        return alignment == Alignment.NAME_ENDS ? start + " ".repeat(Math.max(0, width - name.length())) : start;
    }

    /** The equals sign with the white space around it, behind this name. */
    public String equalsSign(String name) {
        return switch (alignment) {
            case NONE, NAME_ENDS -> beforeEquals + "=" + afterEquals;
            case EQUALS -> filled(name.length(), beforeEquals, width) + "=" + afterEquals;
            case VALUES -> beforeEquals + "=" + filled(name.length() + beforeEquals.length() + 1, afterEquals, width);
        };
    }

    private static String filled(int used, String least, int width) {
        return " ".repeat(Math.max(least.length(), width - used));
    }
}
