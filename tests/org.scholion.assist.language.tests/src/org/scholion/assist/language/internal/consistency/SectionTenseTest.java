package org.scholion.assist.language.internal.consistency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Finding;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;

/** Methods and results that are told in the past but for a few verbs. */
class SectionTenseTest {

    private static final List<String> TOLD = List.of(
            "We recruited forty adults.", "They were tested alone.", "We measured the time of each answer.", "Slow answers were discarded.",
            "The data were stored on a disk.", "We then compared the groups.", "Each test was repeated once.");
    private static final String PAST = String.join(" ", TOLD);

    private static List<String> found(String body) {
        return Latex.texts(body, Rule.SECTION_TENSE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We use a mixed model.                           | use             | used
            Then we choose a mixed model.                   | choose          | chose
            The cells are washed twice.                     | are washed      | were washed
            The sample is then rinsed.                      | is then rinsed  | was then rinsed
            The salt is prepared by heating.                | is prepared     | was prepared
            Participants receive a coin.                    | receive         | received
            """)
    void marksTheVerbAndPutsItIntoThePast(String slip, String marked, String replacement) {
        List<Finding> findings = Latex.findings("\\section{Methods} " + PAST + " " + slip, Rule.SECTION_TENSE);
        assertEquals(List.of(marked), findings.stream().map(Finding::text).toList());
        assertEquals(List.of(replacement), findings.getFirst().advice().replacements());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        // facts, definitions and what is usual
        "The scale is based on four items.", "The error is calculated as the mean.", "Neurons are cells.", "Samples are usually washed twice.",
        "We consider a group as small below ten.", "We define a trial as one answer.", "The set is prepared by the company.",
        // figures, the paper, its terms
        "Figure 3 shows the groups.", "Table 2 lists the answers.", "We use the term trial for one answer.", "In this section we use one group.",
        // subordinate clauses, conditions, questions, quotations
        "If we use two groups, the error grows.", "The model that we use is simple.", "The data we use are old.", "Do we use two groups?",
        "The sheet said ``we use your data'' in red.", "\\begin{quote}We use two groups.\\end{quote}",
        // other tenses
        "We have used two groups.", "We will use two groups.", "Two groups had been washed.",
        // not running text
        "\\begin{itemize}\\item We use two groups.\\end{itemize}", "\\begin{figure}\\caption{We use two groups.}\\end{figure}",
        // how something works
        "The device works as follows. The sample is washed.", "\\[ a = b \\] We use two groups.", "We add \\[ a = b \\] to it.",
        // a verb that has one form for both tenses, and a Roman numeral
        "We put it there.", "Group I use the left door."
    })
    void leavesAloneWhatIsRightInThePresent(String sentence) {
        assertEquals(List.of(), found("\\section{Methods} " + PAST + " " + sentence), sentence);
    }

    @Test
    void speaksOnceForEachSection() {
        String methods = "\\section{Methods} " + PAST + " We use a model. The cells are washed. " + PAST;
        String results = "\\section{Results} " + PAST + " We find two. " + PAST;
        assertEquals(List.of("use", "find"), found(methods + " " + results));
        String message = Latex.findings(methods, Rule.SECTION_TENSE).getFirst().advice().message();
        assertTrue(message.contains("Methods") && message.contains("14") && message.contains("use, are washed"), message);
    }

    @Test
    void subsectionsBelongToTheirSection() {
        String inherited = "\\section{Methods} " + PAST + " \\subsection{The cage} We use a model. They were fed. \\subsection{Participants} "
                + "We ask them twice. They were fed.";
        assertEquals(List.of("use"), found(inherited));
        assertEquals(List.of(), found("\\section{Methods} " + PAST + " \\subsection{Related work} They were fed. We use a model."));
        assertEquals(List.of(), found("\\section{Methods} " + PAST + " \\section{Outer space} They were fed. We use a model."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\\section{Introduction}", "\\section{Discussion}", "\\section{Results and discussion}", "\\section{The cage}"})
    void leavesOtherSectionsAlone(String heading) {
        assertEquals(List.of(), found(heading + " " + PAST + " We use a model."));
    }

    @Test
    void leavesAloneAPaperThatTellsInThePresent() {
        String present = "We recruit forty adults. They are tested alone. We measure the time. The cells are washed. We compare them. ";
        assertEquals(List.of(), found("\\section{Methods} " + present + present + "We used a model. The data were stored."));
        assertEquals(List.of(), found("\\section{Methods} " + present + PAST), "no tense has a clear majority");
        assertEquals(List.of(), found("\\section{Methods} We recruited two. They were tested. We use a model."), "too few to tell");
    }

    @Test
    void leavesAloneAParagraphInThePresent() {
        assertEquals(List.of(), found("\\section{Methods} " + PAST + "\n\nWe use a model. The cells are washed."));
        String explains = "The model is old. It is simple. It is fast. There is one. We use it. It was trained.";
        assertEquals(List.of(), found("\\section{Methods} " + PAST + "\n\n" + explains));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ngerman", "french"})
    void leavesOtherLanguagesAlone(String language) {
        String other = "\\begin{otherlanguage}{" + language + "}" + PAST + " We use a model.\\end{otherlanguage}";
        Manuscript manuscript = Latex.snippet("\\section{Methods} " + other);
        assertFalse(Latex.findings(manuscript, CheckSettings.DEFAULT).stream().anyMatch(finding -> finding.advice().rule().equals("SECTION_TENSE")));
    }

    @Test
    void theReplacementKeepsAllElseAndLeavesNothingToFind() {
        String[][] slips = {{"We use a model.", "We used a model."}, {"Cells are also washed.", "Cells were also washed."},
            {"We run it.", "We ran it."}, {"Users report it.", "Users reported it."}};
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            String[] slip = slips[random.nextInt(slips.length)];
            List<String> sentences = new ArrayList<>(TOLD);
            Collections.shuffle(sentences, random);
            int place = random.nextInt(sentences.size() + 1);
            sentences.add(place, slip[0]);
            String wrong = "\\section{Results} " + String.join(" ", sentences);
            sentences.set(place, slip[1]);
            String right = "\\section{Results} " + String.join(" ", sentences);
            assertEquals(right, corrected(wrong));
            assertEquals(List.of(), found(right));
        }
    }

    private static String corrected(String body) {
        Manuscript manuscript = Latex.snippet(body);
        List<Finding> findings = Latex.findings(body, Rule.SECTION_TENSE);
        assertEquals(1, findings.size(), body);
        String replacement = findings.getFirst().advice().replacements().getFirst();
        List<TextEdit> edits = findings.getFirst().edits(manuscript, replacement).orElseThrow().stream()
                .map(edit -> new TextEdit(edit.range().range(), edit.replacement())).toList();
        String text = new TextEdits(edits).applyTo(manuscript.sources().getFirst().text());
        return text.substring(text.indexOf("\\section"), text.indexOf("\n\\end{document}"));
    }
}
