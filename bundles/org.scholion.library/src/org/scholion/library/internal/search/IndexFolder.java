package org.scholion.library.internal.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.library.internal.search.SourceIndex.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder with the indexes of all sources. Thread-safe. */
final class IndexFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

    private static final int NAME_BYTES = 12;

    /**
     * An index that is ready to be written.
     *
     * @param state of its last commit
     * @param rebuilt whether one that could not be read was removed
     */
    record Opened(SourceIndex index, Optional<State> state, boolean rebuilt) {}

    private final Path folder;
    private final Map<Path, SourceIndex> indexes = new HashMap<>();
    private TermWeights titleWeights = new TermWeights(List.of());

    IndexFolder(Path folder) {
        this.folder = folder;
    }

    /** The index of a source; one that is broken or of another schema is removed and begun again. */
    synchronized Opened open(Path source) throws IOException {
        try {
            SourceIndex index = index(source);
            return new Opened(index, index.state(), false);
        } catch (IOException broken) {
            LOG.info("the index of {} cannot be read and is made anew", source, broken);
            remove(source);
            SourceIndex index = index(source);
            return new Opened(index, Optional.empty(), true);
        }
    }

    /** Readers of those sources that have an index; broken ones are left out until they are made anew. */
    OpenIndexes read(List<Path> sources) throws IOException {
        List<Path> found = new ArrayList<>();
        List<DirectoryReader> readers = new ArrayList<>();
        for (Path source : sources) {
            Path place = source.toAbsolutePath().normalize();
            try {
                index(place).acquire().ifPresent(reader -> {
                    found.add(source);
                    readers.add(reader);
                });
            } catch (IOException broken) {
                LOG.warn("the index of {} cannot be read", source, broken);
            }
        }
        return new OpenIndexes(found, readers, titleWeights(readers));
    }

    /** Those of the last question where the indexes are still the same. */
    private synchronized TermWeights titleWeights(List<DirectoryReader> readers) {
        if (!titleWeights.isOf(readers)) {
            titleWeights = new TermWeights(readers);
        }
        return titleWeights;
    }

    synchronized void remove(Path source) throws IOException {
        SourceIndex known = indexes.remove(source);
        if (known != null) {
            known.close();
        }
        SourceIndex.delete(folderOf(source));
    }

    private synchronized SourceIndex index(Path source) throws IOException {
        @Nullable SourceIndex known = indexes.get(source);
        if (known != null) {
            return known;
        }
        SourceIndex made = new SourceIndex(folderOf(source));
        indexes.put(source, made);
        return made;
    }

    /** A name that a person recognises, and that is different for different paths. */
    private Path folderOf(Path source) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(source.toString().getBytes(StandardCharsets.UTF_8));
            Path name = source.getFileName();
            String readable = name == null ? "" : name.toString().replaceAll("[^\\w.-]", "_") + "-";
            return folder.resolve(readable + HexFormat.of().formatHex(digest, 0, NAME_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (SourceIndex index : indexes.values()) {
            index.close();
        }
        indexes.clear();
    }
}
