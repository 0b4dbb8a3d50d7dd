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
 * @param nearbyKeys of works that are cited close to the place, the nearest first
 * @param sources where to look
 * @param limit how many candidates to take by words, and how many by meaning, at least 1
 */
public record PlaceQuery(
        String before, String after, String previous, String paperTitle, List<String> nearbyKeys, List<Path> sources, int limit) {

    public PlaceQuery {
        nearbyKeys = List.copyOf(nearbyKeys);
        sources = List.copyOf(sources);
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
