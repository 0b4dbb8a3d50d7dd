package org.scholion.manuscript.latex.internal.tex;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.SourceUnit;

/**
 * A text in LaTeX with the places of its braces, found once and remembered. Used by one thread at a time, except that finished
 * matches may be read again later.
 */
public final class TexText {

    /** What is looked for was not found. */
    public static final int NONE = -1;

    private static final int MAX_OPTIONAL = 50_000;

    private final String text;
    private final @Nullable SourceUnit unit;
    private int[] closings = new int[0];
    /** The paragraph that was looked for last. */
    private int paragraphFrom;
    private int paragraphTo;
    /** Strings that do not stand behind an offset. */
    private final Map<String, Integer> absent = new HashMap<>();

    /** @param unit the file; null for text that is not in one, such as a default argument */
    public TexText(String text, @Nullable SourceUnit unit) {
        this.text = text;
        this.unit = unit;
    }

    public String text() {
        return text;
    }

    public @Nullable SourceUnit unit() {
        return unit;
    }

    public int length() {
        return text.length();
    }

    public char at(int offset) {
        return text.charAt(offset);
    }

    /** The brace that closes the one at {@code open}, or {@link #NONE}. Linear over all calls. */
    public synchronized int closing(int open) {
        if (closings.length == 0) {
            closings = new int[text.length()];
        }
        if (closings[open] != 0) {
            return closings[open];
        }
        int[] stack = new int[16];
        int depth = 0;
        int i = open;
        int end = text.length();
        while (i < end) {
            char c = text.charAt(i);
            if (c == '{') {
                if (closings[i] > 0) {
                    i = closings[i];
                } else {
                    if (depth == stack.length) {
                        stack = Arrays.copyOf(stack, depth * 2);
                    }
                    stack[depth++] = i;
                }
            } else if (c == '}') {
                closings[stack[--depth]] = i;
                if (depth == 0) {
                    return i;
                }
            } else if (c == '\\') {
                i = skipControl(i);
                continue;
            } else if (c == '%') {
                i = lineEnd(i);
                continue;
            }
            i++;
        }
        while (depth > 0) {
            closings[stack[--depth]] = NONE;
        }
        return NONE;
    }

