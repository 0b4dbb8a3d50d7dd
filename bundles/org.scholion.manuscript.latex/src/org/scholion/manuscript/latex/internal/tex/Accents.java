package org.scholion.manuscript.latex.internal.tex;

import java.text.Normalizer;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

/** Letters with accents as LaTeX writes them. */
public final class Accents {

    private static final Map<String, Character> MARKS = Map.ofEntries(
            Map.entry("'", '\u0301'), Map.entry("`", '\u0300'), Map.entry("^", '\u0302'), Map.entry("\"", '\u0308'),
            Map.entry("~", '\u0303'), Map.entry("=", '\u0304'), Map.entry(".", '\u0307'), Map.entry("c", '\u0327'),
            Map.entry("v", '\u030c'), Map.entry("u", '\u0306'), Map.entry("H", '\u030b'), Map.entry("k", '\u0328'),
            Map.entry("r", '\u030a'), Map.entry("b", '\u0331'), Map.entry("d", '\u0323'), Map.entry("t", '\u0361'),
            Map.entry("G", '\u030f'), Map.entry("U", '\u030e'), Map.entry("C", '\u030f'), Map.entry("M", '\u0331'),
            Map.entry("f", '\u0311'), Map.entry("h", '\u0309'), Map.entry("newtie", '\u0361'), Map.entry("textcommabelow", '\u0326'),
            Map.entry("textogonekcentered", '\u0328'), Map.entry("capitalcedilla", '\u0327'));

    private Accents() {}

    /**
     * The letter with the accent that the command {@code name} sets.
     *
     * @param base the letter, or empty for the accent alone
     * @return null where the two do not go together
     */
    public static @Nullable String compose(String name, String base) {
        Character mark = MARKS.get(name);
        if (base.isEmpty()) {
            return switch (name) {
                case "^" -> "^";
                case "~" -> "~";
                case "\"" -> "\u00a8";
                case "'" -> "\u00b4";
                case "`" -> "`";
                default -> "";
            };
        }
        String plain = base.equals("\u0131") ? "i" : base.equals("\u0237") ? "j" : base;
        int first = plain.offsetByCodePoints(0, 1);
        if (!Character.isLetterOrDigit(plain.codePointAt(0))) {
            return null;
        }
        return Normalizer.normalize(plain.substring(0, first) + mark, Normalizer.Form.NFC) + plain.substring(first);
    }
}
