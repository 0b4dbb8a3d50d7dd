package org.scholion.library.internal.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the lines of a page into the order in which they are read. Most files have them in that order; only where a file jumps between columns, or
 * up the page again and again, does the position decide.
 */
final class ReadingOrder {

    private static final Comparator<TextLine> DOWN =
            Comparator.comparingDouble(TextLine::baseline).thenComparingDouble(TextLine::left);

    private static final int FEWEST_LINES = 8;
    private static final int DEEPEST = 3;
    private static final int CUTS = 40;

    private ReadingOrder() {}

    /** The lines that run from left to right, in order; the others where there are no such lines. */
    static List<TextLine> of(List<TextLine> page) {
        List<TextLine> straight = page.stream().filter(line -> !line.turned()).toList();
        List<TextLine> lines = straight.isEmpty() ? page : straight;
        if (lines.size() < FEWEST_LINES) {
            return lines;
        }
        double cut = gutter(lines);
        boolean disorder = cut > 0 ? changes(lines, cut) > Math.max(6, lines.size() / 6) : false;
        return disorder || jumpsUp(lines) > Math.max(6, lines.size() / 6) ? sorted(lines, 0) : lines;
    }

    /** Lines over the whole width part the page; between them each column is read down. */
    private static List<TextLine> sorted(List<TextLine> lines, int depth) {
        double cut = lines.size() < FEWEST_LINES || depth == DEEPEST ? 0 : gutter(lines);
        List<TextLine> down = lines.stream().sorted(DOWN).toList();
        if (cut <= 0) {
            return byRows(down);
        }
        List<TextLine> result = new ArrayList<>();
        List<TextLine> first = new ArrayList<>();
        List<TextLine> second = new ArrayList<>();
        for (TextLine line : down) {
            if (line.left() < cut && line.right() > cut) {
                result.addAll(sorted(first, depth + 1));
                result.addAll(sorted(second, depth + 1));
                first.clear();
                second.clear();
                result.add(line);
            } else {
                (line.right() <= cut ? first : second).add(line);
            }
        }
        result.addAll(sorted(first, depth + 1));
        result.addAll(sorted(second, depth + 1));
        return result;
    }

    /** Baselines of one row may differ a little. */
    private static List<TextLine> byRows(List<TextLine> down) {
        List<TextLine> result = new ArrayList<>();
        List<TextLine> row = new ArrayList<>();
        for (TextLine line : down) {
            if (!row.isEmpty() && !row.getFirst().sameLineAs(line)) {
                row.sort(Comparator.comparingDouble(TextLine::left));
                result.addAll(row);
                row.clear();
            }
            row.add(line);
        }
        row.sort(Comparator.comparingDouble(TextLine::left));
        result.addAll(row);
        return result;
    }

    /** Where the space between two columns is: few lines cross it, many stand on either side; 0 where there is none. */
    private static double gutter(List<TextLine> lines) {
        double left = lines.stream().mapToDouble(TextLine::left).min().orElse(0);
        double right = lines.stream().mapToDouble(TextLine::right).max().orElse(0);
        double best = 0;
        int fewest = lines.size() / 4 + 1;
        for (int i = CUTS / 4; i <= CUTS * 3 / 4; i++) {
            double cut = left + (right - left) * i / CUTS;
            int crossing = 0;
            int before = 0;
            for (TextLine line : lines) {
                if (line.right() <= cut) {
                    before++;
                } else if (line.left() < cut) {
                    crossing++;
                }
            }
            int after = lines.size() - before - crossing;
            if (crossing < fewest && before >= lines.size() / 5 && after >= lines.size() / 5) {
                fewest = crossing;
                best = cut;
            }
        }
        return best;
    }

    private static int changes(List<TextLine> lines, double cut) {
        int changes = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i - 1).right() <= cut != lines.get(i).right() <= cut) {
                changes++;
            }
        }
        return changes;
    }

    private static int jumpsUp(List<TextLine> lines) {
        int jumps = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).baseline() < lines.get(i - 1).baseline() - lines.get(i).size()) {
                jumps++;
            }
        }
        return jumps;
    }
}
