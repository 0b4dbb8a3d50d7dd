package org.scholion.assist.drafts;

import java.util.List;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Finds what a paper is about. An OSGi service; thread-safe. */
public interface KeywordAssistant {

    /**
     * A word or a few that a paper is about.
     *
     * @param text as the paper writes it most often
     * @param count how often it stands in the paper
     * @param evidence where it stands first
     */
    record Keyword(String text, int count, Evidence evidence) {}

    /**
     * The best, best first, without those that stand in others.
     *
     * @param limit how many at most, at least 1
     */
    List<Keyword> keywords(Manuscript paper, int limit, CancelToken cancel) throws CancelledException;
}
