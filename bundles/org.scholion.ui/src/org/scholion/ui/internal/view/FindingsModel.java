package org.scholion.ui.internal.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.assist.Category;
import org.scholion.assist.Finding;
import org.scholion.jobs.PaperState;
import org.scholion.jobs.PlacedFinding;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Problem;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.text.LineIndex;
import org.scholion.ui.internal.Icon;
import org.scholion.ui.internal.Messages;

/**
 * What the view shows of a paper: rows in groups. Immutable.
 *
 * @param rows all rows of the paper, by place
 * @param groups those that show; one group without a name when they are not grouped
 * @param counts how many findings of each category there are in all
 */
@NonNullByDefault
record FindingsModel(List<FindingRow> rows, List<Group> groups, Map<Category, Integer> counts) {

    /** Rows under a heading. */
    record Group(String name, Icon icon, List<FindingRow> rows) {
        Group {
            rows = List.copyOf(rows);
        }
    }

    static final FindingsModel EMPTY = new FindingsModel(List.of(), List.of(), Map.of());

    FindingsModel {
        rows = List.copyOf(rows);
        groups = List.copyOf(groups);
        counts = Map.copyOf(counts);
    }

    /** How many rows show. */
    int shown() {
        return groups.stream().mapToInt(group -> group.rows().size()).sum();
    }

    /** The rows that show, in their order. */
    List<FindingRow> visibleRows() {
        return groups.stream().flatMap(group -> group.rows().stream()).toList();
    }

    /** All rows of a paper. */
    static List<FindingRow> rowsOf(PaperState state) {
        List<FindingRow> rows = new ArrayList<>();
        Map<List<Object>, Integer> occurrences = new HashMap<>();
        Map<Manuscript, Places> places = new IdentityHashMap<>();
        for (PlacedFinding placed : state.findings()) {
            Places of = places.computeIfAbsent(placed.manuscript(), Places::new);
            int occurrence = occurrences.merge(
                    List.of(placed.path(), placed.advice().rule(), placed.finding().text(), placed.advice().message()), 1, Integer::sum);
            rows.add(FindingRow.of(placed, of.line(placed.finding().range()), of.section(placed.finding()), occurrence));
        }
        state.manuscript().ifPresent(manuscript -> {
            Places of = places.computeIfAbsent(manuscript, Places::new);
            for (Problem problem : manuscript.problems()) {
                int occurrence = occurrences.merge(List.of(problem.range().unit().path(), problem.message()), 1, Integer::sum);
                rows.add(FindingRow.of(problem, manuscript, of.section(problem.range()), occurrence));
            }
        });
        return rows;
    }

    /** Filters and groups rows. */
    static FindingsModel of(List<FindingRow> rows, Grouping grouping, FindingFilterState filter) {
        Map<Category, Integer> counts = new EnumMap<>(Category.class);
        rows.forEach(row -> row.placed().ifPresent(placed -> counts.merge(placed.advice().category(), 1, Integer::sum)));
        Map<String, List<FindingRow>> groups = new LinkedHashMap<>();
        rows.stream()
                .filter(filter::shows)
                .sorted(order(grouping))
                .forEach(row -> groups.computeIfAbsent(name(row, grouping), key -> new ArrayList<>()).add(row));
        List<Group> named = new ArrayList<>();
        groups.forEach((name, members) -> named.add(new Group(name, icon(members.getFirst(), grouping), members)));
        if (grouping == Grouping.RULE) {
            named.sort(Comparator.comparingInt((Group group) -> group.rows().size()).reversed());
        }
        return new FindingsModel(rows, named, counts);
    }

    private static Comparator<FindingRow> order(Grouping grouping) {
        if (grouping == Grouping.CATEGORY) {
            return Comparator.comparingInt(row ->
                    row.placed().map(placed -> placed.advice().category().ordinal()).orElse(Category.values().length));
        }
        return (one, other) -> 0;
    }

    private static String name(FindingRow row, Grouping grouping) {
        return switch (grouping) {
            case CATEGORY -> row.category();
            case RULE -> row.rule();
            case FILE -> String.valueOf(row.file().getFileName());
            case SECTION -> row.section().isEmpty() ? Messages.group_noSection : row.section();
            case NONE -> "";
        };
    }

    private static Icon icon(FindingRow row, Grouping grouping) {
        return switch (grouping) {
            case CATEGORY, RULE -> row.icon();
            case FILE, SECTION, NONE -> Icon.GROUP;
        };
    }

    /** Lines and sections of one state of a paper. */
    private static final class Places {
        private final Manuscript manuscript;
        private final Map<Path, Optional<LineIndex>> lines = new HashMap<>();
        private final List<String> sections = new ArrayList<>();

        Places(Manuscript manuscript) {
            this.manuscript = manuscript;
            String section = "";
            for (Block block : manuscript.blocks()) {
                section = block.kind() == BlockKind.HEADING ? block.prose().text() : section;
                sections.add(section);
            }
        }

        int line(SourceRange range) {
            Optional<LineIndex> index = lines.computeIfAbsent(
                    range.unit().path(), path -> manuscript.source(range.unit()).map(SourceText::text).map(LineIndex::new));
            return index.map(found -> found.line(range.range().start())).orElse(0);
        }

        String section(Finding finding) {
            return finding.anchor()
                    .map(anchor -> sections.get(anchor.blockIndex()))
                    .orElseGet(() -> section(finding.range()));
        }

        /** The section of the last block of the file that begins before the place. */
        String section(SourceRange range) {
            String section = "";
            for (int i = 0; i < sections.size(); i++) {
                SourceRange block = manuscript.blocks().get(i).range();
                if (block.unit().equals(range.unit()) && block.range().start() <= range.range().start()) {
                    section = sections.get(i);
                }
            }
            return section;
        }
    }
}
