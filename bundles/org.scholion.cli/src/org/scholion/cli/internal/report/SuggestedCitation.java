package org.scholion.cli.internal.report;

import java.util.List;
import org.scholion.assist.Finding;
import org.scholion.assist.citations.CitationSuggestion;
import org.scholion.cli.internal.Paper;

/**
 * A sentence that lacks a citation.
 *
 * @param candidates what could be cited there, best first
 */
public record SuggestedCitation(Paper paper, Finding finding, List<CitationSuggestion> candidates) {

    public SuggestedCitation {
        candidates = List.copyOf(candidates);
    }
}
