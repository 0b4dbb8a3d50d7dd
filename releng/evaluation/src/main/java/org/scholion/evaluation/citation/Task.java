package org.scholion.evaluation.citation;

import java.util.List;
import java.util.Set;
import org.scholion.assist.citations.CitationPlace;

/**
 * A citation of a published paper, taken out.
 *
 * @param paper which it is of
 * @param language BCP 47
 * @param place where it stood
 * @param gold the keys that stood there and that the library has
 * @param citesAgain whether one of them was cited before in the paper
 * @param authorNamed whether the sentence names an author of one of them
 */
record Task(String paper, String language, CitationPlace place, Set<String> gold, boolean citesAgain, boolean authorNamed) {

    Task {
        gold = Set.copyOf(gold);
    }

    /** A paper with its library. */
    record Paper(String name, List<Task> tasks) {
        Paper {
            tasks = List.copyOf(tasks);
        }
    }
}
