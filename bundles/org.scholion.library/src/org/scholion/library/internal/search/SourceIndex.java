package org.scholion.library.internal.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The index of one source in its folder. Readers see the last commit. Thread-safe.
 *
 * <p>A commit says what it was made of (see {@link State}), so that a process that was killed while it wrote goes on where it was: the
 * entries of the last commit are known by their hashes.
 */
final class SourceIndex implements AutoCloseable {

    /** Goes up when an index of before cannot be used. */
    static final int SCHEMA = 3;

    private static final String SCHEMA_KEY = "schema";
    private static final String STAMP_KEY = "stamp";
    private static final String ENCODER_KEY = "encoder";
    private static final String SOURCE_KEY = "source";

    /**
     * What a commit was made of.
     *
     * @param stamp of the source when it was read; empty while an index is being written
     * @param encoder with version; empty without vectors
     */
    record State(String stamp, String encoder) {

        static final State UNFINISHED = new State("", "");

        Map<String, String> data(Path source) {
            return Map.of(
                    SCHEMA_KEY, String.valueOf(SCHEMA), STAMP_KEY, stamp, ENCODER_KEY, encoder, SOURCE_KEY, source.toString());
        }
    }

    private final Path folder;
    private final FSDirectory directory;
    private @Nullable DirectoryReader current;

    SourceIndex(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        directory = FSDirectory.open(folder);
    }

    FSDirectory directory() {
        return directory;
    }

    /**
     * A reader of the newest commit, which the caller gives back by {@link IndexReader#decRef}; nothing when there is no commit.
     *
     * @throws IOException also when the index is broken or of another schema
     */
    synchronized Optional<DirectoryReader> acquire() throws IOException {
        DirectoryReader known = current;
        if (known == null) {
            if (!DirectoryReader.indexExists(directory)) {
                return Optional.empty();
            }
            known = DirectoryReader.open(directory);
            if (!String.valueOf(SCHEMA).equals(known.getIndexCommit().getUserData().get(SCHEMA_KEY))) {
                known.close();
                throw new IOException("an index of another schema in " + folder);
            }
        } else {
            DirectoryReader newer = DirectoryReader.openIfChanged(known);
            if (newer != null) {
                known.decRef();
                known = newer;
            }
        }
        current = known;
        known.incRef();
        return Optional.of(known);
    }

    /** What the newest commit was made of. */
    Optional<State> state() throws IOException {
        Optional<DirectoryReader> reader = acquire();
        if (reader.isEmpty()) {
            return Optional.empty();
        }
        try {
            Map<String, String> data = reader.get().getIndexCommit().getUserData();
            return Optional.of(new State(data.getOrDefault(STAMP_KEY, ""), data.getOrDefault(ENCODER_KEY, "")));
        } finally {
            reader.get().decRef();
        }
    }

    /** What tells the document of each work from another, by the keys of those that were read. */
    Map<String, String> documents() throws IOException {
        Map<String, String> documents = new HashMap<>();
        Optional<DirectoryReader> reader = acquire();
        if (reader.isEmpty()) {
            return documents;
        }
        try {
            for (LeafReaderContext leaf : reader.get().leaves()) {
                SortedDocValues stamps = leaf.reader().getSortedDocValues(Fields.DOCUMENT_STAMP);
                SortedDocValues keys = leaf.reader().getSortedDocValues(Fields.KEY);
                if (stamps == null || keys == null) {
                    continue;
                }
                for (int doc = stamps.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = stamps.nextDoc()) {
                    boolean live = leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc);
                    if (live && keys.advanceExact(doc)) {
                        documents.put(
                                keys.lookupOrd(keys.ordValue()).utf8ToString(), stamps.lookupOrd(stamps.ordValue()).utf8ToString());
                    }
                }
            }
            return documents;
        } finally {
            reader.get().decRef();
        }
    }

    /** What the index has of an entry. */
    record Known(String hash, long position) {}

    /** All entries by their keys. */
    Map<String, Known> entries() throws IOException {
        Map<String, Known> entries = new HashMap<>();
        Optional<DirectoryReader> reader = acquire();
        if (reader.isEmpty()) {
            return entries;
        }
        try {
            for (LeafReaderContext leaf : reader.get().leaves()) {
                SortedDocValues keys = leaf.reader().getSortedDocValues(Fields.ENTRY);
                SortedDocValues values = leaf.reader().getSortedDocValues(Fields.HASH);
                NumericDocValues positions = leaf.reader().getNumericDocValues(Fields.POSITION);
                if (keys == null || values == null || positions == null) {
                    continue;
                }
                for (int doc = keys.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = keys.nextDoc()) {
                    boolean live = leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc);
                    if (live && values.advanceExact(doc) && positions.advanceExact(doc)) {
                        entries.put(
                                keys.lookupOrd(keys.ordValue()).utf8ToString(),
                                new Known(values.lookupOrd(values.ordValue()).utf8ToString(), positions.longValue()));
                    }
                }
            }
            return entries;
        } finally {
            reader.get().decRef();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        DirectoryReader known = current;
        current = null;
        if (known != null) {
            known.decRef();
        }
        directory.close();
    }

    /** Removes the folder of an index that is closed. */
    static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : List.copyOf(files.toList())) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
