package org.scholion.library.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.internal.SharedFile;
import org.scholion.library.internal.search.CitedWorks.Cited;
import org.scholion.library.search.Candidate.Signals;
import org.scholion.library.search.Candidate;
import org.scholion.library.search.PlaceQuery;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Finds the candidates of a place on a server, with the signals of {@link CandidateSearch}: one question for the best by words,
 * and one at the
 * same time for the nearest by meaning with what was cited and its neighbours. What does not change from one place to the next
 * is asked once:
 * the works that were cited, and how often words stand in titles.
 */
final class SolrCandidates {

    private static final List<String> STORED =
            List.of(Fields.ID, Fields.SOURCE, Fields.POSITION, Fields.REFERENCE, Fields.ENCODER);

    /** The signals by words, as they are named in questions and answers. */
    private enum Signal {
        TEXT(Fields.TEXT, "sentence"),
        TITLE(Fields.TITLE, "sentence"),
        ABSTRACT(Fields.ABSTRACT, "sentence"),
        NEAR(Fields.TEXT, "near"),
        PREVIOUS(Fields.TEXT, "previous"),
        PAPER(Fields.TEXT, "paper");

        private final String field;
        private final String words;

        Signal(String field, String words) {
            this.field = field;
            this.words = words;
        }

        String column() {
            return "s" + name();
        }

        String query() {
            return "q" + name();
        }
    }

    private final SharedServer server;
    private final SharedFile file;
    private final ReferenceAnalyzer analyzer;
    private final CitedWorks citedWorks;
    private final TermCounts titles;

    SolrCandidates(SharedServer server, SharedFile file, ReferenceAnalyzer analyzer, CitedWorks citedWorks, TermCounts titles) {
        this.server = server;
        this.file = file;
        this.analyzer = analyzer;
        this.citedWorks = citedWorks;
        this.titles = titles;
    }

    /**
     * Searches.
     *
     * @param sources by name; none for all
     * @param vectors of the place and of the paper's title; none without a model
     * @param encoder of the vectors
     */
    List<Candidate> find(PlaceQuery place, List<String> sources, List<float[]> vectors, String encoder, CancelToken cancel)
            throws LibraryException, CancelledException, IOException {
        SharedServer.Known known = server.known(cancel);
        List<float[]> comparable = known.encoders().contains(encoder) ? vectors : List.of();
        List<String> keys = place.cited().subList(0, Math.min(place.limit(), place.cited().size()));
        List<Cited> cited = citedWorks.of(keys, sources, known, cancel);
        List<List<Float>> wanted = new ArrayList<>();
        comparable.forEach(vector -> wanted.add(SolrQuestion.values(vector)));
        List<Cited> nearby = cited.subList(0, Math.min(CandidateSearch.NEARBY, cited.size()));
        for (Cited work : nearby) {
            if (!work.vector().isEmpty() && work.encoder().equals(encoder)) {
                wanted.add(work.vector());
            }
        }
        Map<String, String> words = words(place);
        List<SolrQuestion> questions = new ArrayList<>();
        if (words.containsKey("sentence")) {
            questions.add(SolrQuestion.select("{!query v=$" + Signal.TEXT.query() + "}").rows(place.limit()));
        }
        questions.addAll(others(place, cited, nearby, comparable, encoder, sources));
        for (SolrQuestion question : questions) {
            signals(question.in(sources), words, wanted);
        }
        if (questions.isEmpty()) {
            return List.of();
        }
        Map<String, Map<?, ?>> found = new LinkedHashMap<>();
        for (Map<String, Object> answer : server.ask(questions.stream().map(SolrQuestion::build).toList(), cancel)) {
            for (Map<?, ?> document : Answers.documents(answer)) {
                found.putIfAbsent(Answers.text(document, Fields.ID), document);
            }
        }
        return candidates(place, found.values().stream().toList(), comparable.size(), wanted.size(), encoder, known, cancel);
    }

    private Map<String, String> words(PlaceQuery place) {
        SolrWords make = new SolrWords(analyzer);
        Map<String, String> words = new LinkedHashMap<>();
        words.put("sentence", make.sentence(place));
        words.put("near", make.near(place));
        words.put("previous", make.text(place.previous()));
        words.put("paper", make.text(place.paperTitle()));
        words.values().removeIf(String::isEmpty);
        return words;
    }

