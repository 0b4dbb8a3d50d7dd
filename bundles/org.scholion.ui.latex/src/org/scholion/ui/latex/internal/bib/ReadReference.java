package org.scholion.ui.latex.internal.bib;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.scholion.bibtex.BibtexEditor;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.NewEntry;
import org.scholion.library.Reference;
import org.scholion.library.edit.EntryReferences;
import org.scholion.library.edit.EntryReferences.Work;
import org.scholion.library.edit.FreeTextReference;
import org.scholion.library.edit.KeyPattern;
import org.scholion.library.edit.ReferenceEntries;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdit;

/**
 * A printed reference as an entry for a file.
 *
 * @param entry as that file would have it
 * @param key of the entry
 * @param edit puts it into the file
 * @param problems what the author should look at
 */
public record ReadReference(String entry, String key, TextEdit edit, List<String> problems) {

    public ReadReference {
        problems = List.copyOf(problems);
    }

    /** Reads references for one state of a file. Immutable; thread-safe. */
    public static final class Reader {

        private final BibtexEditor editor;
        private final KeyPattern pattern;
        private final Set<String> taken = new HashSet<>();

        /** @param source the path of the file */
        public Reader(BibtexFile file, Path source, CancelToken cancel) throws CancelledException {
            editor = new BibtexEditor(file);
            List<Reference> references = new EntryReferences(file, source).works(cancel).stream().map(Work::reference).toList();
            pattern = KeyPattern.ofHabit(references);
            file.entries().stream().map(Entry::key).forEach(taken::add);
        }

        /** @param text as it was pasted, not blank */
        public ReadReference read(String text) {
            FreeTextReference read = FreeTextReference.parse(text);
            String key = pattern.key(read.reference(), taken);
            NewEntry entry = ReferenceEntries.of(read.reference().change().key(key).build(), editor.habits());
            return new ReadReference(editor.written(entry), key, editor.add(entry), read.problems());
        }
    }
}
