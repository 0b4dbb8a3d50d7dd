package org.scholion.library.internal.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.scholion.library.Reference;

/** Several indexes as one, for one question. Gives the readers back when it is closed. */
final class OpenIndexes implements AutoCloseable {

    private final List<Path> sources;
    private final List<DirectoryReader> readers;
    private final IndexSearcher searcher;

    /**
     * Takes the readers over.
     *
     * @param sources of the readers, one each
     */
    OpenIndexes(List<Path> sources, List<DirectoryReader> readers) throws IOException {
        this.sources = List.copyOf(sources);
        this.readers = List.copyOf(readers);
        searcher = new IndexSearcher(new MultiReader(readers.toArray(IndexReader[]::new), false));
    }

    IndexSearcher searcher() {
        return searcher;
    }

    /** How many indexes there are; at least 1. */
    int count() {
        return Math.max(1, readers.size());
    }

    /** The source that a document is of. */
    Path source(int doc) {
        return sources.get(index(doc));
    }

    /** Whether two documents are of one source. */
    boolean isSameSource(int doc, int other) {
        return index(doc) == index(other);
    }

    private int index(int doc) {
        int base = 0;
        for (int i = 0; i < readers.size(); i++) {
            base += readers.get(i).maxDoc();
            if (doc < base) {
                return i;
            }
        }
        throw new IndexOutOfBoundsException(doc);
    }

    Reference reference(int doc) throws IOException {
        return ReferenceJson.read(searcher.storedFields().document(doc, Set.of(Fields.REFERENCE)).get(Fields.REFERENCE));
    }

    @Override
    public void close() throws IOException {
        for (DirectoryReader reader : readers) {
            reader.decRef();
        }
    }
}
