package org.scholion.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.scholion.library.Libraries;
import org.scholion.library.LibraryException;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.ReferenceFiles;
import org.scholion.library.search.Candidate;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.LibraryHits.Count;
import org.scholion.library.search.LibraryHits.Facet;
import org.scholion.library.search.LibraryHits.Hit;
import org.scholion.library.search.LibraryQuery;
import org.scholion.library.search.PassageHit;
import org.scholion.library.search.PlaceQuery;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.library.search.RefreshProgress;
import org.scholion.library.search.RefreshReport;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Libraries in memory, and a search that finds titles with the text in them. */
public final class FakeLibrary implements ReferenceLibrary, Libraries {

    private final Map<Path, List<Reference>> sources = new HashMap<>();
    private final Map<String, List<Path>> names = new LinkedHashMap<>(Map.of(STANDARD, List.of()));

    /** What was searched for last. */
    public LibraryQuery query;

    /** What the next refresh tells to have made anew. */
    public boolean rebuilt;

    /** Whether there are vectors. */
    public boolean model = true;

    @Override
    public RefreshReport refresh(Path source, boolean meaning, RefreshProgress progress, CancelToken cancel)
            throws LibraryException, CancelledException {
        return refresh(source, ReferenceFiles.read(source, cancel), meaning, progress, cancel);
    }

    @Override
    public RefreshReport refresh(
            Path source, ReadReferences references, boolean meaning, RefreshProgress progress, CancelToken cancel) {
        int total = references.references().size();
        progress.at(total, total);
        sources.put(source, references.references());
        return new RefreshReport(total, total, 0, meaning && model, rebuilt, references.problems());
    }

    @Override
    public void remove(Path source) {
        sources.remove(source);
    }

    @Override
    public LibraryHits search(LibraryQuery query, CancelToken cancel) {
        this.query = query;
        List<Hit> hits = new ArrayList<>();
        for (Path source : query.sources()) {
            for (Reference one : references(source)) {
                if (one.title().contains(query.text())) {
                    hits.add(new Hit(one, source, 1, "\u00ab" + query.text() + "\u00bb", OptionalInt.of(7)));
                }
            }
        }
        List<Hit> some = hits.subList(0, Math.min(query.limit(), hits.size()));
        return new LibraryHits(some, hits.size(), Map.of(Facet.TYPE, List.of(new Count("CONFERENCE_PAPER", hits.size()))));
    }

    @Override
    public List<Candidate> candidates(PlaceQuery query, CancelToken cancel) {
        return List.of();
    }

    @Override
    public List<List<String>> matches(PlaceQuery query, List<Reference> references) {
        return references.stream().map(reference -> List.<String>of()).toList();
    }

    @Override
    public List<PassageHit> passages(Path source, String key, String text, int limit, CancelToken cancel) {
        return List.of();
    }

    @Override
    public Optional<Reference> reference(Collection<Path> sources, String key) {
        return sources.stream().flatMap(source -> references(source).stream()).filter(one -> one.key().equals(key)).findFirst();
    }

    @Override
    public List<Reference> references(Path source) {
        return sources.getOrDefault(source, List.of());
    }

    @Override
    public List<Library> all() {
        return names.entrySet().stream().map(one -> new Library(one.getKey(), one.getValue())).toList();
    }

    @Override
    public List<Path> sources(String name) {
        return names.getOrDefault(name, List.of());
    }

    @Override
    public void add(String name, Path source) {
        List<Path> more = new ArrayList<>(sources(name));
        more.add(source);
        names.put(name, List.copyOf(more));
    }

    @Override
    public void remove(String name, Path source) {
        names.put(name, sources(name).stream().filter(one -> !one.equals(source)).toList());
    }
}
