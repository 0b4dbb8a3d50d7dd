package org.scholion.library.internal.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.scholion.library.Reference;

/** Several indexes as one, for one question. Gives the readers back when it is closed. */
final class OpenIndexes implements AutoCloseable {

    private final List<Path> sources;
    private final List<DirectoryReader> readers;
    private final IndexSearcher searcher;
    private final TermWeights titleWeights;

    /**
     * Takes the readers over.
     *
     * @param sources of the readers, one each
     * @param titleWeights of the readers
     */
    OpenIndexes(List<Path> sources, List<DirectoryReader> readers, TermWeights titleWeights) throws IOException {
        this.sources = List.copyOf(sources);
        this.readers = List.copyOf(readers);
        this.titleWeights = titleWeights;
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
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        BinaryDocValues references = leaf.reader().getBinaryDocValues(Fields.REFERENCE);
        if (references == null || !references.advanceExact(doc - leaf.docBase)) {
            throw new IOException("no entry: " + doc);
        }
        return ReferenceJson.read(references.binaryValue().utf8ToString());
    }

    /** How rare a word of titles is. */
    double titleWeight(String term) throws IOException {
        return titleWeights.of(term, searcher.getIndexReader());
    }

    @Override
    public void close() throws IOException {
        for (DirectoryReader reader : readers) {
            reader.decRef();
        }
    }
}
