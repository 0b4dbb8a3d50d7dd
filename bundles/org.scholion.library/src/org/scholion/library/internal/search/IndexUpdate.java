package org.scholion.library.internal.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.inference.Embeddings;
import org.scholion.inference.Encoder;
import org.scholion.inference.ModelException;
import org.scholion.library.Reference;
import org.scholion.library.internal.search.SourceIndex.Known;
import org.scholion.library.internal.search.SourceIndex.State;
import org.scholion.library.search.RefreshProgress;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Brings an index in step with references: what is gone is removed, what is new or different is written, the rest stays. */
final class IndexUpdate {

    /** Texts that the encoder is given at once. */
    static final int BATCH = 32;

    /** Entries after which a commit keeps what is done, for the case that the process is killed. */
    private static final int COMMIT_INTERVAL = 5_000;

    /** So many changes are put into one segment at the end, and not into larger ones again and again. */
    private static final int BULK = 10_000;

    /** Makers of the graph of vectors at that. */
    private static final int WORKERS = 2;

    private static final double BUFFER_MEBIBYTES = 64;

    /** What was done. */
    record Done(int changed, int removed) {}

    private final SourceIndex index;
    private final ReferenceAnalyzer analyzer;
    private final Path source;
    private final @Nullable Encoder encoder;

    /** @param encoder makes the vectors; without, there are none */
    IndexUpdate(SourceIndex index, ReferenceAnalyzer analyzer, Path source, @Nullable Encoder encoder) {
        this.index = index;
        this.analyzer = analyzer;
        this.source = source;
        this.encoder = encoder;
    }

    /**
     * Writes.
     *
     * @param state of the finished index
     * @throws org.apache.lucene.store.LockObtainFailedException when another program writes it
     */
    Done run(List<Reference> references, State state, RefreshProgress progress, CancelToken cancel)
            throws IOException, ModelException, CancelledException {
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
                IndexWriter writer = new IndexWriter(index.directory(), config(workers))) {
            boolean sameEncoder = index.state().map(known -> known.encoder().equals(state.encoder())).orElse(true);
            Map<String, Known> before = sameEncoder ? index.entries() : new HashMap<>();
            if (!sameEncoder) {
                writer.deleteAll();
            }
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < references.size(); i++) {
                Reference reference = references.get(i);
                String hash = Documents.hash(reference);
                Known known = before.remove(reference.key());
                if (known == null || !known.hash().equals(hash)) {
                    changes.add(new Change(reference, hash, i));
                } else if (known.position() != i) {
                    writer.updateNumericDocValue(new Term(Fields.ENTRY, reference.key()), Fields.POSITION, i);
                }
            }
            for (String gone : before.keySet()) {
                writer.deleteDocuments(new Term(Fields.KEY, gone));
            }
            State unfinished = new State("", state.encoder());
            if (changes.size() < BULK) {
                write(writer, changes, unfinished, workers, progress, cancel);
            } else {
                MergePolicy usual = writer.getConfig().getMergePolicy();
                writer.getConfig().setMergePolicy(NoMergePolicy.INSTANCE);
                write(writer, changes, unfinished, workers, progress, cancel);
                writer.getConfig().setMergePolicy(usual);
                commit(writer, unfinished);
                writer.forceMerge(1);
            }
            commit(writer, unfinished);
            writeDocuments(writer, references, unfinished, cancel);
            commit(writer, state);
            return new Done(changes.size(), before.size());
        }
    }

    private IndexWriterConfig config(ExecutorService workers) {
        return new IndexWriterConfig(analyzer)
                .setCodec(IndexCodec.codec(WORKERS, workers))
                .setRAMBufferSizeMB(BUFFER_MEBIBYTES)
                .setCommitOnClose(false);
    }

    private record Change(Reference reference, String hash, int position) {}

    /** Writes some entries while the vectors of the next ones are made. */
    private void write(
            IndexWriter writer,
            List<Change> changes,
            State unfinished,
            ExecutorService workers,
            RefreshProgress progress,
            CancelToken cancel)
            throws IOException, ModelException, CancelledException {
        Future<?> writing = CompletableFuture.completedFuture(null);
        int sinceCommit = 0;
        for (int start = 0; start < changes.size(); start += BATCH) {
            cancel.check();
            List<Change> batch = changes.subList(start, Math.min(start + BATCH, changes.size()));
            Encoder known = encoder;
            Embeddings vectors = known == null
                    ? null
                    : known.embed(
                            batch.stream().map(change -> ReferenceText.passage(change.reference())).toList(),
                            Encoder.Role.PASSAGE,
                            cancel);
            await(writing);
            if (sinceCommit >= COMMIT_INTERVAL) {
                commit(writer, unfinished);
                sinceCommit = 0;
            }
            writing = workers.submit(() -> {
                write(writer, batch, vectors);
                return null;
            });
            sinceCommit += batch.size();
            progress.at(start + batch.size(), changes.size());
        }
        await(writing);
    }

    private static void write(IndexWriter writer, List<Change> batch, @Nullable Embeddings vectors) throws IOException {
        for (int i = 0; i < batch.size(); i++) {
            Change change = batch.get(i);
            writer.updateDocument(
                    new Term(Fields.ENTRY, change.reference().key()),
                    Documents.entry(change.reference(), change.hash(), change.position(), vectors == null ? null : vectors.vector(i)));
        }
    }

    private static void await(Future<?> writing) throws IOException, CancelledException {
        try {
            writing.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private void commit(IndexWriter writer, State state) throws IOException {
        writer.setLiveCommitData(state.data(source).entrySet());
        writer.commit();
    }

    /** The documents of works come last, and are kept one by one: they take long, and entries are found without them. */
    private void writeDocuments(IndexWriter writer, List<Reference> references, State unfinished, CancelToken cancel)
            throws IOException, ModelException, CancelledException {
        Map<String, String> known = index.documents();
        for (Reference reference : references) {
            String stamp = Passages.stamp(reference);
            if (stamp.equals(known.getOrDefault(reference.key(), ""))) {
                continue;
            }
            cancel.check();
            writer.deleteDocuments(new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(Fields.KEY, reference.key())), Occur.FILTER)
                    .add(new TermQuery(new Term(Fields.ENTRY, reference.key())), Occur.MUST_NOT)
                    .build());
            Optional<Path> document = Passages.document(reference);
            if (document.isPresent() && !stamp.isEmpty()) {
                writeDocument(writer, reference.key(), Passages.read(document.get(), cancel), stamp, cancel);
            }
            commit(writer, unfinished);
        }
    }

    private void writeDocument(IndexWriter writer, String key, List<Passages.Passage> passages, String stamp, CancelToken cancel)
            throws IOException, ModelException, CancelledException {
        if (passages.isEmpty()) {
            writer.addDocument(Documents.withoutText(key, stamp));
        }
        for (int start = 0; start < passages.size(); start += BATCH) {
            cancel.check();
            List<Passages.Passage> batch = passages.subList(start, Math.min(start + BATCH, passages.size()));
            Encoder known = encoder;
            Embeddings vectors = known == null
                    ? null
                    : known.embed(batch.stream().map(Passages.Passage::text).toList(), Encoder.Role.PASSAGE, cancel);
            for (int i = 0; i < batch.size(); i++) {
                String own = start + i == 0 ? stamp : "";
                writer.addDocument(Documents.passage(key, batch.get(i), own, vectors == null ? null : vectors.vector(i)));
            }
        }
    }
}
