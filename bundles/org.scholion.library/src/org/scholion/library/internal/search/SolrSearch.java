package org.scholion.library.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.internal.SharedFile;
import org.scholion.library.internal.search.QuerySyntax.Understood;
import org.scholion.library.search.LibraryHits.Count;
import org.scholion.library.search.LibraryHits.Facet;
import org.scholion.library.search.LibraryHits.Hit;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.LibraryQuery;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Answers what a person typed from a server, as {@link TextSearch} does from the embedded indexes: one question by the words of
 * entries, one by
 * those of their documents, one by meaning, all at once. What matches is marked on this machine.
 */
final class SolrSearch {

    private static final Map<Facet, String> FACETS = Map.of(
            Facet.YEAR, Fields.YEAR, Facet.AUTHOR, Fields.FAMILY_NAME, Facet.TYPE, Fields.TYPE, Facet.GROUP, Fields.GROUP_NAME);

    private static final String OPERATORS = "{!simple q.operators='PHRASE,PREFIX,WHITESPACE' q.op=OR qf='";

    private final SharedServer server;
    private final SharedFile file;
    private final ReferenceAnalyzer analyzer;

    SolrSearch(SharedServer server, SharedFile file, ReferenceAnalyzer analyzer) {
        this.server = server;
        this.file = file;
        this.analyzer = analyzer;
    }

    /**
     * Searches.
     *
     * @param sources by name; none for all
     * @param vector of the text; without, words alone count
     * @param encoder of the vector
     */
    LibraryHits find(LibraryQuery query, List<String> sources, float @Nullable [] vector, String encoder, CancelToken cancel)
            throws LibraryException, CancelledException, IOException {
        SharedServer.Known known = server.known(cancel);
        TypedQuery typed = TypedQuery.of(query.text());
        List<String> filters = SolrWords.filters(typed, query.filter(), analyzer);
        int depth = Math.max(TextSearch.DEPTH, query.limit());
        List<SolrQuestion> questions = new ArrayList<>();
        questions.add(entries(typed, filters, depth));
        boolean hasWords = !typed.words().isEmpty();
        if (hasWords) {
            questions.add(SolrQuestion.select(OPERATORS + Fields.PASSAGE + "' v=$words}")
                    .with("words", typed.words())
                    .with("fq", Fields.PAGE + ":[* TO *]")
                    .with("fl", List.of(Fields.SOURCE, Fields.KEY, Fields.PASSAGE, Fields.PAGE, "score"))
                    .rows(TextSearch.DEPTH));
        }
        boolean near = vector != null && hasWords && known.encoders().contains(encoder);
        if (near) {
            questions.add(SolrQuestion.select(SolrQuestion.nearest(Fields.VECTOR, depth, vector))
                    .with("fq", filters)
                    .exactly("encoder", Fields.ENCODER, encoder)
                    .with("fq", "{!query v=$encoder}")
                    .with("fl", List.of(Fields.ID, Fields.REFERENCE, Fields.SOURCE, "score"))
                    .rows(depth));
        }
        questions.forEach(question -> question.in(sources));
        List<Map<String, Object>> answers = server.ask(questions.stream().map(SolrQuestion::build).toList(), cancel);
        Found found = new Found();
        found.addWords(Answers.documents(answers.getFirst()));
        if (near) {
            found.addNearest(Answers.documents(answers.getLast()));
        }
        if (hasWords) {
            addPassages(Answers.documents(answers.get(1)), filters, found, cancel);
        }
        Understood understood = new QuerySyntax(analyzer).understand(query.text(), query.filter());
        List<Hit> hits = hits(found, understood, query.limit(), cancel);
        return new LibraryHits(hits, Answers.found(answers.getFirst()), facets(answers.getFirst()));
    }

    private static SolrQuestion entries(TypedQuery typed, List<String> filters, int depth) {
        SolrQuestion question = typed.words().isEmpty()
                ? SolrQuestion.select("*:*").with("sort", "score desc," + Fields.SOURCE + " asc," + Fields.POSITION + " asc")
                : SolrQuestion.select(OPERATORS + QuerySyntax.weights() + "' v=$words}").with("words", typed.words());
        question.with("fq", filters)
                .with("fl", List.of(Fields.ID, Fields.REFERENCE, Fields.SOURCE, "score"))
                .rows(depth)
                .with("facet", "true")
                .with("facet.mincount", "1")
                .with("facet.limit", String.valueOf(FacetCounter.MAX_VALUES));
        FACETS.values().forEach(field -> question.with("facet.field", field));
        return question;
    }

