package org.scholion.library.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFile;
import org.scholion.library.Reference;
import org.scholion.library.internal.bibtex.BibtexReferences;
import org.scholion.library.internal.bibtex.EntryReader;
import org.scholion.library.internal.jabref.JabRefGroups;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** What the entries of a file stand for. Thread-safe. */
public final class EntryReferences {

    /** The key of references whose entry has none. */
    public static final String NO_KEY = "?";

    private final BibtexFile file;
    private final EntryReader reader;

    /** @param source the path of the file, which relative paths of documents start from */
    public EntryReferences(BibtexFile file, Path source) {
        this.file = file;
        reader = new EntryReader(file, JabRefGroups.of(file), source);
    }

    /** An entry and the work that it is. */
    public record Work(Entry entry, Reference reference) {}

    /** The work that an entry is, with what it inherits; nothing for data of other entries and for sets. */
    public Optional<Reference> of(Entry entry) {
        String key = entry.key().isEmpty() ? NO_KEY : entry.key();
        return BibtexReferences.isWork(entry) ? Optional.of(reader.read(entry, key)) : Optional.empty();
    }

    /** All works in the order of the file, also those without a key and those whose key an earlier one has. */
    public List<Work> works(CancelToken cancel) throws CancelledException {
        List<Work> works = new ArrayList<>();
        for (Entry entry : file.entries()) {
            cancel.check();
            of(entry).ifPresent(reference -> works.add(new Work(entry, reference)));
        }
        return works;
    }
}
