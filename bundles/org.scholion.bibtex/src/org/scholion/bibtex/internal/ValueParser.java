package org.scholion.bibtex.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.bibtex.BibtexField.Part;
import org.scholion.text.TextRange;

/** Reads values: pieces joined by {@code #}. */
final class ValueParser {

    /** How the reading of a value ended. */
    enum Outcome {
        READ,
        /** Taken as it stands, though it is neither a number nor a name nor delimited. */
        ODD,
        MISSING,
        UNBALANCED
    }

    /** A value; {@code end} is where reading stopped. */
    record Result(Outcome outcome, int end, List<Part> parts, String value, List<TextRange> unknownMacros) {
        Result {
            parts = List.copyOf(parts);
            unknownMacros = List.copyOf(unknownMacros);
        }
    }

    private final String text;
    private final BraceIndex braces;
    private final RestartIndex restarts;
    private final Macros macros;
    /** Macros may be made of macros: without a limit a small file could ask for any amount of memory. */
    private long macroUnitsLeft;

    ValueParser(String text, BraceIndex braces, RestartIndex restarts, Macros macros) {
        this.text = text;
        this.braces = braces;
        this.restarts = restarts;
        this.macros = macros;
        macroUnitsLeft = 1_000_000L + 4L * text.length();
    }

    /**
     * @param start where the value begins
     * @param skip gives the place behind white space and comments
     */
    Result read(int start, IntUnaryOperator skip) {
        List<Part> parts = new ArrayList<>();
        List<TextRange> unknown = new ArrayList<>();
        Outcome outcome = Outcome.READ;
        int at = start;
        while (true) {
            char c = at < text.length() ? text.charAt(at) : ',';
            int end = c == '{' ? bracedEnd(at) : c == '"' ? quotedEnd(at) : bareEnd(at);
            if (end == BraceIndex.UNCLOSED) {
                return new Result(Outcome.UNBALANCED, at + 1, List.of(), "", unknown);
            }
            if (end == at) {
                return new Result(Outcome.MISSING, at, parts, "", unknown);
            }
            TextRange range = new TextRange(at, end);
            if (c == '{' || c == '"') {
                parts.add(new Part(c == '{' ? Part.Kind.BRACED : Part.Kind.QUOTED, range));
            } else {
                outcome = addBare(range, parts, unknown, outcome);
            }
            int next = skip.applyAsInt(end);
            if (next == text.length() || text.charAt(next) != '#') {
                return new Result(outcome, end, parts, join(parts), unknown);
            }
            at = skip.applyAsInt(next + 1);
        }
    }

    /** Where the group at {@code open}, a brace or a parenthesis, is closed, or {@link BraceIndex#UNCLOSED}. */
    int groupEnd(int open) {
        if (text.charAt(open) == '{') {
            return braces.close(open);
        }
        int i = open + 1;
        while (i < text.length() && !restarts.isAt(i)) {
            char c = text.charAt(i);
            if (c == ')') {
                return i;
            }
            int close = c == '{' ? braces.close(i) : i;
            if (close == BraceIndex.UNCLOSED) {
                return close;
            }
            i = close + 1;
        }
        return BraceIndex.UNCLOSED;
    }

    private int bracedEnd(int open) {
        int close = braces.close(open);
        return close == BraceIndex.UNCLOSED || restarts.entryIn(open, close) ? BraceIndex.UNCLOSED : close + 1;
    }

    private int quotedEnd(int open) {
        int i = open + 1;
        while (i < text.length() && !restarts.isAt(i)) {
            char c = text.charAt(i);
            if (c == '"') {
                return i + 1;
            }
            int close = c == '{' ? braces.close(i) : i;
            if (close == BraceIndex.UNCLOSED || c == '}') {
                return BraceIndex.UNCLOSED;
            }
            i = close + 1;
        }
        return BraceIndex.UNCLOSED;
    }

    private int bareEnd(int start) {
        int i = start;
        while (i < text.length() && Parser.isNameChar(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private Outcome addBare(TextRange range, List<Part> parts, List<TextRange> unknown, Outcome before) {
        String bare = range.of(text);
        if (bare.chars().allMatch(Character::isDigit)) {
            parts.add(new Part(Part.Kind.NUMBER, range));
            return before;
        }
        parts.add(new Part(Part.Kind.MACRO, range));
        if (macros.value(bare) != null) {
            return before;
        }
        if (Character.isDigit(bare.charAt(0))) {
            return Outcome.ODD;
        }
        unknown.add(range);
        return before;
    }

    private String join(List<Part> parts) {
        if (parts.size() == 1) {
            return valueOf(parts.getFirst());
        }
        StringBuilder joined = new StringBuilder();
        for (Part part : parts) {
            String value = valueOf(part);
            if (part.kind() == Part.Kind.MACRO) {
                macroUnitsLeft -= value.length();
                if (macroUnitsLeft < 0) {
                    value = part.range().of(text);
                }
            }
            joined.append(value);
        }
        return joined.toString();
    }

    private String valueOf(Part part) {
        String written = part.content().of(text);
        @Nullable String value = part.kind() == Part.Kind.MACRO ? macros.value(written) : null;
        return value == null ? written : value;
    }
}
