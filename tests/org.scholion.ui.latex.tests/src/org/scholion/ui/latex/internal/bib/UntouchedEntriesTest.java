package org.scholion.ui.latex.internal.bib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexParser;
import org.scholion.library.edit.KeyPattern;
import org.scholion.library.edit.MergeProposal;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.SharedPapers;

/** On the bibliographies of published papers: what a command does not speak of stays unit for unit as it was. */
class UntouchedEntriesTest {

    /** How many pairs of a file are merged, each for itself. */
    private static final int PAIRS = 5;

    @Test
    void newKeysChangeKeysAndNothingElse() throws IOException, CancelledException {
        int changed = 0;
        for (Path path : SharedPapers.files(".bib")) {
            BibtexFile file = parse(path);
            KeyPattern pattern = KeyPattern.of("[auth:lower][year][veryshorttitle:lower]");
            KeyChanges changes = KeyChanges.of(file, path, pattern, entry -> true, CancelToken.NEVER);
            changed += changes.changes().size();
            Set<TextRange> keys = new HashSet<>();
            changes.changes().forEach(change -> keys.add(change.entry().keyRange()));
            List<TextEdit> elsewhere = changes.edits().stream().filter(edit -> !keys.contains(edit.range())).toList();
            for (TextEdit edit : elsewhere) {
                assertTrue(changes.renamed().containsKey(edit.range().of(file.text())), path + " " + edit);
            }
            List<String> before = entriesWithout(file, changes.edits());
            BibtexFile after = BibtexParser.parse(new TextEdits(changes.edits()).applyTo(file.text()));
            assertEquals(file.entries().size(), after.entries().size(), path.toString());
            assertTrue(texts(after).containsAll(before), path.toString());
        }
        assertTrue(changed > 100, changed + " keys changed");
    }

    @Test
    void aMergeChangesTwoEntriesAndThoseThatNamedTheOneThatGoes() throws IOException, CancelledException {
        int merged = 0;
        for (Path path : SharedPapers.files(".bib")) {
            BibtexFile file = parse(path);
            List<DuplicatePair> pairs = DuplicatePair.find(file, path, CancelToken.NEVER);
            for (DuplicatePair pair : pairs.subList(0, Math.min(PAIRS, pairs.size()))) {
                List<TextEdit> edits = MergeProposal.of(file, pair.kept(), pair.merged()).edits(true);
                BibtexFile after = BibtexParser.parse(new TextEdits(edits).applyTo(file.text()));
                assertEquals(file.entries().size() - 1, after.entries().size(), path.toString());
                List<String> before = entriesWithout(file, edits);
                before.remove(pair.merged().range().of(file.text()));
                assertTrue(texts(after).containsAll(before), path + " " + pair.kept().key());
                merged++;
            }
        }
        assertTrue(merged > 3, merged + " pairs merged");
    }

    @Test
    void aNewEntryLeavesTheOthersAlone() throws IOException, CancelledException {
        for (Path path : SharedPapers.files(".bib")) {
            BibtexFile file = parse(path);
            ReadReference read = new ReadReference.Reader(file, path, CancelToken.NEVER)
                    .read("Smith, J. (2010). On footnotes. Journal of Notes, 3(2), 1-10.");
            assertTrue(read.edit().range().isEmpty(), path.toString());
            BibtexFile after = BibtexParser.parse(new TextEdits(List.of(read.edit())).applyTo(file.text()));
            List<String> texts = new ArrayList<>(texts(after));
            assertTrue(texts.remove(read.entry()), path + " " + read.entry());
            assertEquals(texts(file), texts, path.toString());
        }
    }

    /** The entries in which no edit begins. */
    private static List<String> entriesWithout(BibtexFile file, List<TextEdit> edits) {
        TreeSet<Integer> starts = new TreeSet<>();
        edits.forEach(edit -> starts.add(edit.range().start()));
        List<String> untouched = new ArrayList<>();
        for (Entry entry : file.entries()) {
            if (starts.subSet(entry.range().start(), entry.range().end()).isEmpty()) {
                untouched.add(entry.range().of(file.text()));
            }
        }
        return untouched;
    }

    private static List<String> texts(BibtexFile file) {
        return file.entries().stream().map(entry -> entry.range().of(file.text())).toList();
    }

    private static BibtexFile parse(Path path) throws IOException {
        return BibtexParser.parse(Files.readString(path, StandardCharsets.ISO_8859_1));
    }
}
