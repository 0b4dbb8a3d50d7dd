package org.scholion.library.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.scholion.library.Reference;

/**
 * What was found.
 *
 * @param hits best first
 * @param total how many references match by their words
 * @param facets how many of these there are by value, most first; at most 50 values each
 */
public record LibraryHits(List<Hit> hits, long total, Map<Facet, List<Count>> facets) {

    /** By what the matches are counted. */
    public enum Facet {
        YEAR,
        AUTHOR,
        TYPE,
        GROUP
    }

    /** How many matches have a value. */
    public record Count(String value, int count) {}

    /**
     * A reference that was found.
     *
     * @param source of it
     * @param score higher is better; comparable within one search only
     * @param snippet the words that match with what stands around them, each match between {@code «} and {@code »}
     * @param page where the snippet stands in its document, 1-based; without, it is from the entry
     */
    public record Hit(Reference reference, Path source, double score, String snippet, OptionalInt page) {}

    public LibraryHits {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }
}
