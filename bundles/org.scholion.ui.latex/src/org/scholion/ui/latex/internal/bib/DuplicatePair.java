package org.scholion.ui.latex.internal.bib;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFile;
import org.scholion.library.Reference;
import org.scholion.library.edit.DuplicateGroup;
import org.scholion.library.edit.Duplicates;
import org.scholion.library.edit.EntryReferences;
import org.scholion.library.edit.EntryReferences.Work;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Two entries of a file that are one work.
 *
 * @param kept the one that is proposed to stay: that with more fields, else the first
 * @param merged the other one
 * @param message what shows it, one sentence
 */
public record DuplicatePair(Entry kept, Entry merged, String message) {

    /** All pairs of a file, those of the same publication first; of more than two, each with the one that stays. */
    public static List<DuplicatePair> find(BibtexFile file, Path source, CancelToken cancel) throws CancelledException {
        Map<Reference, Entry> entries = new IdentityHashMap<>();
        List<Reference> references = new ArrayList<>();
        for (Work work : new EntryReferences(file, source).works(cancel)) {
            if (work.entry().complete()) {
                entries.put(work.reference(), work.entry());
                references.add(work.reference());
            }
        }
        List<DuplicatePair> pairs = new ArrayList<>();
        for (DuplicateGroup group : Duplicates.find(references, cancel)) {
            List<Entry> members = new ArrayList<>();
            for (Reference reference : group.references()) {
                Entry entry = entries.get(reference);
                if (entry != null) {
                    members.add(entry);
                }
            }
            Entry best = members.getFirst();
            for (Entry member : members) {
                best = member.fields().size() > best.fields().size() ? member : best;
            }
            for (Entry member : members) {
                if (member != best) {
                    pairs.add(new DuplicatePair(best, member, group.message()));
                }
            }
        }
        return pairs;
    }

    /** The same two, the other one staying. */
    public DuplicatePair exchanged() {
        return new DuplicatePair(merged, kept, message);
    }
}
