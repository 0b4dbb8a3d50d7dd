package org.scholion.library.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.bibtex.BibtexParser;
import org.scholion.library.edit.BibtexFinding.Replacement;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdits;

class BibtexChecksTest {

    private static List<BibtexFinding> check(String text) throws CancelledException {
        return BibtexChecks.check(BibtexParser.parse(text), 2026, CancelToken.NEVER);
    }

    private static String entry(String fields) {
        return "@misc{k,\n  " + fields + "\n}\n";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bib-year              | year = {March 2012}                     | year = {2012}
            bib-year              | year = {2062}                           |
            bib-year              | year = {2012}, date = {2013-01}         |
            bib-doi               | doi = {https://doi.org/10.1000/182}     | doi = {10.1000/182}
            bib-doi               | doi = {10.1000/182.}                    | doi = {10.1000/182}
            bib-doi               | doi = {11.1000/182}                     |
            bib-isbn              | isbn = {978-0-201-89683-5}              |
            bib-isbn              | isbn = {0022-1236}                      |
            bib-issn              | issn = {0022-1235}                      |
            bib-name              | author = {Doe, J. and Roe, R. et al.}   | author = {Doe, J. and Roe, R. and others}
            bib-name              | author = {Doe, J. and}                  | author = {Doe, J.}
            bib-name              | author = {Doe, J. and other}            | author = {Doe, J. and others}
            bib-name              | author = {J. Doe, R. Roe, C. Coe}       |
            bib-name              | author = {J. Doe; R. Roe}               |
            bib-name              | author = {DOE, JANE}                    |
            bib-special-character | title = {Salt & Pepper}                 | title = {Salt \\& Pepper}
            bib-special-character | title = {A 5% Rule}                     | title = {A 5\\% Rule}
            bib-html              | title = {Salt &amp; Pepper}             | title = {Salt \\& Pepper}
            bib-html              | title = {On H<sub>2</sub>O}             |
            bib-url-place         | howpublished = {http://a.org/b_c}       | howpublished = {\\url{http://a.org/b_c}}
            bib-title-case        | title = {THE STORY OF DNA}              |
            bib-duplicate-field   | note = {a}, note = {a},                 | note = {a},
            bib-unknown-key       | crossref = {nobody}                     |
            bib-month             | month = {jul}                           | month = jul
            """)
    void findsOneFaultAndPutsItRightWhereThatIsSafe(String rule, String fields, String right) throws CancelledException {
        String text = entry(fields.strip());
        List<BibtexFinding> findings = check(text);
        assertTrue(!findings.isEmpty() && findings.stream().allMatch(finding -> finding.rule().id().equals(rule)), fields + ": " + findings);
        List<Replacement> replacements = findings.getFirst().replacements();
        assertEquals(right == null ? text : entry(right.strip()),
                replacements.isEmpty() ? text : new TextEdits(replacements.getFirst().edits()).applyTo(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"year = 2012", "year = {2012--2013}", "year = {in press}", "year = {1999a}", "date = {2012-03-04/2012-03-07}", "doi = {10.1007/978-3-1_2}",
        "isbn = {978-0-201-89683-1 (print)}", "isbn = {0-201-89683-4, 9780201896831}", "issn = {0022-1236}",
        "author = {King, Jr., Martin Luther and {Barnes, Noble, and Sons} and others}", "author = {family=Doe, given=Jane, prefix=van}", "author = {LIGO Collaboration}",
        "title = {The \\& and $a_b$ in \\url{x_y%z}}", "url = {http://a.org/b_c%20#d}", "howpublished = {\\url{http://a.org/b_c}}", "title = {{THE}}",
        "pages = {1-2}", "pages = {12--34}", "month = jul", "month = {July}", "author = {Brand, J. and Holland, M.}"})
    void saysNothingAboutWhatIsRight(String fields) throws CancelledException {
        assertEquals(List.of(), check(entry(fields)));
    }

    @Test
    void longValuesAreChecked() throws CancelledException {
        String longText = "ab ".repeat(60_000);
        assertEquals(List.of(), check(entry("note = {$" + longText + "$ \\url{" + longText + "} $a_b$ :}, title = {" + longText + "}")));
    }

    @Test
    void tellsWhatATypeOfEntryLacks() throws CancelledException {
        List<BibtexFinding> findings = check("@article{k, author = {A B}, title = {C}, year = 2000}\n@inproceedings{p, crossref = {q}, author = {A B}, title = {x}}\n"
                + "@proceedings{q, title = {Q}, year = 2001}");
        assertEquals(1, findings.size(), findings::toString);
        assertTrue(findings.getFirst().message().contains("journal"), findings.getFirst().message());
    }

    @Test
    void tellsOfKeysAndMacrosOfTheWholeFile() throws CancelledException {
        String text = "@string{used = {U}}\n@string{unused = {V}}\n@misc{a, note = used}\n@misc{a, note = {x}}\n";
        assertEquals(List.of(BibtexRule.UNUSED_STRING, BibtexRule.DUPLICATE_KEY), check(text).stream().map(BibtexFinding::rule).toList());
    }

    @Test
    void tellsOfOneJournalUnderTwoNames() throws CancelledException {
        String article = "@article{%s, author = {A B}, title = {C}, year = 2000, journal = {%s}}\n";
        String text = article.formatted("a", "Physical Review Letters") + article.formatted("b", "Physical Review Letters") + article.formatted("c", "Phys. Rev. Lett.")
                + article.formatted("d", "Physical Review A") + article.formatted("e", "Physics Reports");
        List<BibtexFinding> findings = check(text);
        assertEquals(List.of("{Phys. Rev. Lett.}"), findings.stream().map(finding -> finding.range().of(text)).toList());
    }

    @Test
    void aHyphenBetweenPagesIsToldWhereOthersHaveTwo() throws CancelledException {
        String text = "@misc{a, pages = {1--2}}\n@misc{b, pages = {3--4}}\n@misc{c, pages = {5-6}}\n";
        assertEquals(text.replace("5-6", "5--6"), new TextEdits(check(text).getFirst().replacements().getFirst().edits()).applyTo(text));
    }

    @Test
    void everyReplacementInRealFilesLeavesThemReadable() throws Exception {
        for (Path path : SampleBibliographies.ofPapers()) {
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            int problems = BibtexParser.parse(text).problems().size();
            int count = BibtexParser.parse(text).elements().size();
            int tried = 0;
            for (BibtexFinding finding : check(text)) {
                assertFalse(finding.message().isBlank() || finding.reason().isBlank());
                for (Replacement replacement : finding.replacements()) {
                    if (tried++ % 40 == 0) {
                        String changed = new TextEdits(replacement.edits()).applyTo(text);
                        assertEquals(count, BibtexParser.parse(changed).elements().size(), path + ": " + finding);
                        assertTrue(BibtexParser.parse(changed).problems().size() <= problems, path + ": " + finding);
                    }
                }
            }
        }
    }
}
