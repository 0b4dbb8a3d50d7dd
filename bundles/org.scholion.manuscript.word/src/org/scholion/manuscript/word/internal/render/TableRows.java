package org.scholion.manuscript.word.internal.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.scholion.manuscript.rendition.RenderedLine.Alignment;
import org.scholion.manuscript.rendition.RenderedLine.Cell;
import org.scholion.manuscript.rendition.Span;

/** Puts the cells of a row into one line where that fits: a paragraph in each cell, short enough for a page. */
final class TableRows {

    /** In letters, of the widest cells of all columns together. */
    private static final int MOST_LETTERS = 84;

    private static final int BETWEEN_COLUMNS = 3;

    private TableRows() {}

    /**
     * Joins the cells of each row, or leaves the table as it is.
     *
     * @param table all lines of one table; changed
     */
    static void sideBySide(List<Renderer.Draft> table) {
        List<Renderer.Draft> rows = new ArrayList<>();
        Map<Integer, Integer> widths = new TreeMap<>();
        int at = 0;
        while (at < table.size()) {
            int end = at + 1;
            while (end < table.size() && row(table.get(end)).equals(row(table.get(at)))) {
                end++;
            }
            Optional<Renderer.Draft> joined = join(table.subList(at, end), widths);
            if (joined.isEmpty()) {
                return;
            }
            rows.add(joined.get());
            at = end;
        }
        int width = widths.values().stream().mapToInt(letters -> letters + BETWEEN_COLUMNS).sum();
        if (width <= MOST_LETTERS) {
            table.clear();
            table.addAll(rows);
        }
    }

    private static Optional<Cell> row(Renderer.Draft draft) {
        return draft.cell().map(cell -> new Cell(cell.table(), cell.row(), 0));
    }

    private static Optional<Renderer.Draft> join(List<Renderer.Draft> cells, Map<Integer, Integer> widths) {
        List<LinePart> parts = new ArrayList<>();
        for (Renderer.Draft draft : cells) {
            Optional<Cell> cell = draft.cell();
            LinePart part = draft.parts().getFirst();
            boolean ornament = part.unit().isEmpty() && !part.text().isEmpty();
            if (cell.isEmpty() || cell.get().column() != parts.size() || ornament || part.spans().stream().anyMatch(TableRows::isPicture)) {
                return Optional.empty();
            }
            widths.merge(parts.size(), part.text().length(), Math::max);
            parts.add(part);
        }
        return Optional.of(new Renderer.Draft(
                parts, cells.getFirst().story(), Alignment.START, cells.getFirst().cell().map(cell -> new Cell(cell.table(), cell.row(), 0))));
    }

    private static boolean isPicture(Span span) {
        return span.thing().isPresent() && span.thing().get().picture().isPresent();
    }
}
