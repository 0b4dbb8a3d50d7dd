package org.scholion.library.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexParser;
import org.scholion.library.edit.EntryReferences.Work;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class EntryReferencesTest {

    private static List<Work> works(String text) throws CancelledException {
        return new EntryReferences(BibtexParser.parse(text), Path.of("refs.bib")).works(CancelToken.NEVER);
    }

    @Test
    void everyEntryOfAKeyIsAWorkAndSoIsOneWithoutAKey() throws CancelledException {
        List<Work> works = works("@misc{a, title = {One}}\n@misc{a, title = {Two}}\n@misc{, title = {Three}}\n");
        assertEquals(List.of("One", "Two", "Three"), works.stream().map(work -> work.reference().title()).toList());
        assertEquals(List.of("a", "a", EntryReferences.NO_KEY), works.stream().map(work -> work.reference().key()).toList());
    }

    @Test
    void dataOfOtherEntriesAreNoWorksButWhatTheyGiveIsThere() throws CancelledException {
        List<Work> works = works("@xdata{x, publisher = {P}}\n@book{a, title = {T}, xdata = {x}}\n@set{s, entryset = {a}}\n");
        assertEquals(1, works.size());
        assertTrue(works.getFirst().reference().fields().containsValue("P"));
    }

    @Test
    void theChecksOfATextTellWhatCannotBeReadAsWell() throws CancelledException {
        String text = "@misc{a, title = {T}, year = {2010}}\n@misc{b, title = {Open, year = {2010}\n";
        List<BibtexFinding> findings = BibtexChecks.checkText(text, 2026, CancelToken.NEVER);
        assertTrue(findings.stream().anyMatch(finding -> finding.rule() == BibtexRule.SYNTAX), findings.toString());
    }

    @Test
    void theResultOfAReplacementIsWhatStandsInAllThatItChanges() throws CancelledException {
        String text = "@online{a, title = {T}, date = {2010}, note = {https://example.org/a}}\n";
        BibtexFile file = BibtexParser.parse(text);
        BibtexFinding finding = BibtexChecks.check(file, 2026, CancelToken.NEVER).stream()
                .filter(found -> found.rule() == BibtexRule.URL_PLACE)
                .findFirst()
                .orElseThrow();
        assertEquals("note = {https://example.org/a}", finding.changed().of(text));
        assertEquals(List.of("url = {https://example.org/a}"), finding.results(text));
    }
}
