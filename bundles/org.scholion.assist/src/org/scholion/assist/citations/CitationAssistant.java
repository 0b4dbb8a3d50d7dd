package org.scholion.assist.citations;

import java.nio.file.Path;
import java.util.List;
import org.scholion.assist.AssistException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Ranks the works of libraries for a place. An OSGi service; thread-safe. */
public interface CitationAssistant {

    /**
     * The works that fit best, best first. Works that stand in the citation already are left out.
     *
     * @param libraries where to look; those without an index are left out
     * @param limit how many at most, at least 1
     */
    List<CitationSuggestion> suggest(CitationPlace place, List<Path> libraries, int limit, CancelToken cancel)
            throws AssistException, CancelledException;
}
