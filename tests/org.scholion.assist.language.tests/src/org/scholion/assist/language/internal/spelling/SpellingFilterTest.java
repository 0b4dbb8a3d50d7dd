package org.scholion.assist.language.internal.spelling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.assist.Advice;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Origin;
import org.scholion.assist.Severity;
import org.scholion.assist.testkit.Papers;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.text.TextRange;

/** The dictionary of these tests knows the words of {@link #KNOWN} and nothing else. */
class SpellingFilterTest {

    private static final Set<String> KNOWN = Set.of(
            "the", "a", "of", "in", "is", "and", "we", "set", "step", "time", "linear", "model", "value", "result", "separate", "modern",
            "receive", "problem", "English", "filter", "following", "references", "open", "map", "noise", "deli", "near", "solve", "communication", "intercommunication", "uses", "show", "Hasting");

    private final SpellingFilter filter = new SpellingFilter(
            (language, word) -> language.equals("en-GB") && word.equals("colour") || KNOWN.contains(word));

    /** Whether the first place of a word in the paper is a misspelling. */
    private boolean keeps(Manuscript paper, String word, CheckSettings settings) {
        return keeps(filter, paper, word, settings);
    }

    private static boolean keeps(SpellingFilter filter, Manuscript paper, String word) {
        return keeps(filter, paper, word, CheckSettings.DEFAULT);
    }

    private static boolean keeps(SpellingFilter filter, Manuscript paper, String word, CheckSettings settings) {
        for (Block block : paper.blocks()) {
            int at = block.prose().text().indexOf(word);
            if (at >= 0) {
                Advice advice = new Advice(
                        "SPELLER", Category.SPELLING, Severity.ERROR, "m", "", List.of(), new Origin("t", "1"), 1, false);
                return filter.prepare(paper, settings)
                        .keeps(block, new BlockFinding(TextRange.ofLength(at, word.length()), advice));
            }
        }
        throw new IllegalArgumentException(word);
    }

