package org.scholion.ui.latex.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.scholion.text.LineIndex;
import org.scholion.text.TextRange;

/**
 * What each line of a text that is being edited begins inside of. After a change only lines whose state changes are looked at.
 * Confined to the thread that edits.
 */
public final class LineColours {

    /** Access to the text; lines count from 0, a line's range leaves its delimiter out. */
    public interface Lines {
        CharSequence text();

        int count();

        TextRange line(int number);
    }

    private final List<LineState> starts = new ArrayList<>();

    /** Looks at the whole text. */
    public void reset(Lines lines) {
        starts.clear();
        starts.add(LineState.DOCUMENT);
        CharSequence text = lines.text();
        for (int i = 0; i < lines.count(); i++) {
            starts.add(LatexScanner.scan(text, lines.line(i), starts.get(i), LineColours::ignore));
        }
    }

    /**
     * Looks at what a change did.
     *
     * @param lines the text after the change
     * @param firstLine the line where the change begins
     * @param insertedLines the line breaks that the new text holds
     * @return the last line whose look may have changed
     */
    public int changed(Lines lines, int firstLine, int insertedLines) {
        int known = starts.size() - 1;
        int removedLines = Math.max(0, insertedLines - (lines.count() - known));
        starts.subList(firstLine + 1, Math.min(starts.size(), firstLine + 1 + removedLines)).clear();
        for (int i = 0; i < insertedLines; i++) {
            starts.add(firstLine + 1, LineState.DOCUMENT);
        }
        CharSequence text = lines.text();
        int line = firstLine;
        while (line < lines.count()) {
            LineState next = LatexScanner.scan(text, lines.line(line), starts.get(line), LineColours::ignore);
            boolean same = next.equals(starts.get(line + 1));
            starts.set(line + 1, next);
            if (same && line >= firstLine + insertedLines) {
                return line;
            }
            line++;
        }
        return lines.count() - 1;
    }

    /** The tokens of a line other than plain text, from left to right; offsets count in the whole text. */
    public void tokens(Lines lines, int line, BiConsumer<TokenKind, TextRange> sink) {
        LatexScanner.scan(lines.text(), lines.line(line), starts.get(line), sink);
    }

    /** All tokens of a text other than plain text. */
    public static List<Token> tokens(String text) {
        LineIndex index = new LineIndex(text);
        List<Token> tokens = new ArrayList<>();
        LineState state = LineState.DOCUMENT;
        for (int line = 1; line <= index.lineCount(); line++) {
            int end = line < index.lineCount() ? index.start(line + 1) : text.length();
            while (end > index.start(line) && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
                end--;
            }
            state = LatexScanner.scan(
                    text, new TextRange(index.start(line), end), state, (kind, range) -> tokens.add(new Token(kind, range)));
        }
        return tokens;
    }

    private static void ignore(TokenKind kind, TextRange range) {
        // only the state at the end of the line is wanted
    }
}
