package org.scholion.ui.latex.internal.syntax;

import org.scholion.text.TextRange;

/** Reads backwards from a place to the command that it belongs to. */
final class ContextReader {

    private final CharSequence text;
    private final int offset;
    private final boolean whole;
    private final int first;

    /**
     * @param offset the place
     * @param whole whether names and items are wanted in their whole length, else only what stands before the place
     */
    ContextReader(CharSequence text, int offset, boolean whole) {
        this.text = text;
        this.offset = offset;
        this.whole = whole;
        this.first = Math.max(0, offset - SourceContext.FURTHEST);
    }

    SourceContext read() {
        if (isInComment()) {
            return new SourceContext.Nothing();
        }
        int start = offset;
        while (start > first && CommandNames.isPart(text.charAt(start - 1))) {
            start--;
        }
        if (start > first && text.charAt(start - 1) == '\\' && !isEscaped(text, start - 1)) {
            int end = offset;
            while (whole && end < text.length() && CommandNames.isPart(text.charAt(end))) {
                end++;
            }
            return new SourceContext.Command(text.subSequence(start, end).toString(), new TextRange(start - 1, end));
        }
        int brace = openBrace(offset);
        return brace < 0 ? new SourceContext.Nothing() : argument(brace);
    }

    private boolean isInComment() {
        for (int i = offset - 1; i >= first && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i--) {
            if (text.charAt(i) == '%' && !isEscaped(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** The brace that is open at {@code from}, or -1; paragraphs are not crossed. */
    private int openBrace(int from) {
        int depth = 0;
        int breaks = 0;
        for (int i = from - 1; i >= first; i--) {
            char c = text.charAt(i);
            if (c == '\n') {
                if (++breaks > 1) {
                    return -1;
                }
                continue;
            }
            breaks = Character.isWhitespace(c) ? breaks : 0;
            if (c == '}' && !isEscaped(text, i)) {
                depth++;
            } else if (c == '{' && !isEscaped(text, i) && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }

    private SourceContext argument(int brace) {
        int index = 0;
        int i = brace - 1;
        while (i >= first) {
            char c = text.charAt(i);
            if (c == '}' || c == ']') {
                int open = opening(i, c == '}' ? '{' : '[', c);
                if (open < 0) {
                    return new SourceContext.Nothing();
                }
                index += c == '}' ? 1 : 0;
                i = open - 1;
            } else if (c == '*' || c == ' ') {
                i--;
            } else {
                break;
            }
        }
        int nameStop = i + 1;
        while (i >= first && CommandNames.isPart(text.charAt(i))) {
            i--;
        }
        if (i < first || text.charAt(i) != '\\' || isEscaped(text, i) || nameStop == i + 1) {
            return new SourceContext.Nothing();
        }
        TextRange item = item(brace);
        return new SourceContext.Argument(
                text.subSequence(i + 1, nameStop).toString(), index, item.of(text), item);
    }

    private TextRange item(int brace) {
        int start = offset;
        while (start > brace + 1 && text.charAt(start - 1) != ',') {
            start--;
        }
        int end = offset;
        while (whole && end < text.length() && ",}{%\n\r".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && end > offset && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new TextRange(start, end);
    }

    private int opening(int close, char open, char closing) {
        int depth = 0;
        for (int i = close - 1; i >= first; i--) {
            char c = text.charAt(i);
            if (c == closing) {
                depth++;
            } else if (c == open && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the character at {@code offset} is taken literally, since a backslash stands before it that is not itself escaped. */
    static boolean isEscaped(CharSequence text, int offset) {
        int backslashes = 0;
        while (offset - backslashes > 0 && text.charAt(offset - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
