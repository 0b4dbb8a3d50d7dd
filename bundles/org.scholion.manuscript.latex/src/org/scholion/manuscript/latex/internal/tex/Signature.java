package org.scholion.manuscript.latex.internal.tex;

import java.util.List;

/**
 * The arguments of a command.
 *
 * @param arguments from left to right
 */
public record Signature(List<Argument> arguments) {

    public static final Signature NONE = new Signature(List.of());

    /** The form of an argument. */
    public enum Form {
        STAR,
        /** In brackets, or not there. */
        OPTIONAL,
        /** In round brackets, or not there. */
        ROUND,
        /** In angle brackets, or not there. */
        ANGLE,
        MANDATORY,
        /** In braces, or not there. */
        BRACED,
        /** In braces, with per cent signs that are no comments. */
        ADDRESS
    }

    /**
     * One argument.
     *
     * @param form how it is written
     * @param prose whether words in it are printed where the command stands
     */
    public record Argument(Form form, boolean prose) {}

    public Signature {
        arguments = List.copyOf(arguments);
    }

    /**
     * A signature as the tables write it: {@code s} star, {@code o} optional, {@code p} optional prose, {@code m} mandatory, {@code t}
     * mandatory prose, {@code (} round, {@code <} angle, {@code g} braces that may be missing, {@code G} the same with prose,
     * {@code u} an address.
     */
    public static Signature of(String letters) {
        return new Signature(letters.chars().filter(c -> c != ' ').mapToObj(c -> switch (c) {
            case 's' -> new Argument(Form.STAR, false);
            case 'o' -> new Argument(Form.OPTIONAL, false);
            case 'p' -> new Argument(Form.OPTIONAL, true);
            case 'm' -> new Argument(Form.MANDATORY, false);
            case 't' -> new Argument(Form.MANDATORY, true);
            case '(' -> new Argument(Form.ROUND, false);
            case '<' -> new Argument(Form.ANGLE, false);
            case 'g' -> new Argument(Form.BRACED, false);
            case 'u' -> new Argument(Form.ADDRESS, false);
            case 'G' -> new Argument(Form.BRACED, true);
            default -> throw new IllegalArgumentException("unknown argument " + (char) c + " in " + letters);
        }).toList());
    }
}
