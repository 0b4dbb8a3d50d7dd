package org.scholion.assist.language.internal.consistency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scholion.assist.RuleCatalogue;
import org.scholion.assist.RuleDescription;
import org.scholion.assist.language.internal.DocumentedRule;
import org.scholion.assist.language.internal.catalogue.PageCatalogue;
import org.scholion.assist.language.internal.grammar.ErrorKind;

/** The documentation is true: each rule finds its wrong example and not its right one. */
class RulePagesTest {

    private final RuleCatalogue catalogue = new PageCatalogue();

    /** Those that a program finds; the examples of the others are looked at where the kinds of errors are. */
    private static Stream<DocumentedRule> programs() {
        return PageCatalogue.documented().filter(rule -> !(rule instanceof ErrorKind));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void findsTheWrongExampleAndNotTheRightOne(DocumentedRule rule) {
        RuleDescription page = catalogue.rule(rule.name(), Locale.ENGLISH).orElseThrow();
        assertFalse(Latex.findings(page.wrong(), rule).isEmpty(), "nothing found in: " + page.wrong());
        assertEquals(List.of(), Latex.texts(page.right(), rule), page.right());
    }

    @ParameterizedTest
    @MethodSource("org.scholion.assist.language.internal.catalogue.PageCatalogue#documented")
    void theTranslationHasTheSameExamples(DocumentedRule rule) {
        RuleDescription english = catalogue.rule(rule.name(), Locale.UK).orElseThrow();
        RuleDescription chinese = catalogue.rule(rule.name(), Locale.SIMPLIFIED_CHINESE).orElseThrow();
        assertEquals(english.wrong(), chinese.wrong());
        assertEquals(english.right(), chinese.right());
        assertFalse(english.title().equals(chinese.title()) || english.reason().equals(chinese.reason()));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theFirstReplacementOfTheWrongExampleIsNoFindingAgain(DocumentedRule rule) {
        String wrong = catalogue.rule(rule.name(), Locale.ENGLISH).orElseThrow().wrong();
        List<org.scholion.assist.Finding> found = Latex.findings(wrong, rule);
        var manuscript = Latex.snippet(wrong);
        for (org.scholion.assist.Finding finding : found) {
            if (!finding.advice().replacements().isEmpty()) {
                var edits = finding.edits(manuscript, finding.advice().replacements().getFirst());
                if (edits.isPresent()) {
                    String text = manuscript.sources().getFirst().text();
                    String fixed = new org.scholion.text.TextEdits(edits.get().stream()
                            .map(edit -> new org.scholion.text.TextEdit(edit.range().range(), edit.replacement())).toList()).applyTo(text);
                    String body = fixed.substring(fixed.indexOf("\\begin{document}") + 17, fixed.indexOf("\\end{document}"));
                    assertEquals(found.size() - 1, Latex.findings(body, rule).size(), body);
                }
            }
        }
    }

    @Test
    void everyRuleHasItsPageInOrder() {
        assertEquals(
                PageCatalogue.documented().map(DocumentedRule::name).toList(),
                catalogue.rules(Locale.ENGLISH).stream().map(RuleDescription::id).toList());
    }
}
