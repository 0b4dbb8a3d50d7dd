package org.scholion.assist.language.internal.consistency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.assist.Finding;

/** A few spots of spoken language in a formal paper. */
class SectionRegisterTest {

    private static final String FORMAL = "\\section{Introduction} The model is simple. \\section{Results} The errors are small. "
            + "\\section{Conclusion} The model is useful. ";

    private static List<Finding> findings(String text) {
        return Latex.findings(FORMAL + "\\section{The cage} " + text, Rule.SECTION_REGISTER);
    }

    private static List<String> found(String text) {
        return findings(text).stream().map(Finding::text).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            It doesn't fit.                     | doesn't      | does not
            Don’t touch it.                     | Don’t        | Do not
            Here we can't say.                  | can't        | cannot
            It's small, and it is red.          | It's         |
            There is a lot of noise.            | a lot of     |
            It is kind of red.                  | is kind of   |
            It is red when you turn it.         | you          |
            It fits the cage too!               | too!         |
            It is red. Why not? It is old.      | Why not?     |
            """)
    void marksTheSpot(String text, String spot, String replacement) {
        assertEquals(List.of(spot), found(text));
        assertEquals(replacement == null ? List.of() : List.of(replacement), findings(text).getFirst().advice().replacements());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        // possessives, kinds, factorials, names, questions that ask, examples and quotations
        "The user's cage is Tom's.", "It is a kind of cage and two sorts of bars.", "There are 5! and $n$! ways.", "It was bought by Yahoo! Inc.",
        "How does the size of the cage depend on the colour of the bars?", "The label reads: you can't open it.",
        "They said ``you can't open it'' twice.", "They said \\enquote{you can't open it, as you know} twice.", "The word \\emph{don't} is short.",
        "\\begin{quote}You can't open it!\\end{quote}", "A cage\\footnote{You can't open it!} is red.", "\\texttt{don't} is a string.",
        "They split short forms such as don't in two.", "The sentence I'm here is short.", "What is ?1 and b?", "I ask you this.", "The volume is 30 cl of water."
    })
    void leavesAloneWhatIsNotSpoken(String text) {
        assertEquals(List.of(), found(text), text);
    }

    @Test
    void speaksOnceForEachSectionAndNamesThePlaces() {
        List<Finding> findings = findings("It doesn't fit. \\subsection{Bars} There is a lot of noise!");
        assertEquals(List.of("doesn't"), findings.stream().map(Finding::text).toList());
        String message = findings.getFirst().advice().message();
        assertTrue(message.contains("The cage") && message.contains("doesn't, a lot of, noise!"), message);
    }

    @Test
    void leavesAlonePapersThatTalkThroughout() {
        assertEquals(List.of(), found("It can't fit. It won't fit. It isn't red. It didn't fit."), "a habit of the section");
        String three = "\\section{B} It can't fit. \\section{C} It isn't red. \\section{D} It is red. \\section{E} It is old. "
                + "\\section{F} It is new. \\section{G} It is odd. \\section{H} It is low. \\section{I} It is far.";
        assertEquals(List.of(), found("It won't fit. " + three), "three sections");
        assertEquals(List.of("can't", "isn't"), found("It will not fit. " + three));
        assertEquals(List.of(), Latex.texts("\\section{A} It is red. \\section{B} It isn't old.", Rule.SECTION_REGISTER), "hardly a paper");
        assertEquals(List.of(), Latex.texts("It isn't old. It is red.\n\nIt is new.", Rule.SECTION_REGISTER), "no headings");
    }

    @Test
    void thanksMayBeWarm() {
        assertEquals(List.of(), Latex.texts(FORMAL + "\\section{Acknowledgements} You can't thank them enough!", Rule.SECTION_REGISTER));
    }

    @Test
    void leavesOtherLanguagesAlone() {
        assertEquals(List.of(), found("\\begin{otherlanguage}{ngerman}Das ist aber schade! It doesn't fit.\\end{otherlanguage}"));
    }
}
