package org.scholion.library.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scholion.library.LibraryException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** In how many works of a server words stand; asked once for each word as long as the server is as it is known. Thread-safe. */
final class TermCounts {

    private static final int MAX_TERMS = 100_000;

    private final SharedServer server;
    private final Map<String, Integer> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MAX_TERMS;
        }
    };
    private long state;

    TermCounts(SharedServer server) {
        this.server = server;
    }

    /** How many works have each of some words in a field; 0 for words that are in none. */
    Map<String, Integer> of(String field, Collection<String> terms, CancelToken cancel)
            throws LibraryException, CancelledException, IOException {
        long now = server.known(cancel).at();
        Map<String, Integer> found = new HashMap<>();
        Set<String> missing = new LinkedHashSet<>();
        synchronized (counts) {
            if (now != state) {
                counts.clear();
                state = now;
            }
            for (String term : terms) {
                Integer count = counts.get(field + ":" + term);
                if (count == null) {
                    missing.add(term);
                } else {
                    found.put(term, count);
                }
            }
        }
        if (!missing.isEmpty()) {
            List<String> asked = new ArrayList<>(missing);
            Map<String, Object> answer = server.ask(List.of(SolrQuestion.frequencies(field, asked)), cancel).getFirst();
            Map<String, Long> given = Answers.counts(Answers.map(answer, "terms"), field);
            for (String term : asked) {
                found.put(term, given.getOrDefault(term, 0L).intValue());
            }
            synchronized (counts) {
                asked.forEach(term -> counts.put(field + ":" + term, found.getOrDefault(term, 0)));
            }
        }
        return found;
    }
}
