package org.scholion.ui.latex.internal.bib;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.scholion.bibtex.BibtexEditor;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFile;
import org.scholion.library.Reference;
import org.scholion.library.edit.EntryReferences;
import org.scholion.library.edit.EntryReferences.Work;
import org.scholion.library.edit.KeyPattern;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdit;

/**
 * New keys for entries of a file.
 *
 * @param changes those that get another key, in the order of the file
 */
public record KeyChanges(BibtexFile file, List<Change> changes) {

    public KeyChanges {
        changes = List.copyOf(changes);
    }

    /**
     * A new key.
     *
     * @param title of the work, to know it by
     */
    public record Change(Entry entry, String key, String title) {}

    /**
     * The keys that a pattern makes.
     *
     * @param source the path of the file
     * @param wanted which entries may get another key
     */
    public static KeyChanges of(BibtexFile file, Path source, KeyPattern pattern, Predicate<Entry> wanted, CancelToken cancel)
            throws CancelledException {
        List<Work> works = new EntryReferences(file, source)
                .works(cancel).stream().filter(work -> wanted.test(work.entry())).toList();
        Set<Entry> changing = new HashSet<>();
        works.forEach(work -> changing.add(work.entry()));
        Set<String> taken = new HashSet<>();
        for (Entry entry : file.entries()) {
            if (!changing.contains(entry)) {
                taken.add(entry.key());
            }
            entry.field("ids").ifPresent(ids -> List.of(ids.value().split(",")).forEach(id -> taken.add(id.strip())));
        }
        List<Reference> references = works.stream().map(Work::reference).toList();
        List<String> keys = pattern.keys(references, taken);
        cancel.check();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Entry entry = works.get(i).entry();
            if (!keys.get(i).equals(entry.key()) && BibtexEditor.isKey(keys.get(i))) {
                changes.add(new Change(entry, keys.get(i), references.get(i).title()));
            }
        }
        return new KeyChanges(file, changes);
    }

    /** The edits of the file: the keys, and where other entries name them. */
    public List<TextEdit> edits() {
        Map<Entry, String> keys = new LinkedHashMap<>();
        changes.forEach(change -> keys.put(change.entry(), change.key()));
        return new BibtexEditor(file).changeKeys(keys);
    }

    /** What citations must say: the old keys and the new ones. Of entries with the same key the first one is cited. */
    public Map<String, String> renamed() {
        Map<String, String> renamed = new LinkedHashMap<>();
        for (Change change : changes) {
            String old = change.entry().key();
            if (!old.isEmpty() && file.entry(old).filter(change.entry()::equals).isPresent()) {
                renamed.put(old, change.key());
            }
        }
        return renamed;
    }
}
