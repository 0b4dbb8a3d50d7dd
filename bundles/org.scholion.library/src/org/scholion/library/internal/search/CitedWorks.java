package org.scholion.library.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scholion.library.LibraryException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** The works of a server that a paper cites: asked once for each, as long as the server is as it is known. Thread-safe. */
final class CitedWorks {

    private static final int MAX_WORKS = 2_000;

    /** How many sources may have a key. */
    private static final int COPIES = 4;

    /**
     * A work that is cited.
     *
     * @param encoder of its vector
     * @param vector empty where it has none
     */
    record Cited(String id, String source, int position, String encoder, List<Float> vector) {}

    private final SharedServer server;
    private final Map<String, Optional<Cited>> works = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Cited>> eldest) {
            return size() > MAX_WORKS;
        }
    };
    private long state;

    CitedWorks(SharedServer server) {
        this.server = server;
    }

    /** The works with some keys, in their order, one each; without those that are in none of the sources. */
    List<Cited> of(List<String> keys, List<String> sources, SharedServer.Known known, CancelToken cancel)
            throws LibraryException, CancelledException, IOException {
        String prefix = String.join(",", sources) + " ";
        Map<String, Optional<Cited>> found = new HashMap<>();
        List<String> missing = new ArrayList<>();
        synchronized (works) {
            if (state != known.at()) {
                works.clear();
                state = known.at();
            }
            for (String key : keys) {
                Optional<Cited> work = works.get(prefix + key);
                if (work == null) {
                    missing.add(key);
                } else {
                    found.put(key, work);
                }
            }
        }
        if (!missing.isEmpty()) {
            ask(missing, sources, cancel).forEach((key, work) -> found.put(key, Optional.of(work)));
            synchronized (works) {
                missing.forEach(key -> works.put(prefix + key, found.getOrDefault(key, Optional.empty())));
            }
        }
        return keys.stream().flatMap(key -> found.getOrDefault(key, Optional.empty()).stream()).toList();
    }

    private Map<String, Cited> ask(List<String> keys, List<String> sources, CancelToken cancel)
            throws LibraryException, CancelledException, IOException {
        SolrQuestion question = SolrQuestion.select("{!query v=$keys}")
                .oneOf("keys", Fields.ENTRY, keys)
                .in(sources)
                .rows(COPIES * keys.size())
                .with("sort", Fields.ID + " asc")
                .with("fl", List.of(Fields.ID, Fields.ENTRY, Fields.SOURCE, Fields.POSITION, Fields.ENCODER, Fields.VECTOR));
        Map<String, Cited> found = new HashMap<>();
        for (Map<?, ?> document : Answers.documents(server.ask(List.of(question.build()), cancel).getFirst())) {
            Cited work = new Cited(
                    Answers.text(document, Fields.ID),
                    Answers.text(document, Fields.SOURCE),
                    (int) Answers.number(document, Fields.POSITION),
                    document.get(Fields.ENCODER) instanceof String encoder ? encoder : "",
                    Answers.vector(document, Fields.VECTOR));
            found.putIfAbsent(Answers.text(document, Fields.ENTRY), work);
        }
        return found;
    }
}
