package org.scholion.library.search;

import java.nio.file.Path;
import java.util.List;

/**
 * What a person looks for.
 *
 * @param text words, {@code "phrases"}, {@code author:name}, {@code title:word}, {@code year:2010-2015}, {@code -word}; any text is allowed
 * @param sources where
 * @param filter what must hold
 * @param limit how many hits at most, at least 1
 * @param meaning whether meaning counts as well as words
 */
public record LibraryQuery(String text, List<Path> sources, LibraryFilter filter, int limit, boolean meaning) {

    public LibraryQuery {
        sources = List.copyOf(sources);
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