    /** The nearest by meaning, with what was cited and its neighbours, which come first. */
    private static List<SolrQuestion> others(
            PlaceQuery place, List<Cited> cited, List<Cited> nearby, List<float[]> vectors, String encoder, List<String> sources) {
        if (vectors.isEmpty() && cited.isEmpty()) {
            return List.of();
        }
        StringBuilder query = new StringBuilder("{!bool");
        query.append(vectors.isEmpty() ? "" : " should=$nearest").append(cited.isEmpty() ? "" : " should=$cited");
        for (int i = 0; i < nearby.size(); i++) {
            query.append(" should=$around").append(i);
        }
        int fixed = cited.size() + nearby.size() * (2 * CandidateSearch.NEIGHBOURS + 1);
        SolrQuestion question = SolrQuestion.select(query.append('}').toString()).rows(place.limit() + fixed);
        if (!vectors.isEmpty()) {
            // without the works of other encoders and sources, which would take the places of the nearest
            question.exactly("encoder", Fields.ENCODER, encoder)
                    .with("nearest", "{!knn f=" + Fields.VECTOR + " topK=" + place.limit() + " preFilter=$encoder"
                            + (sources.isEmpty() ? "" : " preFilter=$sources") + " v=$place}")
                    .with("place", SolrQuestion.vector(SolrQuestion.values(vectors.getFirst())));
            if (!sources.isEmpty()) {
                question.with("sources", SolrQuestion.sources(sources));
            }
        }
        if (!cited.isEmpty()) {
            question.oneOf("cited", Fields.ID, cited.stream().map(Cited::id).toList());
        }
        for (int i = 0; i < nearby.size(); i++) {
            Cited work = nearby.get(i);
            int from = Math.max(0, work.position() - CandidateSearch.NEIGHBOURS);
            int to = work.position() + CandidateSearch.NEIGHBOURS;
            String own = "+" + Fields.SOURCE + ":\"" + work.source() + '"';
            question.with("around" + i, "(" + own + " +" + Fields.POSITION + ":[" + from + " TO " + to + "])^=1");
        }
        return List.of(question);
    }

    private static void signals(SolrQuestion question, Map<String, String> words, List<List<Float>> vectors) {
        STORED.forEach(field -> question.with("fl", field));
        words.forEach((name, text) -> question.with(name, text));
        for (Signal signal : Signal.values()) {
            if (words.containsKey(signal.words)) {
                question.with(signal.query(), "{!lucene df=" + signal.field + " q.op=OR v=$" + signal.words + "}")
                        .with("fl", signal.column() + ":query($" + signal.query() + ")");
            }
        }
        for (int i = 0; i < vectors.size(); i++) {
            question.with("fl", "v" + i + ":vectorSimilarity(" + Fields.VECTOR + "," + SolrQuestion.vector(vectors.get(i)) + ")");
        }
    }

    private List<Candidate> candidates(
            PlaceQuery place,
            List<Map<?, ?>> documents,
            int own,
            int all,
            String encoder,
            SharedServer.Known known,
            CancelToken cancel)
            throws LibraryException, CancelledException, IOException {
        List<Reference> references = new ArrayList<>();
        Set<String> terms = new LinkedHashSet<>();
        for (Map<?, ?> document : documents) {
            Reference reference = ReferenceJson.read(Answers.text(document, Fields.REFERENCE));
            references.add(reference);
            analyzer.terms(reference.title()).forEach(term -> terms.add(term.text()));
        }
        Map<String, Integer> counts = titles.of(Fields.TITLE, terms, cancel);
        Coverage coverage = new Coverage(
                term -> TermWeights.of(counts.getOrDefault(term, 0), known.count()),
                analyzer,
                place.before() + " " + place.after());
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            Map<?, ?> document = documents.get(i);
            boolean comparable = encoder.equals(document.get(Fields.ENCODER));
            double kinship = 0;
            for (int j = own; j < all && comparable; j++) {
                kinship = Math.max(kinship, cosine(document, j));
            }
            Signals signals = new Signals(
                    score(document, Signal.TEXT),
                    score(document, Signal.TITLE),
                    score(document, Signal.ABSTRACT),
                    score(document, Signal.NEAR),
                    score(document, Signal.PREVIOUS),
                    score(document, Signal.PAPER),
                    own > 0 && comparable ? cosine(document, 0) : 0,
                    kinship,
                    own > 1 && comparable ? cosine(document, 1) : 0,
                    coverage.of(references.get(i).title()));
            candidates.add(new Candidate(
                    references.get(i),
                    file.source(Answers.text(document, Fields.SOURCE)),
                    (int) Answers.number(document, Fields.POSITION),
                    signals));
        }
        return candidates;
    }

    private static double score(Map<?, ?> document, Signal signal) {
        return document.get(signal.column()) instanceof Number score ? score.doubleValue() : 0;
    }

    /** Solr's score of a dot product is (1 + cosine) / 2, and 0 where there is no vector. */
    private static double cosine(Map<?, ?> document, int vector) {
        @Nullable Object score = document.get("v" + vector);
        return score instanceof Number number && number.doubleValue() > 0 ? 2 * number.doubleValue() - 1 : 0;
    }
}
