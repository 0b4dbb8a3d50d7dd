package org.scholion.manuscript.latex.internal.tex;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.TextRange;

/**
 * A piece of a text that waits to be run: a file, an argument, a macro's body.
 *
 * @param text where it stands
 * @param start the first unit
 * @param end behind the last unit
 * @param arguments what {@code #1} … stand for in it
 * @param call the macro call that prints it; null when its words stand at their place in a file
 * @param atIsLetter whether {@code @} is part of command names
 */
public record Slice(TexText text, int start, int end, List<Slice> arguments, @Nullable Call call, boolean atIsLetter) {

    /** The value of an optional argument that is not there. */
    public static final Slice MISSING = new Slice(new TexText("", null), 0, 0, List.of(), null, false);

    private static final int MAX_RAW = 20_000;
    private static final int MAX_DEPTH = 40;

    /**
     * A macro call in a file.
     *
     * @param token the name with its backslash
     * @param whole with all arguments
     */
    public record Call(SourceRange token, SourceRange whole) {}

    /** Text with the place where exactly it stands; the place is null when macros put it together. */
    public record Located(String text, @Nullable SourceRange range) {}

    public boolean isMissing() {
        return text == MISSING.text;
    }

    public int length() {
        return end - start;
    }

    public Slice part(int from, int to) {
        return new Slice(text, from, to, arguments, call, atIsLetter);
    }

    /** As it is written. */
    public String source() {
        return text.text().substring(start, end);
    }

    /** As it is written, with parameters replaced by what they stand for. */
    public String raw() {
        if (arguments.isEmpty() || text.text().indexOf('#', start) < 0) {
            return source();
        }
        StringBuilder result = new StringBuilder();
        appendRaw(result, 0);
        return result.toString();
    }

    /** {@link #raw()} without white space around it, and where it stands. */
    public Located located() {
        Slice slice = this;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            String source = slice.source().strip();
            boolean parameter = source.length() == 2 && source.charAt(0) == '#' && Character.isDigit(source.charAt(1));
            if (!parameter || slice.arguments.isEmpty()) {
                break;
            }
            slice = slice.argument(source.charAt(1));
        }
        String raw = slice.raw();
        String stripped = raw.strip();
        SourceUnit unit = slice.text.unit();
        if (slice.call != null || unit == null || raw.length() != slice.length()) {
            return new Located(stripped, null);
        }
        int from = slice.start + raw.indexOf(stripped);
        return new Located(stripped, new SourceRange(unit, TextRange.ofLength(from, stripped.length())));
    }

    /** What {@code #n} stands for. */
    public Slice argument(char digit) {
        int index = digit - '1';
        return index >= 0 && index < arguments.size() ? arguments.get(index) : MISSING;
    }

    private void appendRaw(StringBuilder result, int depth) {
        for (int i = start; i < end && result.length() < MAX_RAW; i++) {
            char c = text.at(i);
            if (c == '#' && i + 1 < end && Character.isDigit(text.at(i + 1)) && !arguments.isEmpty() && depth < MAX_DEPTH) {
                argument(text.at(++i)).appendRaw(result, depth + 1);
            } else {
                result.append(c);
            }
        }
    }
}
