package org.scholion.ui.internal.library;

import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.library.search.LibraryHits.Count;
import org.scholion.library.search.LibraryHits.Facet;

/**
 * What was found.
 *
 * @param rows best first
 * @param total how many works match by their words, on this machine; as many as rows online
 * @param facets how many of these there are by value
 * @param sources whether there was anything to search in
 * @param failure why there is no answer, for the author; empty where there is one
 */
@NonNullByDefault
record LibraryAnswer(List<WorkRow> rows, long total, Map<Facet, List<Count>> facets, boolean sources, String failure) {

    LibraryAnswer {
        rows = List.copyOf(rows);
        facets = Map.copyOf(facets);
    }

    static LibraryAnswer failed(String message) {
        return new LibraryAnswer(List.of(), 0, Map.of(), true, message);
    }

    static LibraryAnswer withoutSources() {
        return new LibraryAnswer(List.of(), 0, Map.of(), false, "");
    }

    LibraryAnswer with(List<WorkRow> others) {
        return new LibraryAnswer(others, total, facets, sources, failure);
    }
}
