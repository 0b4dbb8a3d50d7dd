package org.scholion.library.shared;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.scholion.library.LibraryException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * The way to a Solr. An OSGi service of a bundle of its own; thread-safe. Asks the addresses that are named and no other
 * machine; when one
 * cannot be reached the next one is asked.
 */
public interface SearchServer {

    /**
     * A question to a collection.
     *
     * @param path behind the collection, such as {@code /select}
     * @param parameters by name
     */
    record Question(String path, Map<String, List<String>> parameters) {
        public Question {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * A change of a collection, which is seen when it returned.
     *
     * @param documents that are written, by the names of their fields; values are texts, numbers and lists of
     *     them, or a map from {@code set} to a value, which alone is changed of a document that is there
     * @param deletions queries in Solr's syntax whose documents are removed first
     * @param visible whether it must be seen by searches at once
     */
    record Change(List<Map<String, Object>> documents, List<String> deletions, boolean visible) {
        public Change {
            documents = List.copyOf(documents);
            deletions = List.copyOf(deletions);
        }
    }

    /**
     * Asks several questions at once and waits for all answers.
     *
     * @param limit for the whole
     * @return an answer each, in their order, as maps, lists, texts and numbers; documents as maps in the list {@code docs} of
     *     {@code response},
     *     beside {@code numFound}
     * @throws LibraryException names the server and says what to do
     */
    List<Map<String, Object>> ask(SharedSettings server, List<Question> questions, Duration limit, CancelToken cancel)
            throws LibraryException, CancelledException;

    /** Changes a collection. */
    void change(SharedSettings server, Change change, Duration limit, CancelToken cancel)
            throws LibraryException, CancelledException;
}
