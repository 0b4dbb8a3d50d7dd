package org.scholion.assist.citation.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.citation.internal.rank.Features;
import org.scholion.assist.citations.CitationPlace;
import org.scholion.library.search.Candidate;

/** Says why a work is offered. */
final class Reasons {

    private static final int MAX_WORDS = 5;

    /** Cosines from here on are said to be near. */
    private static final double NEAR = 0.45;

    private Reasons() {}

    static String of(CitationPlace place, Candidate candidate, int cited, List<String> matches) {
        List<String> reasons = new ArrayList<>();
        if (Features.namesFirstAuthor(place, candidate.reference())) {
            reasons.add(NLS.bind(Messages.reason_author, candidate.reference().people().getFirst().family()));
        }
        if (!matches.isEmpty()) {
            reasons.add(NLS.bind(Messages.reason_words, String.join(", ", matches.subList(0, Math.min(MAX_WORDS, matches.size())))));
        }
        if (candidate.signals().meaning() >= NEAR) {
            reasons.add(Messages.reason_meaning);
        }
        if (cited > 0) {
            reasons.add(cited == 1 ? Messages.reason_citedOnce : NLS.bind(Messages.reason_cited, cited));
        }
        return reasons.isEmpty() ? Messages.reason_weak : String.join("; ", reasons);
    }
}
