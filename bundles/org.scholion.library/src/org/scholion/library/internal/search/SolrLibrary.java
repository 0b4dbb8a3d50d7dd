package org.scholion.library.internal.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.ReferenceFiles;
import org.scholion.library.internal.Messages;
import org.scholion.library.internal.SharedFile;
import org.scholion.library.internal.search.Encoders.Lease;
import org.scholion.library.search.Candidate;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.LibraryQuery;
import org.scholion.library.search.PassageHit;
import org.scholion.library.search.PlaceQuery;
import org.scholion.library.search.RefreshProgress;
import org.scholion.library.search.RefreshReport;
import org.scholion.library.shared.SearchServer.Change;
import org.scholion.library.shared.SearchServer;
import org.scholion.library.shared.SharedLibrary;
import org.scholion.library.shared.SharedSettings;
import org.scholion.library.shared.SharedStatus;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * The shared library on a SolrCloud. Each question is about sources of it alone; {@link ChosenLibrary} joins them with those of
 * this machine.
 */
public final class SolrLibrary implements SharedLibrary {

    /** How many works of a source are listed: nobody reads through a million. */
    private static final int LISTED = 1_000;

    private static final int MAX_REFERENCES = 2_000;

    private final SharedFile file;
    private final SharedServer server;
    private final QueryVectors vectors;
    private final ReferenceAnalyzer analyzer = new ReferenceAnalyzer();
    private final TermCounts terms;
    private final CitedWorks cited;
    private final Map<String, Reference> references = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reference> eldest) {
            return size() > MAX_REFERENCES;
        }
    };

    /** With the settings of the user; made as a service. */
    public SolrLibrary(@Nullable Models models, @Nullable SearchServer server) {
        this(new SharedFile(), new QueryVectors(new Encoders(models)), server, System::nanoTime);
    }

    /** @param nanos a clock */
    SolrLibrary(SharedFile file, QueryVectors vectors, @Nullable SearchServer server, LongSupplier nanos) {
        this.file = file;
        this.vectors = vectors;
        this.server = new SharedServer(file, server, nanos);
        terms = new TermCounts(this.server);
        cited = new CitedWorks(this.server);
    }

    /** The vectors of questions, for this machine's indexes as well. */
    QueryVectors vectors() {
        return vectors;
    }

    @Override
    public SharedSettings settings() throws LibraryException {
        return file.settings();
    }

    @Override
    public void use(SharedSettings settings) throws LibraryException {
        file.use(settings);
    }

    @Override
    public Optional<Path> source() throws LibraryException {
        return file.source();
    }

    @Override
    public boolean isShared(Path source) {
        return file.isShared(source);
    }

    @Override
    public SharedStatus status(SharedSettings settings, CancelToken cancel) throws LibraryException, CancelledException {
        SharedServer.Known known = server.look(settings, cancel);
        try (Lease lease = vectors.encoders().lease(true, Priority.BACKGROUND, cancel)) {
            return known.status(lease.version());
        }
    }

    @Override
    public Optional<String> trouble() {
        return server.trouble().map(trouble -> String.valueOf(trouble.getMessage()));
    }

    /** How many works sources have, as it was known some minutes ago. */
    int count(List<Path> sources, CancelToken cancel) throws LibraryException, CancelledException {
        SharedServer.Known known = server.known(cancel);
        List<String> names = names(sources);
        return names.isEmpty()
                ? (int) Math.min(Integer.MAX_VALUE, known.count())
                : names.stream().mapToInt(name -> known.works().getOrDefault(name, 0L).intValue()).sum();
    }

    @Override
    public RefreshReport push(Path source, String name, boolean documents, RefreshProgress progress, CancelToken cancel)
            throws LibraryException, CancelledException {
        if (!SharedSettings.isName(name)) {
            throw new LibraryException(NLS.bind(Messages.shared_badName, name));
        }
        // before anything is written: is it a library at all?
        server.look(file.settings(), cancel);
        try (Lease lease = vectors.encoders().lease(true, Priority.BACKGROUND, cancel)) {
            return new SolrPush(server, name, lease.encoder(), lease.version(), documents)
                    .run(ReferenceFiles.read(source, cancel), progress, cancel);
        } catch (ModelException failed) {
            throw new LibraryException(failed.getLocalizedMessage(), failed);
        } catch (IOException other) {
            throw server.broken(other);
        }
    }

    @Override
    public void withdraw(String name, CancelToken cancel) throws LibraryException, CancelledException {
        if (!server.look(file.settings(), cancel).works().containsKey(name)) {
            throw new LibraryException(NLS.bind(Messages.shared_noSource, name));
        }
        server.change(new Change(List.of(), List.of(SolrQuestion.sources(List.of(name))), true), cancel);
    }

    LibraryHits search(LibraryQuery query, CancelToken cancel) throws LibraryException, CancelledException {
        float[] vector = query.meaning() ? vectors.of(query.text(), cancel) : null;
        try {
            LibraryHits hits =
                    new SolrSearch(server, file, analyzer).find(query, names(query.sources()), vector, vectors.encoder(), cancel);
            hits.hits().forEach(hit -> keep(hit.source(), hit.reference()));
            return hits;
        } catch (IOException other) {
            throw server.broken(other);
        }
    }

    List<Candidate> candidates(PlaceQuery query, CancelToken cancel) throws LibraryException, CancelledException {
        List<float[]> wanted = vectors.of(query, cancel);
        try {
            List<Candidate> candidates = new SolrCandidates(server, file, analyzer, cited, terms)
                    .find(query, names(query.sources()), wanted, vectors.encoder(), cancel);
            candidates.forEach(candidate -> keep(candidate.source(), candidate.reference()));
            return candidates;
        } catch (IOException other) {
            throw server.broken(other);
        }
    }

    /** The words of a sentence that a work has, by their terms, with how many works have them. */
    Map<String, Integer> frequencies(Collection<String> words, CancelToken cancel) throws LibraryException, CancelledException {
        try {
            return terms.of(Fields.TEXT, words, cancel);
        } catch (IOException other) {
            throw server.broken(other);
        }
    }

    List<PassageHit> passages(Path source, String key, String text, int limit, CancelToken cancel)
            throws LibraryException, CancelledException {
        float[] vector = vectors.of(text, cancel);
        String words = new SolrWords(analyzer).text(text);
        List<SolrQuestion> questions = new ArrayList<>();
        questions.add(SolrQuestion.select(words.isEmpty() ? "-*:*" : "{!lucene df=" + Fields.PASSAGE + " q.op=OR v=$words}")
                .with("words", words));
        if (vector != null && server.known(cancel).encoders().contains(vectors.encoder())) {
            questions.add(SolrQuestion.select(SolrQuestion.nearest(Fields.PASSAGE_VECTOR, PassageSearch.DEPTH, vector)));
        }
        for (SolrQuestion question : questions) {
            question.in(names(List.of(source)))
                    .exactly("work", Fields.KEY, key)
                    .with("fq", "{!query v=$work}")
                    .with("fl", List.of(Fields.ID, Fields.PASSAGE, Fields.PAGE, "score"))
                    .with("fq", Fields.PAGE + ":[* TO *]")
                    .rows(PassageSearch.DEPTH);
        }
        try {
            return passages(server.ask(questions.stream().map(SolrQuestion::build).toList(), cancel), limit);
        } catch (IOException other) {
            throw server.broken(other);
        }
    }

    private static List<PassageHit> passages(List<Map<String, Object>> answers, int limit) throws IOException {
        Map<String, Map<?, ?>> documents = new HashMap<>();
        Map<String, Double> byWords = new HashMap<>();
        Map<String, Double> byMeaning = new HashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            for (Map<?, ?> document : Answers.documents(answers.get(i))) {
                String id = Answers.text(document, Fields.ID);
                documents.put(id, document);
                double score = Answers.number(document, "score");
                if (i == 0) {
                    byWords.put(id, score);
                } else {
                    byMeaning.put(id, 2 * score - 1);
                }
            }
        }
        List<PassageHit> hits = new ArrayList<>();
        for (String id : PassageSearch.order(byWords, byMeaning)) {
            Map<?, ?> document = documents.getOrDefault(id, Map.of());
            if (hits.size() < limit) {
                hits.add(new PassageHit(
                        Answers.text(document, Fields.PASSAGE),
                        (int) Answers.number(document, Fields.PAGE),
                        byWords.getOrDefault(id, 0.0),
                        byMeaning.getOrDefault(id, 0.0)));
            }
        }
        return hits;
    }

    /** One that was just found is not asked for again. */
    Optional<Reference> reference(Path source, String key) throws LibraryException, CancelledException {
        synchronized (references) {
            Reference known = references.get(source + " " + key);
            if (known != null) {
                return Optional.of(known);
            }
        }
        SolrQuestion question = SolrQuestion.select("{!query v=$wanted}").exactly("wanted", Fields.ENTRY, key).rows(1);
        List<Reference> found = list(question.in(names(List.of(source))).with("sort", Fields.ID + " asc"));
        found.forEach(reference -> keep(source, reference));
        return found.stream().findFirst();
    }

    /** The first references of a source, in its order. */
    List<Reference> references(Path source) throws LibraryException, CancelledException {
        String order = Fields.SOURCE + " asc," + Fields.POSITION + " asc";
        return list(SolrQuestion.select("*:*")
                .with("fq", SolrQuestion.entries())
                .in(names(List.of(source)))
                .with("sort", order)
                .rows(LISTED));
    }

    private List<Reference> list(SolrQuestion question) throws LibraryException, CancelledException {
        List<Reference> found = new ArrayList<>();
        try {
            Map<String, Object> answer =
                    server.ask(List.of(question.with("fl", Fields.REFERENCE).build()), CancelToken.NEVER).getFirst();
            for (Map<?, ?> document : Answers.documents(answer)) {
                found.add(ReferenceJson.read(Answers.text(document, Fields.REFERENCE)));
            }
            return found;
        } catch (IOException other) {
            throw server.broken(other);
        }
    }

    private void keep(Path source, Reference reference) {
        synchronized (references) {
            references.put(source + " " + reference.key(), reference);
        }
    }

    /** The names of sources, sorted; none where all are meant. */
    private List<String> names(List<Path> sources) {
        List<Optional<String>> names = sources.stream().map(file::name).toList();
        return names.contains(Optional.<String>empty())
                ? List.of()
                : names.stream().flatMap(Optional::stream).distinct().sorted(Comparator.naturalOrder()).toList();
    }
}
