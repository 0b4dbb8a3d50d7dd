package org.scholion.library.internal.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.LockObtainFailedException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.Encoder;
import org.scholion.inference.ModelException;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.library.LibraryException;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.ReferenceFiles;
import org.scholion.library.internal.Messages;
import org.scholion.library.internal.search.Encoders.Lease;
import org.scholion.library.internal.search.SourceIndex.State;
import org.scholion.library.search.Candidate;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.LibraryQuery;
import org.scholion.library.search.PassageHit;
import org.scholion.library.search.PlaceQuery;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.library.search.RefreshProgress;
import org.scholion.library.search.RefreshReport;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Indexes of Lucene in the user's folder, one a source. */
public final class LuceneLibrary implements ReferenceLibrary, AutoCloseable {

    /** Lucene writes advice about options of the JVM to the terminal, in which the results of a command stand; kept, so that it stays quiet. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    static {
        LUCENE.setLevel(Level.SEVERE);
    }

    private final IndexFolder folder;
    private final Encoders encoders;
    private final ReferenceAnalyzer analyzer = new ReferenceAnalyzer();
    private final Queries queries = new Queries(analyzer);
    private final QueryVectors vectors;

    /**
     * In a folder.
     *
     * @param models where the encoder comes from; without, words alone count
     */
    public LuceneLibrary(Path folder, @Nullable Models models) {
        this(new QueryVectors(new Encoders(models)), folder);
    }

    LuceneLibrary(QueryVectors vectors, Path folder) {
        this.folder = new IndexFolder(folder);
        this.vectors = vectors;
        encoders = vectors.encoders();
    }

    @Override
    public RefreshReport refresh(Path source, boolean meaning, RefreshProgress progress, CancelToken cancel)
            throws LibraryException, CancelledException {
        Path place = normal(source);
        try (Lease lease = encoders.lease(meaning, Priority.BACKGROUND, cancel)) {
            String stamp = SourceStamp.of(place);
            IndexFolder.Opened opened = folder.open(place);
            Optional<State> known = opened.state();
            boolean current = known.isPresent()
                    && known.get().stamp().equals(stamp)
                    && (known.get().encoder().equals(lease.version()) || lease.version().isEmpty());
            if (current) {
                return new RefreshReport(opened.index().entries().size(), 0, 0, !known.get().encoder().isEmpty(), false, List.of());
            }
            ReadReferences read = ReferenceFiles.read(place, cancel);
            return write(place, opened, read, new State(stamp, lease.version()), lease.encoder(), progress, cancel);
        } catch (IOException failed) {
            throw new LibraryException(NLS.bind(Messages.files_unreadable, source, failed.getLocalizedMessage()), failed);
        }
    }

    @Override
    public RefreshReport refresh(
            Path source, ReadReferences references, boolean meaning, RefreshProgress progress, CancelToken cancel)
            throws LibraryException, CancelledException {
        Path place = normal(source);
        try (Lease lease = encoders.lease(meaning, Priority.BACKGROUND, cancel)) {
            // without a stamp the file is read again when it is asked for next
            State state = new State("", lease.version());
            return write(place, folder.open(place), references, state, lease.encoder(), progress, cancel);
        } catch (IOException failed) {
            throw failed(source, failed);
        }
    }

    private RefreshReport write(
            Path source,
            IndexFolder.Opened opened,
            ReadReferences read,
            State state,
            @Nullable Encoder encoder,
            RefreshProgress progress,
            CancelToken cancel)
            throws LibraryException, CancelledException {
        try {
            IndexUpdate update = new IndexUpdate(opened.index(), analyzer, source, encoder);
            IndexUpdate.Done done = update.run(read.references(), state, progress, cancel);
            return new RefreshReport(
                    read.references().size(), done.changed(), done.removed(), encoder != null, opened.rebuilt(), read.problems());
        } catch (LockObtainFailedException locked) {
            throw new LibraryException(NLS.bind(Messages.index_locked, source), locked);
        } catch (IOException failed) {
            throw failed(source, failed);
        } catch (ModelException failed) {
            throw new LibraryException(failed.getLocalizedMessage(), failed);
        }
    }

