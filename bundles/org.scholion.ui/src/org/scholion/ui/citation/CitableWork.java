package org.scholion.ui.citation;

import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.citations.CitationSuggestion;
import org.scholion.library.Reference;
import org.scholion.ui.internal.Messages;

/**
 * A work that can be cited in a paper.
 *
 * @param key by which the paper cites it, or will cite it
 * @param suggestion what is known of it, with the key of its library
 * @param own whether it stands in the paper's own bibliography
 * @param reference all of it, with {@link #key}; empty when the library does not know it any more
 */
public record CitableWork(String key, CitationSuggestion suggestion, boolean own, Optional<Reference> reference) {

    public String title() {
        return suggestion.title();
    }

    /** The authors as one cites them: one, two, or the first and the others; empty where they are unknown. */
    public String authors() {
        List<String> people = suggestion.people();
        return switch (people.size()) {
            case 0 -> "";
            case 1 -> people.getFirst();
            case 2 -> NLS.bind(Messages.citations_two, people.get(0), people.get(1));
            default -> NLS.bind(Messages.citations_many, people.getFirst());
        };
    }

    /** Authors and year as far as they are known. */
    public String authorYear() {
        String authors = authors();
        String year = suggestion.year();
        return authors.isEmpty() || year.isEmpty() ? authors + year : authors + ", " + year;
    }

    /** What has to be written into the paper's bibliography before the paper can cite it; empty when it stands there. */
    public Optional<Reference> missingEntry() {
        return own ? Optional.empty() : reference;
    }
}
