package org.scholion.assist.language.internal.consistency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Finding;
import org.scholion.manuscript.Manuscript;

/**
 * All papers: no exception, each finding stands where it says, and there are few of them. With the system property
 * {@code scholion.findings} the findings of all rules, those off by default as well, are written to that file, a line each.
 */
class FewAlarmsTest {

    @Test
    void papersThatWerePublishedHaveFewFindings() throws IOException {
        List<String> papers;
        try (Stream<Path> folders = Files.list(Latex.data().resolve("latex-dev"))) {
            papers = folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
        int words = 0;
        int findings = 0;
        List<String> lines = new ArrayList<>();
        for (String paper : papers) {
            Manuscript manuscript = Latex.paper(paper);
            words += manuscript.wordCount();
            for (Finding finding : Latex.findings(manuscript, CheckSettings.DEFAULT)) {
                findings++;
                String source = manuscript.source(finding.range().unit()).orElseThrow().text();
                assertEquals(finding.range().range().of(source), finding.text(), paper);
                assertTrue(Rule.valueOf(finding.advice().rule()).onByDefault(), finding.advice().rule());
            }
            for (Finding finding : Latex.findings(manuscript, Latex.ALL_RULES)) {
                lines.add(String.join(
                        "\t", finding.advice().rule(), paper, Latex.place(manuscript, finding), finding.advice().replacements().toString()));
            }
        }
        String file = System.getProperty("scholion.findings", "");
        if (!file.isEmpty()) {
            Files.write(Path.of(file), lines);
        }
        double perThousand = findings * 1000.0 / words;
        assertTrue(perThousand < 1.5, findings + " findings in " + words + " words");
    }
}
