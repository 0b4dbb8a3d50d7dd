package org.scholion.ui.latex.internal.bib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexParser;
import org.scholion.library.edit.KeyPattern;
import org.scholion.library.edit.MergeProposal;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdits;

class BibliographyModelsTest {

    private static final Path PLACE = Path.of("refs.bib");

    @Test
    void onlyWantedEntriesGetKeysAndNoneThatIsTaken() throws CancelledException {
        BibtexFile file = BibtexParser.parse("""
                @misc{x, author = {Li, A.}, year = 2010, title = {One}}
                @misc{Li2010, author = {Doe, A.}, year = 2011, title = {Two}, ids = {Li2010a}}
                @misc{y, crossref = {x}}
                """);
        KeyChanges changes = KeyChanges.of(
                file, PLACE, KeyPattern.of("[auth][year]"), entry -> entry.key().equals("x"), CancelToken.NEVER);
        assertEquals(List.of("Li2010b"), changes.changes().stream().map(KeyChanges.Change::key).toList());
        assertEquals(Map.of("x", "Li2010b"), changes.renamed());
        String changed = new TextEdits(changes.edits()).applyTo(file.text());
        assertTrue(changed.startsWith("@misc{Li2010b,") && changed.contains("crossref = {Li2010b}"), changed);
    }

    @Test
    void aKeyThatTwoEntriesHaveIsThatOfTheFirst() throws CancelledException {
        BibtexFile file = BibtexParser.parse("@misc{Li, author = {Li, A.}}\n@misc{Li, author = {Li, B.}}\n");
        KeyChanges changes = KeyChanges.of(file, PLACE, KeyPattern.of("[auth]"), entry -> true, CancelToken.NEVER);
        assertEquals(1, changes.changes().size());
        assertEquals(Map.of(), changes.renamed());
    }

    @Test
    void ofTwoThatAreOneWorkTheRicherOneIsProposedToStay() throws CancelledException {
        BibtexFile file = BibtexParser.parse("""
                @article{a, author = {Li, Xi}, title = {Deep Margins of Old Books}, year = 2016}
                @misc{other, title = {Nothing of the Kind}}
                @article{b, author = {Li, Xi}, title = {Deep margins of old books}, year = 2016, journal = {Notes}}
                """);
        List<DuplicatePair> pairs = DuplicatePair.find(file, PLACE, CancelToken.NEVER);
        assertEquals(List.of("b"), pairs.stream().map(pair -> pair.kept().key()).toList());
        assertEquals("a", pairs.getFirst().merged().key());
        assertEquals("a", pairs.getFirst().exchanged().kept().key());
        assertFalse(pairs.getFirst().message().isBlank());
    }

    @Test
    void thePreviewIsTheEntryThatWillStandInTheFile() {
        BibtexFile file = BibtexParser.parse(
                "@misc{a, title = {A}}\n@misc{b, title = {A}, year = 2001}\n@misc{c, crossref = {b}}\n");
        MergeProposal proposal = MergeProposal.of(file, file.entry("a").orElseThrow(), file.entry("b").orElseThrow());
        for (boolean alias : new boolean[] {false, true}) {
            String merged = new TextEdits(proposal.edits(alias)).applyTo(file.text());
            String kept = BibtexParser.parse(merged).entries().getFirst().range().of(merged);
            assertEquals(kept, MergePreview.of(file, proposal, alias));
        }
    }

    @Test
    void aPastedReferenceGetsAKeyLikeTheOthersThatIsFree() throws CancelledException {
        BibtexFile file = BibtexParser.parse("""
                @misc{smith2010, author = {Smith, J.}, year = {2010}, title = {One}}

                @misc{doe2011, author = {Doe, J.}, year = {2011}, title = {Two}}
                """);
        ReadReference read = new ReadReference.Reader(file, PLACE, CancelToken.NEVER)
                .read("Smith, J. (2010). On footnotes. Journal of Notes, 3(2), 1-10.");
        assertEquals("smith2010a", read.key());
        String changed = new TextEdits(List.of(read.edit())).applyTo(file.text());
        assertTrue(changed.startsWith(file.text().stripTrailing()) && changed.contains(read.entry()), changed);
    }
}