    private boolean keeps(Manuscript paper, String word) {
        return keeps(paper, word, CheckSettings.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GP2X        | digits
            SciPy       | an inner capital
            BLAS        | an acronym
            mRNA        | an inner capital
            λμ          | another script
            ms          | a unit
            ansatz      | a term of science
            Langevin    | a name of science
            nonlinear   | a prefix
            timestep    | a compound
            glucosidase | an ending of biochemistry
            denoise     | a prefix before a noun
            OpenQuuxMap | joined words, the odd one near no common word
            model-based | a compound of a known word and a term
            Sokolovski  | a name inside of a sentence
            octanoic    | a systematic name of chemistry
            grbl        | no vowel and no word near
            """)
    void wordsThatLookRightAreNoMisspellings(String word, String why) {
        String part = word.equals("model-based") ? "model-ansatz" : word;
        assertEquals(false, keeps(Papers.of("We show the " + part + " in the model."), part), why);
    }

    @Test
    void aPrefixBeforeACommonWordMakesAWordThoughARareOneIsNear() {
        Set<String> more = Set.of("recharging", "charging", "reorganization");
        SpellingFilter knowing = new SpellingFilter((language, word) -> KNOWN.contains(word) || more.contains(word));
        assertEquals(false, keeps(knowing, Papers.of("We show the decharging step."), "decharging"));
        assertEquals(true, keeps(knowing, Papers.of("We show the decharging step.", "In recharging the recharging is recharging."), "decharging"));
        assertEquals(true, keeps(knowing, Papers.of("We show the dexharging step."), "dexharging"));
        // common, but not in the variety of the paper
        assertEquals(true, keeps(knowing, Papers.of("We show the reorganisation step."), "reorganisation"));
    }

    @Test
    void aSystematicNameIsSuspiciousBesideOneThatThePaperUsesMoreOften() {
        Manuscript paper = Papers.of("We show the octanoic model.", "The model of octanoil and octanoil is octanoil.");
        assertEquals(false, keeps(paper, "octanoic"));
        assertEquals(true, keeps(Papers.of("We show the octaonic model."), "octaonic"));
    }

    @Test
    void peopleInAListAreNoMisspellingsUnlessACommonWordIsNear() {
        Manuscript paper = Papers.of("We show: Quilf Maddoxx, Arsenyi Aleksev and Zented Prollem.");
        for (String name : List.of("Quilf", "Maddoxx", "Arsenyi", "Zented")) {
            assertEquals(false, keeps(paper, name), name);
        }
        assertEquals(true, keeps(Papers.of("We show: Quilf Maddoxx, Arsenyi Aleksev and Zented Problme."), "Problme"));
    }

    @Test
    void theGivenNameThatBeginsASentenceIsNoMisspelling() {
        assertEquals(false, keeps(Papers.of("The model is linear. Mariekke Schorr is the model."), "Mariekke"));
        assertEquals(true, keeps(Papers.of("The model is linear. Mariekke is the model."), "Mariekke"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"usrr", "stdioo", "pmemdd"})
    void namesOfFilesAreNoMisspellings(String word) {
        Manuscript paper = Papers.of("We show /usrr/bin, the stdioo.h and the pmemdd.cuda of the model.");
        assertEquals(false, keeps(paper, word));
        assertEquals(true, keeps(Papers.of("We show the pmemdd.the model is linear."), "pmemdd"));
    }

    @Test
    void aNameThatLostItsLastLetterIsAMisspelling() {
        Manuscript paper = Papers.of("We show the Metropolis-Hasting set, the Metropolis-Hastings step and the Hastings model.");
        assertEquals(true, keeps(paper, "Metropolis-Hasting"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"problm", "recieve", "langaguage", "Seperate", "Mhz", "FIlter", "followingreferences", "modle", "delinear", "solveable", "OpenStreeMap"})
    void slipsAreMisspellings(String word) {
        assertEquals(true, keeps(Papers.of(word + " is the result of the model."), word));
    }

    @Test
    void aWordThatIsUsedAgainIsATermUnlessItIsASlipOfAFrequentOne() {
        assertEquals(false, keeps(Papers.of("The florbinator is set.", "We set the florbinators."), "florbinator"));
        assertEquals(true, keeps(Papers.of("The seperate model.", "A seperate value."), "seperate"));
        assertEquals(true, keeps(Papers.of("The intercomunication.", "A intercomunication."), "intercomunication"));
    }

    @Test
    void aNameIsComparedWithTheNamesThatThePaperWrites() {
        Manuscript paper = Papers.of("We show that Berendsen uses it.", "By Berendsen, it is.", "With the Berendesen model.");
        assertEquals(false, keeps(paper, "Berendsen"));
        assertEquals(true, keeps(paper, "Berendesen"));
    }

    /** A paper that cites one author. */
    private static Papers citing(String author) {
        SourceRange range = Papers.of("x").blocks().getFirst().range();
        BibliographyEntry entry =
                new BibliographyEntry("k", "article", List.of(author), "On grobbling", "1989", "Journal", range);
        return new Papers().structure(new Structure(
                List.of(), List.of(), List.of(), List.of(entry), List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void aNameOfTheBibliographyThatLostItsLastLetterIsAMisspellingWhereThePaperWritesItWholeToo() {
        String text = "We show the Metropolis-Hasting set.";
        assertEquals(true, keeps(citing("Hastings, W. K.")
                .block(BlockKind.PARAGRAPH, text)
                .block(BlockKind.HEADING, "The Metropolis-Hastings step")
                .build(), "Metropolis-Hasting"));
        assertEquals(false, keeps(Papers.of(text, "The Metropolis-Hastings step."), "Metropolis-Hasting"));
    }

    @Test
    void theBibliographyKnowsNamesAndWords() {
        Manuscript paper = citing("Flyvbjerg, Henrik")
                .block(BlockKind.PARAGRAPH, "The model of Flyvbjerg is the grobbling. Also the model of Flyvberg is.")
                .build();
        assertEquals(false, keeps(paper, "Flyvbjerg"));
        assertEquals(false, keeps(paper, "grobbling"));
        assertEquals(true, keeps(paper, "Flyvberg "));
    }

    @Test
    void anAcronymThatIsSpelledOutHasItsCapitals() {
        assertEquals(false, keeps(Papers.of("The SETFIL uses the FIlter of the set."), "FIlter"));
    }

    @Test
    void aNameInLowerCaseIsASlipWhereThePaperWritesACapital() {
        assertEquals(true, keeps(Papers.of("We show the English model.", "In plain english it is."), "english"));
        assertEquals(false, keeps(Papers.of("In plain english it is.", "The english model."), "english"));
    }

    @Test
    void theOtherVarietyIsWrongOnlyWhereOneIsDeclared() {
        Manuscript undeclared = new Papers().language("en").block(BlockKind.PARAGRAPH, "en-US", "The colour is set.").language("en").build();
        assertEquals(false, keeps(undeclared, "colour"));
        assertEquals(true, keeps(Papers.of("The colour is set."), "colour"));
        CheckSettings asked = CheckSettings.DEFAULT.withLanguages(Optional.of("en-US"), "en-US");
        assertEquals(true, keeps(undeclared, "colour", asked));
    }

    @Test
    void aJudgementIsKeptOnlyWhileThePaperGivesTheSameEvidence() {
        assertEquals(true, keeps(Papers.of("The florbinattor is set.", "A model."), "florbinattor"));
        assertEquals(false, keeps(Papers.of("The florbinattor is set.", "A florbinattor."), "florbinattor"));
        assertEquals(true, keeps(Papers.of("The florbinattor is set.", "A model."), "florbinattor"));
    }
}
