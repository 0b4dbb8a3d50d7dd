package org.scholion.library.search;

import java.nio.file.Path;
import java.util.List;

/**
 * A place of a paper where a citation may stand. Texts are plain; other citations, formulas and references are left out of them.
 *
 * @param before the sentence up to the place
 * @param after the sentence behind the place
 * @param previous the sentence before; may be empty
 * @param paperTitle may be empty
 * @param cited keys of works that the paper cites before the place, the nearest first, each once; they are candidates, too, and so are
 *     those that stand next to the nearest of them in their source
 * @param sources where to look
 * @param limit how many candidates to take by words, how many by meaning, and how many of those that are cited, at least 1
 */
public record PlaceQuery(
        String before, String after, String previous, String paperTitle, List<String> cited, List<Path> sources, int limit) {

    public PlaceQuery {
        cited = List.copyOf(cited);
        sources = List.copyOf(sources);
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
