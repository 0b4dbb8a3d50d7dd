package org.scholion.assist.writing.internal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Finding;
import org.scholion.assist.testkit.Papers;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;

class AbstractCheckTest {

    private final AbstractCheck check = new AbstractCheck();

    @Test
    void aNumberThatThePaperDoesNotHaveIsMarkedAtItsPlace() throws Exception {
        Manuscript paper = paper("The model explains 95% of the variance.", "The model explains 93.8 percent of the variance.");
        List<Finding> findings = check.check(paper, CheckSettings.DEFAULT, CancelToken.NEVER);
        assertEquals(1, findings.size(), findings.toString());
        assertEquals("95", findings.getFirst().text());
        assertEquals("ABSTRACT_NUMBER", findings.getFirst().advice().rule());
        assertTrue(findings.getFirst().advice().message().contains("95"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We used 24 sensors. | The 24 sensors were read.",
                "It explains 94% of it. | It explains 93.8% of it.",
                "It explains 94% of it. | The share is 0.938.",
                "We read 12,000 papers. | We read 12000 papers.",
                "We read 12000 papers. | We read 12{,}000 papers.",
                "COVID-19 spreads. | The virus spreads.",
                "We ask 3 questions. | The questions are these.",
                "It lasts 30 nights. | It lasts $n = 30$ nights.",
            })
    void aNumberThatThePaperHasInAnyFormIsFine(String summary, String body) throws Exception {
        assertEquals(List.of(), check.check(paper(summary, body), CheckSettings.DEFAULT, CancelToken.NEVER));
    }

    @Test
    void aCitationIsToldAndALongAbstractOnce() throws Exception {
        assertEquals(List.of("ABSTRACT_CITATION"), rules(paper("We extend the law [@newton].", "The law is extended here.")));
        assertEquals(List.of("ABSTRACT_LENGTH"), rules(paper("word ".repeat(400).strip() + ".", "The paper is here.")));
    }

    @Test
    void rulesThatAreOffAndPapersWithoutABodySayNothing() throws Exception {
        Manuscript paper = paper("The model explains 95% of the variance.", "The model is good.");
        CheckSettings off =
                new CheckSettings(CheckSettings.DEFAULT.categories(), Optional.empty(), "en-US", Set.of("ABSTRACT_NUMBER"), Set.of(), Set.of(), Map.of());
        assertEquals(List.of(), check.check(paper, off, CancelToken.NEVER));
        Manuscript alone = new Papers().block(BlockKind.ABSTRACT, "The model explains 95% of the variance.").build();
        assertEquals(List.of(), check.check(alone, CheckSettings.DEFAULT, CancelToken.NEVER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyRuleHasItsPage(String language) {
        var rules = new AbstractRules().rules(Locale.forLanguageTag(language));
        assertEquals(AbstractRule.values().length, rules.size());
        rules.forEach(rule -> assertTrue(!rule.title().isBlank(), rule.toString()));
    }

    /** Whatever the digits and signs, numbers lie in the text and are what stands there. */
    @Test
    void numbersStandWhereTheyAreSaidToStand() {
        Random random = new Random(3);
        String letters = "0123456789.,-–%$\\{}ae ()";
        for (int round = 0; round < 5000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            for (Numbers.Found found : Numbers.in(text.toString())) {
                String digits = found.range().of(text).replaceAll("[^\\d.]", "");
                assertEquals(0, found.value().compareTo(new BigDecimal(digits)), text.toString());
                assertTrue(Numbers.has(new TreeSet<>(Set.of(found.value())), found.value()));
            }
        }
    }

    private List<String> rules(Manuscript paper) throws Exception {
        return check.check(paper, CheckSettings.DEFAULT, CancelToken.NEVER).stream()
                .map(finding -> finding.advice().rule())
                .toList();
    }

    private static Manuscript paper(String summary, String body) {
        return new Papers().block(BlockKind.ABSTRACT, summary).block(BlockKind.PARAGRAPH, body).build();
    }
}