    /** The bracket that closes the one at {@code open}, outside of braces, before {@code limit}; or {@link #NONE}. */
    public int closingBracket(int open, int limit, char closer) {
        char opener = text.charAt(open);
        int depth = 0;
        int newLines = 0;
        int end = Math.min(limit, open + MAX_OPTIONAL);
        for (int i = open; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                int closing = closing(i);
                if (closing == NONE || closing >= limit) {
                    return NONE;
                }
                i = closing;
            } else if (c == '}') {
                return NONE;
            } else if (c == '%') {
                i = lineEnd(i) - 1;
            } else if (c == closer && --depth == 0) {
                return i;
            } else if (c == opener) {
                depth++;
            }
            newLines = c == '\n' || c == '\r' ? newLines + 1 : Character.isWhitespace(c) ? newLines : 0;
            if (newLines > 2) {
                return NONE;
            }
        }
        return NONE;
    }

    /** The end of the control sequence that begins at {@code backslash}: behind its letters, or behind its one character. */
    public int nameEnd(int backslash, int limit, boolean atIsLetter) {
        int i = backslash + 1;
        while (i < limit && (isLetter(text.charAt(i)) || atIsLetter && text.charAt(i) == '@')) {
            i++;
        }
        if (i == backslash + 1 && i < limit) {
            i++;
            if (Character.isHighSurrogate(text.charAt(i - 1)) && i < limit) {
                i++;
            }
        }
        return i;
    }

    public static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** Behind the last unit of the line's text, where its line end stands. */
    public int lineEnd(int from) {
        int i = from;
        int end = text.length();
        while (i < end && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    /** Behind the line end that stands at {@code at}, if one does. */
    public int skipLineEnd(int at, int limit) {
        if (at < limit && text.charAt(at) == '\r') {
            return at + 1 < limit && text.charAt(at + 1) == '\n' ? at + 2 : at + 1;
        }
        return at < limit && text.charAt(at) == '\n' ? at + 1 : at;
    }

    /** Behind blanks and tabs. */
    public int skipBlanks(int at, int limit) {
        int i = at;
        while (i < limit && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** Behind blanks and at most one line end, as TeX skips them behind a control word. */
    public int skipSpace(int at, int limit) {
        int i = skipBlanks(at, limit);
        int line = skipLineEnd(i, limit);
        if (line == i) {
            return i;
        }
        int next = skipBlanks(line, limit);
        return next < limit && (text.charAt(next) == '\n' || text.charAt(next) == '\r') ? i : next;
    }

    /** Behind blanks, comments and line ends, but before an empty line: where an argument may begin. */
    public int skipToArgument(int at, int limit) {
        int i = at;
        while (true) {
            i = skipSpace(i, limit);
            if (i >= limit || text.charAt(i) != '%') {
                return i;
            }
            i = skipLineEnd(lineEnd(i), limit);
            int next = skipBlanks(i, limit);
            if (next < limit && (text.charAt(next) == '\n' || text.charAt(next) == '\r')) {
                return i;
            }
        }
    }

    /** Where {@code what} stands next, before {@code limit}; or {@link #NONE}. What was not found is not looked for again. */
    public synchronized int indexOf(String what, int from, int limit) {
        if (absent.getOrDefault(what, Integer.MAX_VALUE) <= from) {
            return NONE;
        }
        int found = text.indexOf(what, from);
        if (found < 0) {
            absent.put(what, from);
        }
        return found < 0 || found >= limit ? NONE : found;
    }

    /** Where the next empty line begins, or {@code limit}. */
    public synchronized int paragraphEnd(int from, int limit) {
        if (from < paragraphFrom || from >= paragraphTo) {
            paragraphFrom = from;
            paragraphTo = findParagraphEnd(from, text.length());
        }
        return Math.max(Math.min(paragraphTo, limit), Math.min(from, limit));
    }

    private int findParagraphEnd(int from, int limit) {
        int i = from;
        while (i < limit) {
            int line = lineEnd(i);
            int next = skipBlanks(skipLineEnd(line, limit), limit);
            if (line >= limit || next >= limit || text.charAt(next) == '\n' || text.charAt(next) == '\r') {
                return Math.min(line, limit);
            }
            i = next;
        }
        return limit;
    }

    /** Behind a control sequence inside an argument; takes all of {@code \verb|…|} and of the braces of {@code \}{@code url}. */
    private int skipControl(int backslash) {
        int end = text.length();
        int after = nameEnd(backslash, end, false);
        int length = after - backslash;
        if (length == 5 && text.startsWith("verb", backslash + 1)) {
            return verbEnd(after, end);
        }
        boolean address = length == 4 && text.startsWith("url", backslash + 1)
                || length == 5 && (text.startsWith("href", backslash + 1) || text.startsWith("path", backslash + 1));
        int closing = address && after < end && text.charAt(after) == '{' ? closingOfAddress(after) : NONE;
        return closing == NONE ? after : closing + 1;
    }

    /** The brace that closes the one at {@code open} in the same line, where a per cent sign does not begin a comment. */
    public int closingOfAddress(int open) {
        int depth = 0;
        int end = text.length();
        for (int i = open; i < end && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
            if (c == '\\') {
                i++;
            }
        }
        return NONE;
    }

    /** Behind {@code *|…|} of a {@code \verb} whose name ends at {@code after}. */
    public int verbEnd(int after, int limit) {
        int i = after;
        if (i < limit && text.charAt(i) == '*') {
            i++;
        }
        if (i >= limit || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
            return i;
        }
        int close = text.indexOf(text.charAt(i), i + 1);
        int line = lineEnd(i);
        return close < 0 || close > line || close >= limit ? Math.min(line, limit) : close + 1;
    }
}