    @Override
    public void remove(Path source) throws LibraryException {
        try {
            folder.remove(normal(source));
        } catch (IOException failed) {
            throw failed(source, failed);
        }
    }

    @Override
    public List<Candidate> candidates(PlaceQuery query, CancelToken cancel) throws LibraryException, CancelledException {
        List<float[]> wanted = vectors.of(query, cancel);
        try (OpenIndexes indexes = folder.read(query.sources())) {
            return new CandidateSearch(indexes, analyzer, queries).find(query, wanted, cancel);
        } catch (IOException failed) {
            throw failed(query.sources(), failed);
        }
    }

    @Override
    public List<List<String>> matches(PlaceQuery query, List<Reference> references) throws LibraryException {
        return matches(query, references, words -> {
            Map<String, Integer> found = new HashMap<>();
            try (OpenIndexes indexes = folder.read(query.sources())) {
                for (String word : words) {
                    found.put(word, indexes.searcher().getIndexReader().docFreq(new Term(Fields.TEXT, word)));
                }
            }
            return found;
        });
    }

    /** The same with frequencies from elsewhere. */
    List<List<String>> matches(PlaceQuery query, List<Reference> references, MatchingWords.Frequencies frequencies)
            throws LibraryException {
        try {
            MatchingWords words = new MatchingWords(frequencies, analyzer, query.before() + " " + query.after());
            return references.stream().map(words::of).toList();
        } catch (IOException failed) {
            throw failed(query.sources(), failed);
        }
    }

    @Override
    public LibraryHits search(LibraryQuery query, CancelToken cancel) throws LibraryException, CancelledException {
        float[] vector = query.meaning() ? vectors.of(query.text(), cancel) : null;
        try (OpenIndexes indexes = folder.read(query.sources())) {
            return new TextSearch(indexes, analyzer).find(query, vector, cancel);
        } catch (IOException failed) {
            throw failed(query.sources(), failed);
        }
    }

    @Override
    public List<PassageHit> passages(Path source, String key, String text, int limit, CancelToken cancel)
            throws LibraryException, CancelledException {
        float[] vector = vectors.of(text, cancel);
        try (OpenIndexes indexes = folder.read(List.of(source))) {
            return new PassageSearch(indexes, queries).find(key, text, vector, limit, cancel);
        } catch (IOException failed) {
            throw failed(source, failed);
        }
    }

    @Override
    public Optional<Reference> reference(Collection<Path> sources, String key) throws LibraryException {
        try (OpenIndexes indexes = folder.read(List.copyOf(sources))) {
            ScoreDoc[] found = indexes.searcher().search(new TermQuery(new Term(Fields.ENTRY, key)), 1).scoreDocs;
            return found.length == 0 ? Optional.empty() : Optional.of(indexes.reference(found[0].doc));
        } catch (IOException failed) {
            throw failed(sources, failed);
        }
    }

    @Override
    public List<Reference> references(Path source) throws LibraryException {
        try (OpenIndexes indexes = folder.read(List.of(source))) {
            int count = Math.max(1, indexes.searcher().getIndexReader().numDocs());
            Sort order = new Sort(new SortField(Fields.POSITION, SortField.Type.LONG));
            List<Reference> references = new ArrayList<>();
            for (ScoreDoc doc : indexes.searcher().search(new FieldExistsQuery(Fields.POSITION), count, order).scoreDocs) {
                references.add(indexes.reference(doc.doc));
            }
            return references;
        } catch (IOException failed) {
            throw failed(source, failed);
        }
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }

    private static Path normal(Path source) {
        return source.toAbsolutePath().normalize();
    }

    private static LibraryException failed(Object source, IOException failed) {
        return new LibraryException(NLS.bind(Messages.index_failed, source, failed.getLocalizedMessage()), failed);
    }
}
