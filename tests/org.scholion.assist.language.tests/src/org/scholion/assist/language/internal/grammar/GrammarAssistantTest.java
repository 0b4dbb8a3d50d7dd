package org.scholion.assist.language.internal.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scholion.assist.AssistException;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.language.internal.judge.Judge;
import org.scholion.assist.language.internal.judge.ModelJudge;
import org.scholion.assist.testkit.BlockAssistantContract;
import org.scholion.assist.testkit.Papers;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.text.CancelToken;

class GrammarAssistantTest extends BlockAssistantContract {

    private static final String FAULTY = "The models is fast [@key], and it have a effect on $x$.";

    private final FakeModels models = new FakeModels()
            .knows("models is", "REPLACE_are", 0.9)
            .knows("it have", "REPLACE_has", 0.6)
            .knows("have a", "REPLACE_an", 0.95)
            .knows("on [math]", "REPLACE_it", 0.99)
            .knows("the behaviour", "REPLACE_behavior", 0.99)
            .knows("and it", "SPELL", 0.9)
            .knows("fast items", "END_.", 0.99)
            .knows("of model", "BEFORE_the", 0.85)
            .knows("- potentials", "SUFFIX_s_", 0.99)
            .knows("it were", "REPLACE_is", 0.5)
            .knows("it were", "REPLACE_was", 0.3)
            .knows("- model", "LOWER", 0.99)
            .knows("use model", "LOWER", 0.99)
            .knows("by not", "DELETE", 0.99)
            .knows("by by", "DELETE", 0.99)
            .knows("is fast", "BEFORE_very", 0.99);
    private final GrammarAssistant assistant = assistant(models);

    /** Told alone from a probability of 0.8, with a judge by probability, company and gain. */
    private static GrammarAssistant assistant(FakeModels models) {
        Map<ErrorKind, Calibration.Limits> limits = new EnumMap<>(ErrorKind.class);
        for (ErrorKind kind : ErrorKind.values()) {
            limits.put(kind, new Calibration.Limits(
                    new Calibration.Weights(0, 1, 0, 0, 0.8), new Calibration.Weights(-2, 1, 0.1, 1, 0.8)));
        }
        Calibration calibration = new Calibration(limits, 5, 0.25);
        return new GrammarAssistant(models, id -> true, new ModelJudge(models), calibration);
    }

    @Override
    protected BlockAssistant assistant() {
        return assistant;
    }

    @Override
    protected String language() {
        return "en-GB";
    }

    @Override
    protected String faulty() {
        return FAULTY;
    }

    @Override
    protected String faultless() {
        return "The models are fast [@key], and the behaviour has no effect on $x$.";
    }

    private static Block block(String text) {
        return Papers.of(text).blocks().getFirst();
    }

    private static List<String> told(GrammarAssistant assistant, Block block) throws Exception {
        return assistant.check(block, CheckSettings.DEFAULT, CancelToken.NEVER).stream()
                .map(finding -> finding.advice().rule() + ": " + finding.range().of(block.prose().text()) + " -> "
                        + finding.advice().replacements().getFirst())
                .toList();
    }

    @Test
    void eachCorrectionIsAFindingOfItsOwnInTheProse() throws Exception {
        assertEquals(List.of("GRAMMAR_AGREEMENT: is -> are", "GRAMMAR_ARTICLE: a -> an"), told(assistant, block(FAULTY)));
    }

    @Test
    void aMissingWordIsMarkedAtTheWordBehindIt() throws Exception {
        Block block = block("The speed of model counts.");
        assertEquals(List.of("GRAMMAR_ARTICLE: model -> the model"), told(assistant, block));
        BlockFinding finding = assistant.check(block, CheckSettings.DEFAULT, CancelToken.NEVER).getFirst();
        assertEquals("\u201Cthe\u201D seems to be missing here.", finding.advice().message());
        assertEquals(0.85, finding.advice().confidence(), 1e-9);
        assertFalse(finding.advice().sure());
    }

    @Test
    void theLanguageModelLetsThroughWhatMakesTheSentenceMoreProbable() throws Exception {
        models.judgedBy(sentence -> sentence.contains("it has") ? -10 : -20);
        // "is" is more probable by the tagger and gains nothing
        assertEquals(List.of("GRAMMAR_AGREEMENT: have -> has"), told(assistant, block(FAULTY)));
    }

