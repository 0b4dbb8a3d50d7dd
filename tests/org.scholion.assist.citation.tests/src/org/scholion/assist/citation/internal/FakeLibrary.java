package org.scholion.assist.citation.internal;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.search.Candidate;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.LibraryQuery;
import org.scholion.library.search.PassageHit;
import org.scholion.library.search.PlaceQuery;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.library.search.RefreshProgress;
import org.scholion.library.search.RefreshReport;
import org.scholion.text.CancelToken;

/** Answers what a test says. */
record FakeLibrary(List<Candidate> found, List<PassageHit> passages) implements ReferenceLibrary {

    @Override
    public RefreshReport refresh(Path source, boolean meaning, RefreshProgress progress, CancelToken cancel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RefreshReport refresh(
            Path source, ReadReferences references, boolean meaning, RefreshProgress progress, CancelToken cancel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(Path source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LibraryHits search(LibraryQuery query, CancelToken cancel) {
        return new LibraryHits(List.of(), 0, Map.of());
    }

    @Override
    public List<Candidate> candidates(PlaceQuery query, CancelToken cancel) {
        return found;
    }

    @Override
    public List<List<String>> matches(PlaceQuery query, List<Reference> references) {
        return references.stream().map(reference -> List.<String>of()).toList();
    }

    @Override
    public List<PassageHit> passages(Path source, String key, String text, int limit, CancelToken cancel) {
        return passages;
    }

    @Override
    public Optional<Reference> reference(Collection<Path> sources, String key) {
        return found.stream().map(Candidate::reference).filter(reference -> reference.key().equals(key)).findFirst();
    }

    @Override
    public List<Reference> references(Path source) {
        return found.stream().map(Candidate::reference).toList();
    }
}
