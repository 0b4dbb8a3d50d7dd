package org.scholion.library.internal.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scholion.library.LibraryException;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.ReferenceProblem;
import org.scholion.library.search.Candidate;
import org.scholion.library.search.LibraryHits.Count;
import org.scholion.library.search.LibraryHits.Facet;
import org.scholion.library.search.LibraryHits.Hit;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.LibraryQuery;
import org.scholion.library.search.PassageHit;
import org.scholion.library.search.PlaceQuery;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.library.search.RefreshProgress;
import org.scholion.library.search.RefreshReport;
import org.scholion.system.UserFolders;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the embedded indexes for the sources of this machine and, where the author chose one, a server for the shared library;
 * joins what both
 * find. A server that is away takes nothing from what this machine finds: it is told once, in the log and by {@link
 * org.scholion.library.shared.SharedLibrary#trouble}, and fails a question alone when nothing else was asked.
 */
public final class ChosenLibrary implements ReferenceLibrary, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChosenLibrary.class);

    private final LuceneLibrary own;
    private final SolrLibrary shared;
    private volatile String told = "";

    /** With the indexes in the user's folder; made as a service. */
    public ChosenLibrary(SolrLibrary shared) {
        this(new LuceneLibrary(shared.vectors(), UserFolders.standard().data().resolve("library").resolve("index")), shared);
    }

    ChosenLibrary(LuceneLibrary own, SolrLibrary shared) {
        this.own = own;
        this.shared = shared;
    }

    /** The sources of one question: those of this machine, and those of the server, when it may be asked. */
    private record Sources(List<Path> own, List<Path> shared) {}

    private Sources split(Collection<Path> sources) throws LibraryException {
        List<Path> there = sources.stream().filter(shared::isShared).toList();
        if (there.isEmpty()) {
            return new Sources(List.copyOf(sources), List.of());
        }
        List<Path> here = sources.stream().filter(source -> !there.contains(source)).toList();
        return new Sources(here, shared.settings().isOn() ? there : List.of());
    }

    /** A question to the server. */
    @FunctionalInterface
    private interface Asked<T> {
        T answer() throws LibraryException, CancelledException;
    }

    /** @param alone whether nothing else was asked, so that a failure is all there is */
    private <T> T ask(boolean alone, T without, Asked<T> question) throws LibraryException, CancelledException {
        try {
            T answer = question.answer();
            told = "";
            return answer;
        } catch (LibraryException away) {
            if (alone) {
                throw away;
            }
            String message = String.valueOf(away.getMessage());
            if (!message.equals(told)) {
                told = message;
                LOG.warn("the shared library is left out: {}", message);
            }
            return without;
        }
    }

    /** The shared library needs no refreshing; the report says how many works it has, or as a problem why it cannot be asked. */
    @Override
    public RefreshReport refresh(Path source, boolean meaning, RefreshProgress progress, CancelToken cancel)
            throws LibraryException, CancelledException {
        if (!shared.isShared(source)) {
            return own.refresh(source, meaning, progress, cancel);
        }
        try {
            int works = shared.settings().isOn() ? shared.count(List.of(source), cancel) : 0;
            return new RefreshReport(works, 0, 0, meaning, false, List.of());
        } catch (LibraryException away) {
            ReferenceProblem problem = new ReferenceProblem(source, 0, String.valueOf(away.getMessage()));
            return new RefreshReport(0, 0, 0, false, false, List.of(problem));
        }
    }

    @Override
    public RefreshReport refresh(
            Path source, ReadReferences references, boolean meaning, RefreshProgress progress, CancelToken cancel)
            throws LibraryException, CancelledException {
        return own.refresh(source, references, meaning, progress, cancel);
    }

    @Override
    public void remove(Path source) throws LibraryException {
        if (!shared.isShared(source)) {
            own.remove(source);
        }
    }

    @Override
    public LibraryHits search(LibraryQuery query, CancelToken cancel) throws LibraryException, CancelledException {
        Sources sources = split(query.sources());
        LibraryHits here = own.search(with(query, sources.own()), cancel);
        if (sources.shared().isEmpty()) {
            return here;
        }
        LibraryHits none = new LibraryHits(List.of(), 0, Map.of());
        return join(
                here,
                ask(sources.own().isEmpty(), none, () -> shared.search(with(query, sources.shared()), cancel)),
                query.limit());
    }

    private static LibraryQuery with(LibraryQuery query, List<Path> sources) {
        return new LibraryQuery(query.text(), sources, query.filter(), query.limit(), query.meaning());
    }

    /** Both count the best by words as 1, so that their scores can be put together. */
    private static LibraryHits join(LibraryHits here, LibraryHits there, int limit) {
        List<Hit> hits = new ArrayList<>(here.hits());
        hits.addAll(there.hits());
        hits.sort(Comparator.comparingDouble(Hit::score).reversed());
        Map<Facet, List<Count>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Map<String, Integer> sums = new HashMap<>();
            for (LibraryHits one : List.of(here, there)) {
                one.facets()
                        .getOrDefault(facet, List.of())
                        .forEach(count -> sums.merge(count.value(), count.count(), Integer::sum));
            }
            facets.put(facet, FacetCounter.most(sums));
        }
        return new LibraryHits(hits.subList(0, Math.min(limit, hits.size())), here.total() + there.total(), facets);
    }

    @Override
    public List<Candidate> candidates(PlaceQuery query, CancelToken cancel) throws LibraryException, CancelledException {
        Sources sources = split(query.sources());
        List<Candidate> candidates = new ArrayList<>(own.candidates(with(query, sources.own()), cancel));
        if (!sources.shared().isEmpty()) {
            candidates.addAll(ask(
                    sources.own().isEmpty(), List.of(), () -> shared.candidates(with(query, sources.shared()), cancel)));
        }
        return candidates;
    }

    private static PlaceQuery with(PlaceQuery query, List<Path> sources) {
        return new PlaceQuery(
                query.before(), query.after(), query.previous(), query.paperTitle(), query.cited(), sources, query.limit());
    }

    /** The rarest on this machine, or on the server where no source of this machine is asked. */
    @Override
    public List<List<String>> matches(PlaceQuery query, List<Reference> references) throws LibraryException {
        Sources sources = split(query.sources());
        if (!sources.own().isEmpty() || sources.shared().isEmpty()) {
            return own.matches(with(query, sources.own()), references);
        }
        return own.matches(query, references, words -> {
            try {
                return ask(false, Map.of(), () -> shared.frequencies(words, CancelToken.NEVER));
            } catch (LibraryException | CancelledException impossible) {
                throw new IOException(impossible);
            }
        });
    }

    @Override
    public List<PassageHit> passages(Path source, String key, String text, int limit, CancelToken cancel)
            throws LibraryException, CancelledException {
        Sources sources = split(List.of(source));
        return sources.shared().isEmpty()
                ? own.passages(source, key, text, limit, cancel)
                : ask(false, List.of(), () -> shared.passages(source, key, text, limit, cancel));
    }

    @Override
    public Optional<Reference> reference(Collection<Path> sources, String key) throws LibraryException {
        Sources split = split(sources);
        Optional<Reference> found = split.own().isEmpty() ? Optional.empty() : own.reference(split.own(), key);
        try {
            for (Path source : split.shared()) {
                if (found.isEmpty()) {
                    found = ask(split.own().isEmpty(), Optional.<Reference>empty(), () -> shared.reference(source, key));
                }
            }
            return found;
        } catch (CancelledException interrupted) {
            return found;
        }
    }

    @Override
    public List<Reference> references(Path source) throws LibraryException {
        Sources sources = split(List.of(source));
        if (sources.shared().isEmpty()) {
            return own.references(source);
        }
        try {
            return ask(true, List.of(), () -> shared.references(source));
        } catch (CancelledException interrupted) {
            return List.of();
        }
    }

    @Override
    public void close() throws IOException {
        own.close();
    }
}
