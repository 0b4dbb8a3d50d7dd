package org.scholion.assist.citations;

import java.nio.file.Path;
import java.util.List;

/**
 * A work that may be cited at a place.
 *
 * @param key of it in its library
 * @param library the source that it comes from
 * @param title of the work
 * @param people family names of its authors, or of its editors where there are none
 * @param year empty where unknown
 * @param venue empty where unknown
 * @param score from 0 to 1, comparable within one list
 * @param cited how often the paper cites it before the place
 * @param matches words of the sentence that the work has as well, the rarest first
 * @param reason why it is offered, for the author in his language
 */
public record CitationSuggestion(
        String key,
        Path library,
        String title,
        List<String> people,
        String year,
        String venue,
        double score,
        int cited,
        List<String> matches,
        String reason) {

    public CitationSuggestion {
        people = List.copyOf(people);
        matches = List.copyOf(matches);
    }
}
