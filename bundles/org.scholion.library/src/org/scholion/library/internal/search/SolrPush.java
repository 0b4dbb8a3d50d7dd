package org.scholion.library.internal.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.Embeddings;
import org.scholion.inference.Encoder;
import org.scholion.inference.ModelException;
import org.scholion.library.LibraryException;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.internal.Messages;
import org.scholion.library.search.RefreshProgress;
import org.scholion.library.search.RefreshReport;
import org.scholion.library.shared.SearchServer;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Brings a source of a server in step with references: what is gone is removed, what is new or different is written, the rest
 * stays. What was
 * written stays when it is stopped; the next time it goes on with the rest.
 */
final class SolrPush {

    /** Documents that are sent at once: about one MiB. */
    private static final int BATCH = 128;

    private static final int PAGE = 5_000;

    private final SharedServer server;
    private final String source;
    private final @Nullable Encoder encoder;
    private final SolrDocuments documents;
    private final boolean text;
    private final String stamp;

    /**
     * For a source.
     *
     * @param encoder makes the vectors; without, there are none
     * @param version of the encoder; empty without
     * @param text whether the text of documents is sent, too
     */
    SolrPush(SharedServer server, String source, @Nullable Encoder encoder, String version, boolean text) {
        this.server = server;
        this.source = source;
        this.encoder = encoder;
        documents = new SolrDocuments(source, version);
        stamp = " " + version + (text ? " with text" : "");
        this.text = text;
    }

    RefreshReport run(ReadReferences read, RefreshProgress progress, CancelToken cancel)
            throws LibraryException, CancelledException, IOException, ModelException {
        Map<String, Known> before = known(cancel);
        List<Reference> references = read.references();
        List<Change> changes = new ArrayList<>();
        List<Map<String, Object>> moved = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            Reference reference = references.get(i);
            String hash = Documents.hash(SolrDocuments.withoutFiles(reference)) + stamp + (text ? Passages.stamp(reference) : "");
            Known known = before.remove(reference.key());
            if (known == null || !known.hash().equals(hash)) {
                changes.add(new Change(reference, hash, i, known != null));
            } else if (known.position() != i) {
                moved.add(documents.moved(reference.key(), i));
            }
        }
        send(moved, cancel);
        delete(before.keySet().stream().map(this::work).toList(), cancel);
        for (int start = 0; start < changes.size(); start += BATCH) {
            cancel.check();
            List<Change> batch = changes.subList(start, Math.min(start + BATCH, changes.size()));
            write(batch, cancel);
            progress.at(start + batch.size(), changes.size());
        }
        server.change(new SearchServer.Change(List.of(), List.of(), true), cancel);
        check(references.stream().map(Reference::key).distinct().count(), cancel);
        return new RefreshReport(references.size(), changes.size(), before.size(), encoder != null, false, read.problems());
    }

    /** An answer that all went well is not taken for granted. */
    private void check(long expected, CancelToken cancel) throws LibraryException, CancelledException {
        long there = server.known(cancel).works().getOrDefault(source, 0L);
        if (there < expected) {
            throw new LibraryException(NLS.bind(Messages.shared_incomplete, new Object[] {source, there, expected}));
        }
    }

    private record Known(String hash, int position) {}

    private record Change(Reference reference, String hash, int position, boolean known) {}

    /** What the server has of each work. */
    private Map<String, Known> known(CancelToken cancel) throws LibraryException, CancelledException, IOException {
        Map<String, Known> known = new HashMap<>();
        String cursor = "*";
        while (true) {
            SolrQuestion question = SolrQuestion.select("*:*")
                    .with("fq", SolrQuestion.entries())
                    .in(List.of(source))
                    .with("fl", List.of(Fields.ENTRY, Fields.HASH, Fields.POSITION))
                    .with("sort", Fields.ID + " asc")
                    .with("cursorMark", cursor)
                    .rows(PAGE);
            Map<String, Object> answer = server.ask(List.of(question.build()), cancel).getFirst();
            for (Map<?, ?> document : Answers.documents(answer)) {
                known.put(
                        Answers.text(document, Fields.ENTRY),
                        new Known(Answers.text(document, Fields.HASH), (int) Answers.number(document, Fields.POSITION)));
            }
            String next = Answers.text(answer, "nextCursorMark");
            if (next.equals(cursor)) {
                return known;
            }
            cursor = next;
        }
    }

    private void send(List<Map<String, Object>> made, CancelToken cancel) throws LibraryException, CancelledException {
        for (int start = 0; start < made.size(); start += BATCH) {
            cancel.check();
            List<Map<String, Object>> batch = made.subList(start, Math.min(start + BATCH, made.size()));
            server.change(new SearchServer.Change(batch, List.of(), false), cancel);
        }
    }

    private void delete(List<String> queries, CancelToken cancel) throws LibraryException, CancelledException {
        for (int start = 0; start < queries.size(); start += BATCH) {
            cancel.check();
            List<String> batch = queries.subList(start, Math.min(start + BATCH, queries.size()));
            server.change(new SearchServer.Change(List.of(), batch, false), cancel);
        }
    }

    private String work(String key) {
        String quoted = '"' + key.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        return "+" + Fields.SOURCE + ":\"" + source + "\" +" + Fields.KEY + ":" + quoted;
    }

    private void write(List<Change> batch, CancelToken cancel) throws LibraryException, CancelledException, ModelException {
        List<float[]> vectors = embed(batch.stream().map(change -> ReferenceText.passage(change.reference())).toList(), cancel);
        delete(batch.stream()
                .filter(Change::known)
                .map(change -> work(change.reference().key()) + " +" + Fields.PAGE + ":[* TO *]")
                .toList(), cancel);
        List<Map<String, Object>> entries = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Change change = batch.get(i);
            // passages before entries: a work that is there is there as a whole
            List<Map<String, Object>> passages = passages(change.reference(), cancel);
            send(passages, cancel);
            entries.add(documents.entry(
                    SolrDocuments.withoutFiles(change.reference()), change.hash(), change.position(), !passages.isEmpty(),
                    vectors.isEmpty() ? null : vectors.get(i)));
        }
        send(entries, cancel);
    }

    private List<Map<String, Object>> passages(Reference work, CancelToken cancel) throws CancelledException, ModelException {
        Optional<Path> document = text ? Passages.document(work) : Optional.empty();
        if (document.isEmpty()) {
            return List.of();
        }
        List<Passages.Passage> passages = Passages.read(document.get(), cancel);
        List<float[]> vectors = embed(passages.stream().map(Passages.Passage::text).toList(), cancel);
        List<Map<String, Object>> made = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            made.add(documents.passage(work.key(), i, passages.get(i), vectors.isEmpty() ? null : vectors.get(i)));
        }
        return made;
    }

    /** None without a model. */
    private List<float[]> embed(List<String> texts, CancelToken cancel) throws CancelledException, ModelException {
        List<float[]> vectors = new ArrayList<>();
        Encoder known = encoder;
        for (int start = 0; start < texts.size() && known != null; start += IndexUpdate.BATCH) {
            cancel.check();
            List<String> batch = texts.subList(start, Math.min(start + IndexUpdate.BATCH, texts.size()));
            Embeddings made = known.embed(batch, Encoder.Role.PASSAGE, cancel);
            for (int i = 0; i < batch.size(); i++) {
                vectors.add(made.vector(i));
            }
        }
        return vectors;
    }
}
