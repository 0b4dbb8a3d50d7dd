package org.scholion.ui.latex.internal.syntax;

import java.util.Optional;
import org.scholion.text.TextRange;

/** Finds the other half of brackets and of {@code \begin} and {@code \end}. */
public final class Pairs {

    /** How far the other half is looked for. */
    private static final int FURTHEST = 200_000;

    private static final String BEGIN = "\\begin{";
    private static final String END = "\\end{";

    /**
     * Two halves.
     *
     * @param open the first one
     * @param close the second one
     */
    public record Pair(TextRange open, TextRange close) {}

    private Pairs() {}

    /** The pair one half of which begins at {@code offset}, if any. */
    public static Optional<Pair> at(CharSequence text, int offset) {
        if (offset < 0 || offset >= text.length()) {
            return Optional.empty();
        }
        char c = text.charAt(offset);
        if (c == '\\') {
            return environment(text, offset);
        }
        if ("{}[]".indexOf(c) < 0 || ContextReader.isEscaped(text, offset)) {
            return Optional.empty();
        }
        boolean opens = c == '{' || c == '[';
        int other = bracket(text, offset, opens);
        if (other < 0) {
            return Optional.empty();
        }
        TextRange open = TextRange.ofLength(Math.min(offset, other), 1);
        return Optional.of(new Pair(open, TextRange.ofLength(Math.max(offset, other), 1)));
    }

    /** The innermost braces around {@code offset}. */
    public static Optional<Pair> around(CharSequence text, int offset) {
        int depth = 0;
        for (int i = offset - 1; i >= Math.max(0, offset - FURTHEST); i--) {
            char c = text.charAt(i);
            if (c == '}' && !ContextReader.isEscaped(text, i)) {
                depth++;
            } else if (c == '{' && !ContextReader.isEscaped(text, i) && depth-- == 0) {
                return at(text, i);
            }
        }
        return Optional.empty();
    }

    /** How many more {@code \begin} than {@code \end} of an environment the text holds. */
    public static int unclosed(String text, String environment) {
        return count(text, BEGIN + environment + "}") - count(text, END + environment + "}");
    }

    private static int count(String text, String wanted) {
        int found = 0;
        for (int i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + 1)) {
            if (!isCommented(text, i)) {
                found++;
            }
        }
        return found;
    }

    private static int bracket(CharSequence text, int offset, boolean forward) {
        char same = text.charAt(offset);
        char other = "{}[]".charAt("}{][".indexOf(same));
        int step = forward ? 1 : -1;
        int depth = 0;
        int braces = 0;
        for (int i = offset + step; i >= 0 && i < text.length() && Math.abs(i - offset) < FURTHEST; i += step) {
            char c = text.charAt(i);
            if ("{}[]".indexOf(c) < 0 || ContextReader.isEscaped(text, i) || isCommented(text, i)) {
                continue;
            }
            if (c == other && depth-- == 0) {
                return i;
            }
            if (c == same) {
                depth++;
            } else if (c == '{' || c == '}') {
                braces += c == (forward ? '{' : '}') ? 1 : -1;
                if (braces < 0 && same != '{' && same != '}') {
                    return -1;
                }
            }
        }
        return -1;
    }

    private static Optional<Pair> environment(CharSequence text, int offset) {
        int limit = Math.min(text.length(), offset + 120);
        String start = text.subSequence(offset, limit).toString();
        boolean begins = start.startsWith(BEGIN);
        if (!begins && !start.startsWith(END)) {
            return Optional.empty();
        }
        int brace = start.indexOf('}');
        if (brace < 0) {
            return Optional.empty();
        }
        String name = start.substring(start.indexOf('{') + 1, brace);
        TextRange here = TextRange.ofLength(offset, brace + 1);
        Optional<TextRange> there = begins ? closing(text, here.end(), name) : opening(text, offset, name);
        return there.map(other -> begins ? new Pair(here, other) : new Pair(other, here));
    }

    private static Optional<TextRange> closing(CharSequence text, int from, String name) {
        int depth = 0;
        for (int i = from; i < Math.min(text.length(), from + FURTHEST); i++) {
            if (text.charAt(i) != '\\' || isCommented(text, i)) {
                continue;
            }
            if (stands(text, i, BEGIN, name)) {
                depth++;
            } else if (stands(text, i, END, name) && depth-- == 0) {
                return Optional.of(TextRange.ofLength(i, END.length() + name.length() + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<TextRange> opening(CharSequence text, int from, String name) {
        int depth = 0;
        for (int i = from - 1; i >= Math.max(0, from - FURTHEST); i--) {
            if (text.charAt(i) != '\\' || isCommented(text, i)) {
                continue;
            }
            if (stands(text, i, END, name)) {
                depth++;
            } else if (stands(text, i, BEGIN, name) && depth-- == 0) {
                return Optional.of(TextRange.ofLength(i, BEGIN.length() + name.length() + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean stands(CharSequence text, int offset, String command, String name) {
        String wanted = command + name + "}";
        return offset + wanted.length() <= text.length()
                && wanted.contentEquals(text.subSequence(offset, offset + wanted.length()));
    }

    private static boolean isCommented(CharSequence text, int offset) {
        for (int i = offset - 1; i >= 0 && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i--) {
            if (text.charAt(i) == '%' && !ContextReader.isEscaped(text, i)) {
                return true;
            }
        }
        return false;
    }
}