    /** What was found, by the ids of entries. */
    private static final class Found {
        final Map<String, Map<?, ?>> documents = new LinkedHashMap<>();
        final Map<String, Double> scores = new HashMap<>();
        final Map<String, Map<?, ?>> passages = new HashMap<>();

        void addWords(List<Map<?, ?>> entries) throws IOException {
            for (Map<?, ?> entry : entries) {
                double best = Answers.number(entries.getFirst(), "score");
                scores.merge(id(entry), best == 0 ? 1 : Answers.number(entry, "score") / best, Double::sum);
            }
        }

        void addNearest(List<Map<?, ?>> entries) throws IOException {
            for (Map<?, ?> entry : entries) {
                double best = Answers.number(entries.getFirst(), "score");
                TextSearch.addMeaning(id(entry), Answers.number(entry, "score"), best, scores);
            }
        }

        private String id(Map<?, ?> entry) throws IOException {
            String id = Answers.text(entry, Fields.ID);
            documents.putIfAbsent(id, entry);
            return id;
        }
    }

    /** The best passage of each document counts for its entry, which is asked for where it was not found by itself. */
    private void addPassages(List<Map<?, ?>> passages, List<String> filters, Found found, CancelToken cancel)
            throws LibraryException, CancelledException, IOException {
        Map<String, Map<?, ?>> best = new LinkedHashMap<>();
        for (Map<?, ?> passage : passages) {
            best.putIfAbsent(SolrDocuments.id(Answers.text(passage, Fields.SOURCE), Answers.text(passage, Fields.KEY)), passage);
        }
        List<String> missing = best.keySet().stream().filter(id -> !found.documents.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            SolrQuestion question = SolrQuestion.select("{!query v=$ids}")
                    .oneOf("ids", Fields.ID, missing)
                    .with("fq", filters)
                    .with("fl", List.of(Fields.ID, Fields.REFERENCE, Fields.SOURCE))
                    .rows(missing.size());
            for (Map<?, ?> entry : Answers.documents(server.ask(List.of(question.build()), cancel).getFirst())) {
                found.id(entry);
            }
        }
        for (Map.Entry<String, Map<?, ?>> passage : best.entrySet()) {
            if (found.documents.containsKey(passage.getKey())) {
                double share = Answers.number(passage.getValue(), "score") / Answers.number(passages.getFirst(), "score");
                found.scores.merge(passage.getKey(), TextSearch.PASSAGE_WEIGHT * share, Double::sum);
                found.passages.put(passage.getKey(), passage.getValue());
            }
        }
    }

    private List<Hit> hits(Found found, Understood understood, int limit, CancelToken cancel)
            throws IOException, CancelledException {
        List<String> ids = new ArrayList<>(found.documents.keySet());
        ids.removeIf(id -> !found.scores.containsKey(id));
        ids.sort(Comparator.comparingDouble(id -> -found.scores.getOrDefault(id, 0.0)));
        UnifiedHighlighter highlighter = TextSearch.highlighter(analyzer);
        List<Hit> hits = new ArrayList<>();
        for (String id : ids.subList(0, Math.min(limit, ids.size()))) {
            cancel.check();
            Map<?, ?> document = found.documents.getOrDefault(id, Map.of());
            Reference reference = ReferenceJson.read(Answers.text(document, Fields.REFERENCE));
            String snippet = "";
            OptionalInt page = OptionalInt.empty();
            if (understood.hasWords()) {
                snippet = TextSearch.snippet(highlighter, Fields.TEXT, understood.entries(), reference.abstractText());
                Map<?, ?> passage = found.passages.get(id);
                if (passage != null && !snippet.contains("\u00ab")) {
                    snippet = TextSearch.snippet(
                            highlighter, Fields.PASSAGE, understood.passages(), Answers.text(passage, Fields.PASSAGE));
                    page = OptionalInt.of((int) Answers.number(passage, Fields.PAGE));
                }
            }
            hits.add(new Hit(
                    reference,
                    file.source(Answers.text(document, Fields.SOURCE)),
                    found.scores.getOrDefault(id, 0.0),
                    snippet,
                    page));
        }
        return hits;
    }

    private static Map<Facet, List<Count>> facets(Map<String, Object> answer) throws IOException {
        Map<Facet, List<Count>> facets = new EnumMap<>(Facet.class);
        for (Map.Entry<Facet, String> facet : FACETS.entrySet()) {
            List<Count> counts = new ArrayList<>();
            Answers.facet(answer, facet.getValue()).forEach((value, count) -> counts.add(new Count(value, count.intValue())));
            facets.put(facet.getKey(), List.copyOf(counts));
        }
        return facets;
    }
}
