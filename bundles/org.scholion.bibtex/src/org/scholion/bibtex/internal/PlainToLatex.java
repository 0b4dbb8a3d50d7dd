package org.scholion.bibtex.internal;

import java.text.Normalizer;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.bibtex.LatexValue.Accents;

/** Makes LaTeX of text. */
public final class PlainToLatex {

    private final Accents accents;
    private final StringBuilder out = new StringBuilder();

    public PlainToLatex(Accents accents) {
        this.accents = accents;
    }

    public String convert(String plain) {
        String text = Normalizer.normalize(plain, Normalizer.Form.NFC).strip();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c < 128) {
                ascii(c);
                i++;
            } else if (accents == Accents.UNICODE || Character.isSurrogate(c)) {
                out.append(c);
                i++;
            } else {
                int scripts = scripts(text, i);
                if (scripts == i) {
                    other(c);
                    i++;
                } else {
                    i = scripts;
                }
            }
        }
        return out.toString();
    }

    private void ascii(char c) {
        switch (c) {
            case '&', '%', '#', '_', '$' -> out.append('\\').append(c);
            case '{' -> out.append("{\\textbraceleft}");
            case '}' -> out.append("{\\textbraceright}");
            case '\\' -> out.append("{\\textbackslash}");
            case '~' -> out.append("{\\textasciitilde}");
            case '^' -> out.append("{\\textasciicircum}");
            case '`' -> out.append("{\\textasciigrave}");
            case '<' -> out.append("{\\textless}");
            case '>' -> out.append("{\\textgreater}");
            case '|' -> out.append("{\\textbar}");
            case '-', '\'' -> apart(String.valueOf(c));
            default -> {
                if (c > ' ' && c < 127) {
                    out.append(c);
                } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            }
        }
    }

    /** Two hyphens or quotes in a row would print another sign. */
    private void apart(String text) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) == text.charAt(0)) {
            out.append("{}");
        }
        out.append(text);
    }

    private void other(char c) {
        switch (c) {
            case '\u00A0' -> out.append('~');
            case '\u2010', '\u2011' -> apart("-");
            case '\u2013' -> apart("--");
            case '\u2014' -> apart("---");
            case '\u2018' -> apart("`");
            case '\u2019' -> apart("'");
            case '\u201C' -> apart("``");
            case '\u201D' -> apart("''");
            case '\u2212' -> out.append("$-$");
            default -> letter(c);
        }
    }

    private void letter(char c) {
        String text = LatexSymbols.textCommand(c);
        if (text != null) {
            out.append("{\\").append(text).append('}');
            return;
        }
        String mathematics = LatexSymbols.mathCommand(c);
        if (mathematics != null) {
            out.append("$\\").append(mathematics).append('$');
            return;
        }
        String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        @Nullable String accent = parts.length() == 2 && parts.charAt(0) < 128 ? LatexSymbols.accentCommand(parts.charAt(1)) : null;
        if (accent == null) {
            out.append(c);
        } else {
            accented(accent, parts.charAt(0));
        }
    }

    private void accented(String accent, char base) {
        String letter = base == 'i' && !"ckdb".contains(accent) ? "\\i" : String.valueOf(base);
        boolean word = Character.isLetter(accent.charAt(0));
        switch (accents) {
            case GROUPED -> out.append("{\\").append(accent).append(word ? " " : "").append(letter).append('}');
            case BRACED -> out.append('\\').append(accent).append('{').append(letter).append('}');
            case NESTED -> out.append("{\\").append(accent).append('{').append(letter).append("}}");
            case UNICODE -> throw new IllegalStateException("accents stand as they are");
        }
    }

    /** Writes raised or lowered digits; the place behind them, or {@code start} where there are none. */
    private int scripts(String text, int start) {
        boolean raised = LatexSymbols.unscripted(text.charAt(start), true) != 0;
        StringBuilder digits = new StringBuilder();
        int i = start;
        while (i < text.length() && LatexSymbols.unscripted(text.charAt(i), raised) != 0) {
            digits.append(LatexSymbols.unscripted(text.charAt(i), raised));
            i++;
        }
        if (i > start) {
            out.append(raised ? "$^{" : "$_{").append(digits).append("}$");
        }
        return i;
    }
}
