package org.scholion.ui.citation;

import java.util.List;
import java.util.Optional;
import org.scholion.assist.citations.CitationPlace;
import org.scholion.manuscript.Manuscript;

/**
 * Which works can be cited.
 *
 * @param state whether there is something to rank
 * @param manuscript the paper that was asked for; empty without one
 * @param place what stands around the place; empty where no sentence is, and when somebody searched
 * @param works best first
 */
public record CitationAnswer(State state, Optional<Manuscript> manuscript, Optional<CitationPlace> place, List<CitableWork> works) {

    /** What could be done. */
    public enum State {
        /** The file belongs to no paper that was found. */
        NO_PAPER,
        /** Neither has the paper a bibliography file nor has the author a library. */
        NO_SOURCES,
        /** No sentence stands at the place. */
        NO_SENTENCE,
        /** Works were ranked; there may be none. */
        RANKED
    }

    public CitationAnswer {
        works = List.copyOf(works);
    }

    /** Nothing, for a reason. */
    public static CitationAnswer nothing(State state, Optional<Manuscript> manuscript) {
        return new CitationAnswer(state, manuscript, Optional.empty(), List.of());
    }
}
