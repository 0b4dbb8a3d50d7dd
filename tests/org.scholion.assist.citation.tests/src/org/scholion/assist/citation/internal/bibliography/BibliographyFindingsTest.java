package org.scholion.assist.citation.internal.bibliography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Finding;
import org.scholion.assist.RuleDescription;
import org.scholion.assist.citations.CitationNeed;
import org.scholion.library.edit.BibtexRule;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.Revision;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;

class BibliographyFindingsTest {

    private final CitationRules catalogue = new CitationRules();

    private static Manuscript manuscript(String format, String text) {
        SourceUnit unit = new SourceUnit.TextFile(Path.of("refs.bib"));
        SourceText source = new SourceText(unit, text, StandardCharsets.UTF_8, false, Revision.DISK);
        return new Manuscript(
                unit, format, "und", List.of(source), List.of(), Structure.EMPTY, List.of(), List.of(), Manuscript.Notation.PLAIN);
    }

    private static List<Finding> findings(Manuscript manuscript) throws CancelledException {
        return new BibliographyFindings().check(manuscript, CheckSettings.DEFAULT, CancelToken.NEVER);
    }

    private static List<Finding> findings(String text, BibtexRule rule) throws CancelledException {
        return findings(manuscript("bibtex", text)).stream().filter(finding -> finding.advice().rule().equals(rule.id())).toList();
    }

    private RuleDescription page(BibtexRule rule) {
        return catalogue.rule(rule.id(), Locale.ENGLISH).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void eachRuleFindsItsWrongExampleAndNotItsRightOne(BibtexRule rule) throws CancelledException {
        assertFalse(findings(page(rule).wrong(), rule).isEmpty(), page(rule).wrong());
        assertEquals(List.of(), findings(page(rule).right(), rule));
    }

    @ParameterizedTest
    @EnumSource
    void theFirstReplacementOfTheWrongExampleIsNoFindingAgain(BibtexRule rule) throws CancelledException {
        String wrong = page(rule).wrong();
        for (Finding finding : findings(wrong, rule)) {
            if (!finding.advice().replacements().isEmpty()) {
                List<SourceEdit> edits =
                        finding.edits(manuscript("bibtex", wrong), finding.advice().replacements().getFirst()).orElseThrow();
                List<TextEdit> changes =
                        edits.stream().map(edit -> new TextEdit(edit.range().range(), edit.replacement())).toList();
                String mended = new TextEdits(changes).applyTo(wrong);
                assertEquals(findings(wrong, rule).size() - 1, findings(mended, rule).size(), mended);
            }
        }
    }

    private static Stream<String> ids() {
        return new CitationRules().rules(Locale.ENGLISH).stream().map(RuleDescription::id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theTranslationHasTheSameExamples(String id) {
        RuleDescription english = catalogue.rule(id, Locale.UK).orElseThrow();
        RuleDescription chinese = catalogue.rule(id, Locale.SIMPLIFIED_CHINESE).orElseThrow();
        assertEquals(english.wrong(), chinese.wrong());
        assertEquals(english.right(), chinese.right());
        assertFalse(english.title().equals(chinese.title()) || english.reason().equals(chinese.reason()));
    }

    @Test
    void theNeedOfACitationIsInTheCatalogue() {
        assertTrue(catalogue.rule(CitationNeed.RULE, Locale.ENGLISH).isPresent());
    }

    @Test
    void theBibliographyOfAPaperIsNotChecked() throws CancelledException {
        assertEquals(List.of(), findings(manuscript("latex", page(BibtexRule.MISSING_FIELD).wrong())));
    }

    @Test
    void aFindingSaysWhereItIsAndWhatCanBeDone() throws CancelledException {
        Finding finding = findings("@misc{a, title = {Salt & pepper}}", BibtexRule.SPECIAL_CHARACTER).getFirst();
        assertEquals("&", finding.text());
        assertEquals(List.of("\\&"), finding.advice().replacements());
        assertEquals(Category.CITATION, finding.advice().category());
        assertTrue(finding.advice().sure());
        assertFalse(finding.advice().reason().isBlank());
    }
}
