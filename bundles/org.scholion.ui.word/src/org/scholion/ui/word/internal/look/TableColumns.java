package org.scholion.ui.word.internal.look;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.scholion.manuscript.rendition.RenderedLine;
import org.scholion.manuscript.rendition.RenderedLine.Cell;
import org.scholion.manuscript.rendition.Span;
import org.scholion.manuscript.rendition.Span.Look;
import org.scholion.ui.word.internal.document.WordDocument;

/** Where the columns of tables begin whose rows are lines. In the thread of the user interface. */
final class TableColumns {

    /** Room between two columns, in pixels. */
    static final int BETWEEN = 22;
    /** Rows of a long table that are measured before and behind one of them. */
    private static final int MOST_ROWS = 200;

    private final StyledText text;
    private final WordFonts fonts;
    private final Things things;
    private final Map<Integer, int[]> known = new HashMap<>();

    TableColumns(StyledText text, WordFonts fonts, Things things) {
        this.text = text;
        this.fonts = fonts;
        this.things = things;
    }

    /** Another document, or other fonts. */
    void clear() {
        known.clear();
    }

    /** Whether several cells stand in a line. */
    static boolean isRow(RenderedLine line) {
        return line.cell().isPresent() && line.spans().stream().anyMatch(span -> span.looks().contains(Look.CELL_END));
    }

    /** Where the second column and the next ones begin, in pixels from the beginning of the line. */
    int[] stops(WordDocument document, int line) {
        int table = document.line(line).cell().map(Cell::table).orElse(-1);
        return known.computeIfAbsent(table, number -> measure(document, line, number));
    }

    private int[] measure(WordDocument document, int line, int table) {
        List<Integer> widths = new ArrayList<>();
        GC gc = new GC(text);
        try {
            int first = line;
            while (first > 0 && line - first < MOST_ROWS && isOf(document, first - 1, table)) {
                first--;
            }
            for (int row = first; row < document.lineCount() && row - line < MOST_ROWS && isOf(document, row, table); row++) {
                measure(gc, document, row, widths);
            }
        } catch (BadLocationException e) {
            // the text became shorter meanwhile: laid out anew
            return new int[] {BETWEEN};
        } finally {
            gc.dispose();
        }
        int[] stops = new int[Math.max(1, widths.size() - 1)];
        int x = 0;
        for (int column = 0; column < widths.size() - 1; column++) {
            x += widths.get(column) + BETWEEN;
            stops[column] = x;
        }
        return stops;
    }

    private static boolean isOf(WordDocument document, int line, int table) {
        return document.line(line).cell().filter(cell -> cell.table() == table).isPresent();
    }

    private void measure(GC gc, WordDocument document, int line, List<Integer> widths) throws BadLocationException {
        int column = 0;
        int width = 0;
        List<Span> spans = document.line(line).spans();
        for (int i = 0; i <= spans.size(); i++) {
            if (i == spans.size() || spans.get(i).looks().contains(Look.CELL_END)) {
                if (column == widths.size()) {
                    widths.add(0);
                }
                widths.set(column, Math.max(widths.get(column), width));
                column++;
                width = 0;
            } else {
                width += width(gc, spans.get(i), document.place(line, i).shifted(-document.getLineOffset(line)).of(document.text(line)));
            }
        }
    }

    private int width(GC gc, Span span, String letters) {
        Font font = fonts.font(span.looks(), span.scale());
        if (span.thing().isPresent()) {
            return things.metrics(span.thing().get(), font).width;
        }
        gc.setFont(font == null ? text.getFont() : font);
        return gc.textExtent(letters, SWT.DRAW_TRANSPARENT).x;
    }
}
