package org.scholion.assist.language.internal.consistency;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.assist.Finding;
import org.scholion.manuscript.Manuscript;

/**
 * Each rule on a published paper that breaks it, read by hand. No paper has a true case for ABBREVIATION_VARIANTS, DECIMAL_MARK and
 * SERIAL_COMMA: those are tested on the examples of their pages alone.
 */
class RealPapersTest {

    private static final Map<String, Manuscript> PAPERS = new HashMap<>();

    @AfterAll
    static void forgetPapers() {
        PAPERS.clear();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TERM_HYPHENATION               | araa-gps                 | ms.tex:253 multi-variate
            TERM_CAPITALISATION            | sbi-chempy               | ms.tex:248 github
            SPELLING_VARIETY               | plfa                     | PLFA.tex:405 optimization
            ABBREVIATION_BEFORE_DEFINITION | membranes-best-practice  | membranes_good.tex:665 CG
            ABBREVIATION_UNDEFINED         | ch-potentials            | ch_potentials.tex:1216 PTV
            ABBREVIATION_REDEFINED         | celerite                 | ms.tex:1268 Bayesian information criterion (BIC)
            ABBREVIATION_AMBIGUOUS         | livre-docencia           | content.tex:256 total gradient anomaly (TGA)
            ABBREVIATION_UNUSED            | araa-gps                 | ms.tex:786 automatic relevance determination (ARD)
            WORD_REPEATED                  | conjure                  | paper.tex:771 accepts accepts
            FLOAT_UNREFERENCED             | schla-genotyping         | main.tex:284 tab:amlgt
            REFERENCE_UNDEFINED            | sbi-chempy               | ms.tex:439 fig:
            LABEL_DUPLICATE                | eth-pricing              | ethpricing.tex:214 fig:three
            CITATION_UNDEFINED             | alchemical-best-practices | manuscript.tex:1330 isthereagapsysone?
            CITATION_SPACING               | hsf-roadmap              | cwp-main.tex:541 HepMC
            BIBLIOGRAPHY_KEY_DUPLICATE     | pysr                     | ms.bib:21808 matplotlib
            REFERENCE_WORD_MIXED           | sympy                    | features.tex:22 Section
            REFERENCE_TIE                  | zygote                   | paper.tex:169
            UNIT_SPACING                   | binding-benchmarks       | benchmarkset.tex:1004 350ns
            PERCENT_SPACING                | global-search-regression | paper.tex:216 45 \\%
            THOUSANDS_SEPARATOR            | minigraph                | minigraph.tex:769 10000
            NUMBER_RANGE_DASH              | conjure                  | paper.tex:815 18-120
            NUMBER_AS_WORD                 | pysr                     | ms.tex:990 5
            SENTENCE_START_SYMBOL          | msd-errors               | ms.tex:127 $
            SENTENCE_START_NUMERAL         | minigraph                | minigraph.tex:354 9,862
            HEADING_CAPITALISATION         | redfin                   | 3-model-state.tex:277 Symbolic simulation
            LATIN_ABBREVIATION             | minigraph                | minigraph.tex:589 et al
            EXAMPLE_COMMA                  | conjure                  | paper.tex:450 e.g.,
            NOTE_SPACING                   | redfin                   | 3-model-state.tex:95
            STRAIGHT_QUOTES                | zygote                   | paper.tex:67 "
            SECTION_TENSE                  | euler-inversion          | content.tex:1128 create
            SECTION_REGISTER               | sympy                    | assumptions.tex:51 doesn't
            """)
    void findsWhatAnEditorWouldMark(Rule rule, String paper, String place) {
        Manuscript manuscript = PAPERS.computeIfAbsent(paper, Latex::paper);
        List<String> places = Latex.findings(manuscript, Latex.ALL_RULES).stream()
                .filter(finding -> finding.advice().rule().equals(rule.name()))
                .map((Finding finding) -> Latex.place(manuscript, finding))
                .toList();
        assertTrue(places.stream().anyMatch(found -> found.startsWith(place)), places.toString());
    }
}
