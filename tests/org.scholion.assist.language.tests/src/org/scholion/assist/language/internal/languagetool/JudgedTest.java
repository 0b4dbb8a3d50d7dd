package org.scholion.assist.language.internal.languagetool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.language.internal.judge.Judge;
import org.scholion.assist.testkit.Papers;
import org.scholion.manuscript.Block;
import org.scholion.text.CancelToken;
import org.scholion.text.TextRange;

class JudgedTest {

    private static Judge judge = Judge.NONE;
    /** One for all, since it takes long to load. */
    private static final LanguageToolAssistant ASSISTANT =
            new LanguageToolAssistant((sentence, variants, cancel) -> judge.gains(sentence, variants, cancel));

    private final List<String> asked = new ArrayList<>();

    /** Likes sentences with the words. */
    private Judge liking(String words) {
        return liking(words, 3);
    }

    private Judge liking(String words, double gain) {
        return (sentence, variants, cancel) -> {
            asked.add(sentence);
            return Optional.of(variants.stream().map(variant -> variant.contains(words) ? gain : 0.0).toList());
        };
    }

    /** @param text another one for each judge, since what is said about a sentence is remembered */
    private static List<String> told(Judge by, String text) throws Exception {
        judge = by;
        Block block = Papers.of(text).blocks().getFirst();
        List<String> told = new ArrayList<>();
        for (BlockFinding finding : ASSISTANT.check(block, CheckSettings.DEFAULT, CancelToken.NEVER)) {
            BlockFinding whole = ASSISTANT.complete(block, finding);
            told.add(finding.range().of(block.prose().text()) + " -> " + whole.advice().replacements());
        }
        return told;
    }

    @Test
    void aCorrectionThatMakesTheSentenceNoMoreProbableIsNotTold() throws Exception {
        assertEquals(1, told(Judge.NONE, "We apply this methods to genes.").size());
        assertEquals(1, told(liking("these methods"), "We apply this methods to cells.").size());
        assertEquals(List.of(), told(liking("those methods"), "We apply this methods to mice."));
    }

    @Test
    void aRuleThatIsOftenWrongIsToldOnlyWhereTheLanguageModelAgrees() throws Exception {
        String divided = "simul- taneous -> [simultaneous]";
        // both halves are misspellings as well
        assertFalse(told(Judge.NONE, "The simul- taneous runs ended.").contains(divided));
        assertFalse(told(liking("simultaneous", 3), "The simul- taneous runs began.").contains(divided));
        assertTrue(told(liking("simultaneous", 10), "The simul- taneous runs stopped.").contains(divided));
    }

    @Test
    void theReplacementThatFitsTheSentenceComesFirst() throws Exception {
        String text = "The modle was fast.";
        String first = told(liking("The mole was"), text).getFirst();
        assertEquals("modle -> [mole", first.substring(0, first.indexOf(',')));
        assertEquals(List.of(text), asked);
    }

    @Test
    void theLanguageModelReadsASymbolForAFormula() throws Exception {
        told(liking("nothing"), "We apply this methods to $a$ and genes.");
        assertEquals(List.of("We apply this methods to x and genes."), asked);
    }

    @Test
    void otherLanguagesAreNotJudged() throws Exception {
        List<String> replacements = List.of("Haus", "Maus");
        Judged judged = new Judged(liking("Maus"));
        assertEquals(replacements, judged.ranked("de-DE", "Ein Hauss.", new TextRange(4, 9), replacements, CancelToken.NEVER));
        assertEquals(List.of(), asked);
    }
}
