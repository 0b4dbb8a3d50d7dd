package org.scholion.assist.citations;

import java.nio.file.Path;
import java.util.List;
import org.scholion.assist.AssistException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Looks whether cited works say what is said of them. An OSGi service; thread-safe. */
public interface CitationVerifier {

    /**
     * Compares a sentence with the document of a work.
     *
     * @param sentence plain, without citations
     * @param key of the work
     * @param libraries where to look; the first counts in which a work with that key has a document, else one with the same DOI or title
     */
    CitationSupport verify(String sentence, String key, List<Path> libraries, CancelToken cancel)
            throws AssistException, CancelledException;
}
