package org.scholion.cli.internal.report;

import org.scholion.text.LineIndex;
import org.scholion.text.TextRange;

/**
 * The line of the source in which a finding begins, shortened around it.
 *
 * @param before what stands before it in the line; begins with … when shortened
 * @param marked the words meant, of the first line
 * @param after what stands behind it in the line; ends with … when shortened
 */
record Excerpt(String before, String marked, String after) {

    private static final String CUT = "…";

    /**
     * @param range in {@code text}
     * @param width how many columns there are
     */
    static Excerpt of(String text, LineIndex lines, TextRange range, int width) {
        int line = lines.line(range.start());
        int lineStart = lines.start(line);
        int lineEnd = lineStart;
        while (lineEnd < text.length() && text.charAt(lineEnd) != '\n' && text.charAt(lineEnd) != '\r') {
            lineEnd++;
        }
        int start = Math.min(range.start(), lineEnd);
        int end = Math.min(Math.max(range.end(), start), lineEnd);
        String marked = clean(text.substring(start, end));
        String before = clean(text.substring(lineStart, start)).stripLeading();
        String after = clean(text.substring(end, lineEnd)).stripTrailing();
        int free = Math.max(0, width - DisplayWidth.of(marked));
        int afterFree = Math.max(free / 2, free - DisplayWidth.of(before));
        String shownAfter = head(after, afterFree);
        return new Excerpt(tail(before, free - DisplayWidth.of(shownAfter)), head(marked, width), shownAfter);
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return clean.toString();
    }

    private static String head(String text, int columns) {
        if (DisplayWidth.of(text) <= columns) {
            return text;
        }
        int at = 0;
        int used = 1;
        while (at < text.length() && used + DisplayWidth.of(text.codePointAt(at)) <= columns) {
            used += DisplayWidth.of(text.codePointAt(at));
            at += Character.charCount(text.codePointAt(at));
        }
        return text.substring(0, at) + CUT;
    }

    private static String tail(String text, int columns) {
        if (DisplayWidth.of(text) <= columns) {
            return text;
        }
        int at = text.length();
        int used = 1;
        while (at > 0 && used + DisplayWidth.of(text.codePointBefore(at)) <= columns) {
            used += DisplayWidth.of(text.codePointBefore(at));
            at -= Character.charCount(text.codePointBefore(at));
        }
        return CUT + text.substring(at);
    }
}