    @Test
    void theLanguageModelChoosesAmongWhatMayBeMeant() throws Exception {
        models.judgedBy(sentence -> sentence.contains("it was") ? -10 : -20);
        assertEquals(List.of("GRAMMAR_AGREEMENT: were -> was"), told(assistant, block("We saw that it were so.")));
    }

    @Test
    void whereMoreIsWrongLessProofIsAskedFor() throws Exception {
        models.judgedBy(sentence -> sentence.contains("it has") ? -17.1 : -20);
        assertEquals(List.of(), told(assistant, block("We see that it have none.")));
        assertEquals(
                List.of("GRAMMAR_AGREEMENT: have -> has"), told(assistant, block("We see that it have a effect on the models is.")));
    }

    @Test
    void aSentenceThatIsKnownIsNotTaggedAgain() throws Exception {
        Block block = block("One is here. The models is fast. One is here.");
        List<String> first = told(assistant, block);
        int tagged = models.taggedTexts.get();
        assertEquals(first, told(assistant, block));
        // the changed sentence is looked at twice, the repeated one once
        assertEquals(3, tagged);
        assertEquals(tagged, models.taggedTexts.get());
    }

    @Test
    void anItemMayEndWithoutAStop() throws Exception {
        assertEquals(List.of(), told(assistant, block("Three fast items")));
    }

    @Test
    void aNameHasNoOtherNumber() throws Exception {
        assertEquals(List.of(), told(assistant, block("We use the CH-Potentials framework.")));
        assertEquals(List.of("GRAMMAR_NOUN_NUMBER: potentials -> potential"), told(assistant, block("We use the pair-potentials framework.")));
    }

    @Test
    void theSecondPartOfANameKeepsItsCapital() throws Exception {
        assertEquals(List.of(), told(assistant, block("We use the CH-Model for it.")));
        assertEquals(List.of("GRAMMAR_CAPITAL: Model -> model"), told(assistant, block("We use Model for it.")));
    }

    @Test
    void whatASentenceSaysIsLeftToItsAuthor() throws Exception {
        assertEquals(List.of(), told(assistant, block("It is done by not going on.")));
        assertEquals(List.of(), told(assistant, block("It is fast.")));
        assertEquals(1, told(assistant, block("It is done by by going on.")).size());
    }

    @Test
    void headingsAreNoSentences() throws Exception {
        Block heading = new Papers().block(BlockKind.HEADING, "The models is fast").build().blocks().getFirst();
        assertEquals(List.of(), told(assistant, heading));
        assertEquals(0, models.taggedTexts.get());
    }

    @Test
    void withoutAModelItSaysSoOnceAndTheOthersGoOn() {
        models.withoutTagger();
        AssistException missing = assertThrows(
                AssistException.class, () -> assistant.check(block(FAULTY), CheckSettings.DEFAULT, CancelToken.NEVER));
        assertTrue(missing.getMessage().contains("grammar-tagger is not installed"), missing.getMessage());
    }

    @Test
    void whatIsNotInstalledIsALimitation() {
        GrammarAssistant none = new GrammarAssistant(models, id -> false, Judge.NONE, Calibration.shipped());
        assertFalse(none.supports("en"));
        assertTrue(none.limitation("en-GB").orElseThrow().contains("by rules alone"));
        assertEquals(Optional.empty(), none.limitation("de"));
        GrammarAssistant alone = new GrammarAssistant(models, Corrector.TAGGER::equals, Judge.NONE, Calibration.shipped());
        assertTrue(alone.supports("en"));
        assertTrue(alone.limitation("en").orElseThrow().contains("scholion models install smollm2-135m-instruct"));
        assertEquals(Optional.empty(), assistant.limitation("en"));
    }

    @Test
    void everyLeaseIsGivenBack() throws Exception {
        models.judgedBy(sentence -> 0);
        told(assistant, block(FAULTY));
        assertEquals(0, models.openLeases.get());
    }

    @Test
    void theShippedLimitsCoverEveryKind() {
        Calibration shipped = Calibration.shipped();
        for (ErrorKind kind : ErrorKind.values()) {
            assertTrue(shipped.isPossible(kind, 1, 0), kind.name());
        }
    }
}
