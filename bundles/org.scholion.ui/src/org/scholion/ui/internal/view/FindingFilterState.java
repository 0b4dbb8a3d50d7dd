package org.scholion.ui.internal.view;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.assist.Category;
import org.scholion.assist.Severity;

/**
 * What the view shows.
 *
 * @param categories those that show
 * @param problems whether problems of reading show
 * @param least the least severity that shows
 * @param search what message, words, rule or place must contain, upper and lower case alike; empty for everything
 */
@NonNullByDefault
record FindingFilterState(Set<Category> categories, boolean problems, Severity least, String search) {

    static final FindingFilterState ALL = new FindingFilterState(Set.of(Category.values()), true, Severity.INFO, "");

    FindingFilterState {
        categories = Set.copyOf(categories);
        search = search.strip().toLowerCase(Locale.ROOT);
    }

    boolean isAll() {
        return equals(ALL);
    }

    boolean shows(FindingRow row) {
        boolean kind = row.placed()
                .map(placed -> categories.contains(placed.advice().category())
                        && placed.advice().severity().compareTo(least) >= 0)
                .orElse(problems);
        return kind && (search.isEmpty() || contains(row.message()) || contains(row.words()) || contains(row.rule())
                || contains(row.place()) || contains(row.section()));
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT).contains(search);
    }
}
