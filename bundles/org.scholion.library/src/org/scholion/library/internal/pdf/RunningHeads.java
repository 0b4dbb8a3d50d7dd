package org.scholion.library.internal.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes away the lines that stand at the top or bottom of most pages; numbers in them may differ. */
final class RunningHeads {

    private static final int LINES = 3;
    private static final int FEWEST_PAGES = 3;

    private RunningHeads() {}

    static List<List<TextLine>> without(List<List<TextLine>> pages) {
        if (pages.size() < FEWEST_PAGES) {
            return pages;
        }
        Map<String, Integer> counts = new HashMap<>();
        for (List<TextLine> page : pages) {
            Set<String> here = new HashSet<>();
            edges(page).forEach(line -> here.add(form(line)));
            here.forEach(form -> counts.merge(form, 1, Integer::sum));
        }
        // left and right pages often have heads of their own
        int most = Math.max(FEWEST_PAGES, (int) Math.ceil(pages.size() * 0.4));
        List<List<TextLine>> result = new ArrayList<>();
        for (List<TextLine> page : pages) {
            Set<TextLine> heads = new HashSet<>();
            for (TextLine line : edges(page)) {
                if (counts.getOrDefault(form(line), 0) >= most) {
                    heads.add(line);
                }
            }
            result.add(page.stream().filter(line -> !heads.contains(line)).toList());
        }
        return result;
    }

    private static List<TextLine> edges(List<TextLine> page) {
        List<TextLine> down = page.stream().sorted(Comparator.comparingDouble(TextLine::baseline)).toList();
        if (down.size() <= 2 * LINES) {
            return down;
        }
        List<TextLine> edges = new ArrayList<>(down.subList(0, LINES));
        edges.addAll(down.subList(down.size() - LINES, down.size()));
        return edges;
    }

    private static String form(TextLine line) {
        return line.text().toLowerCase(Locale.ROOT).replaceAll("\\d+|\\b[ivxl]+\\b", "#").replaceAll("[\\s\\p{Punct}&&[^#]]+", " ");
    }
}
