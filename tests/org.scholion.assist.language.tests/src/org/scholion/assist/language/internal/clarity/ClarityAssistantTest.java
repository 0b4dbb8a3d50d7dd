package org.scholion.assist.language.internal.clarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.ClarityPass;
import org.scholion.assist.testkit.BlockAssistantContract;
import org.scholion.assist.testkit.Papers;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;

class ClarityAssistantTest extends BlockAssistantContract {

    private static final String LONG = "The first instrument was calibrated in the laboratory before the campaign began and was then carried to the"
            + " northern station, where it measured the temperature of the surface every minute for three weeks%s the second instrument was"
            + " calibrated in the field after the storm had damaged the housing of its sensor.";

    @Override
    protected BlockAssistant assistant() {
        return Clarity.ASSISTANT;
    }

    @Override
    protected CheckSettings settings() {
        return Clarity.ALL;
    }

    @Override
    protected String language() {
        return "en-GB";
    }

    @Override
    protected String faulty() {
        return "In order to see $x$, we don't perform an analysis of very large samples [@key]; it could potentially fail.";
    }

    @Override
    protected String faultless() {
        return "To see $x$, we analyse large samples [@key]; it could fail.";
    }

    @Test
    void theIdsOfThePassAreTheRules() {
        assertEquals(ClarityPass.RULES, Clarity.rules().map(Enum::name).collect(Collectors.toSet()));
    }

    @Test
    void nothingIsSaidUnlessItIsAskedFor() {
        assertEquals(List.of(), Clarity.findings(Clarity.block("en-US", faulty()), CheckSettings.DEFAULT));
        Set<String> rules = Clarity.findings(Clarity.block("en-US", faulty()), Clarity.on(Set.of("CLARITY_VAGUE"))).stream()
                .map(finding -> finding.advice().rule())
                .collect(Collectors.toSet());
        assertEquals(Set.of("CLARITY_VAGUE"), rules);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CLARITY_WORDY | We wait in order to see. | in order to -> to
            CLARITY_WORDY | In order to see, we wait. | In order to -> To
            CLARITY_WORDY | This is due to the fact that it failed. | due to the fact that -> because
            CLARITY_WORDY | The filter is capable of removing noise. | is capable of removing -> can remove
            CLARITY_WORDY | The filters are not able to stop. | are not able to -> cannot
            CLARITY_WORDY | For the purpose of estimating it, we wait. | For the purpose of estimating -> To estimate
            CLARITY_WORDY | The majority of lakes froze. | The majority of lakes -> Most lakes
            CLARITY_WORDY | They utilized and are utilizing it. | utilized -> used, utilizing -> using
            CLARITY_WORDY | It should be noted that the value is 5. | It should be noted that the -> The / Note that the
            CLARITY_WORDY | It should be noted that $x$ is 5. | It should be noted that -> Note that
            CLARITY_WORDY | Both steps combine together well. | combine together -> combine
            CLARITY_WORDY | The steps run in an efficient manner. | in an efficient manner -> efficiently
            CLARITY_WORDY | Use units such as metre, second, etc. for it. | , etc. ->
            CLARITY_NOMINALISED | We performed an analysis of the data. | performed an analysis of -> analyzed
            CLARITY_NOMINALISED | This section provides a description of it. | provides a description of -> describes
            CLARITY_NOMINALISED | We carry out a numerical simulation of it. | carry out a numerical simulation of -> numerically simulate
            CLARITY_NOMINALISED | They made use of a filter. | made use of -> used
            CLARITY_NOMINALISED | The value is indicative of a fault. | is indicative of -> indicates
            CLARITY_NOMINALISED | They were in agreement with it. | were in agreement with -> agreed with
            CLARITY_NOMINALISED | It may have an impact on growth. | have an impact on -> affect
            CLARITY_NOMINALISED | An analysis of the samples was performed. | was performed ->
            CLARITY_VAGUE | A very interesting result. | A very  -> An
            CLARITY_VAGUE | The result is quite small. | quite  ->
            CLARITY_VAGUE | Several aspects are open. | Several aspects ->
            CLARITY_VAGUE | Various methods exist. | Various ->
            CLARITY_VAGUE | A number of samples were lost. | A number of -> Several
            CLARITY_INFORMAL | It don't and can't and won't. | don't -> do not, can't -> cannot, won't -> will not
            CLARITY_INFORMAL | It’s here, we’ve seen it. | It’s -> It is, we’ve -> we have
            CLARITY_INFORMAL | It's been seen. | It's -> It has
            CLARITY_INFORMAL | Isn't it so? | Isn't ->
            CLARITY_INFORMAL | A lot of samples need a lot of water. | A lot of -> Many, a lot of -> much
            CLARITY_INFORMAL | A lot of the samples are a big problem. | A lot of -> Many of, big -> major / large
            CLARITY_INFORMAL | We got the value and figured out the cause. | We got -> We obtained, figured out -> determined
            CLARITY_INFORMAL | It is a lot easier and a lot more useful. | a lot -> much, a lot more -> much more
            CLARITY_PASSIVE | It was shown by us that it holds. | It was shown by us -> We showed
            CLARITY_PASSIVE | The samples were measured by us in 2019. | The samples were measured by us -> We measured the samples
            CLARITY_PASSIVE | They were measured by the authors. | They were measured by the authors -> The authors measured them
            CLARITY_PASSIVE | DNA samples were measured by us. | were measured by us ->
            CLARITY_PASSIVE | Bayesian methods were used by us. | were used by us ->
            CLARITY_PASSIVE | It is found that it holds. | It is found that -> We find that
            CLARITY_PASSIVE | Recently it was found that it holds. | it was found that ->
            CLARITY_HEDGING | It may possibly fail. | may possibly -> may
            CLARITY_HEDGING | It could also potentially fail. | could also potentially -> could also
            CLARITY_HEDGING | This seems to suggest a fault. | seems to suggest -> suggests
            CLARITY_HEDGING | It is possible that the fault may return. | It is possible that the -> The
            CLARITY_OVERCLAIM | Our results prove that it works. | prove -> show
            CLARITY_OVERCLAIM | The experiment proved that it works. | proved -> showed
            CLARITY_OVERCLAIM | Clearly, the method is good. | Clearly, the -> The
            CLARITY_OVERCLAIM | The result, undoubtedly, is good. | , undoubtedly, ->
            CLARITY_OVERCLAIM | It significantly outperforms the others. | significantly -> substantially / considerably
            CLARITY_OVERCLAIM | It always outperforms the others. | always outperforms ->
            CLARITY_OVERCLAIM | We are the first to do so. | We are the first -> To our knowledge, we are the first
            CLARITY_OVERCLAIM | The model guarantees high accuracy. | guarantees high accuracy ->
            """)
    void isTold(ClarityRule rule, String text, String told) {
        assertEquals(told.strip(), Clarity.told("en-US", rule, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CLARITY_WORDY | We assign a prior to it and a uniform prior to the rest.
            CLARITY_WORDY | From Fig. 9 it can be seen that it works.
            CLARITY_WORDY | From $x$ it can be seen that it works.
            CLARITY_WORDY | It works in a particular manner, in a dose-dependent manner and in a manner that helps.
            CLARITY_WORDY | They have to be able to run, and were able to.
            CLARITY_NOMINALISED | The analysis of the data shows that the measurement of speed is hard.
            CLARITY_NOMINALISED | This makes the study of heterogeneity possible.
            CLARITY_NOMINALISED | A comparison was made use of. We provide the best description of it.
            CLARITY_NOMINALISED | The tests of the model from studies of toughness were performed.
            CLARITY_NOMINALISED | This allows simulations of each state to be performed alone.
            CLARITY_VAGUE | Several experiments were done by the Very Large Telescope.
            CLARITY_VAGUE | Various methods, such as A and B, exist. Several factors matter: A and B.
            CLARITY_VAGUE | Various methods exist [@key].
            CLARITY_VAGUE | It is not very accurate. The very same idea. It is A rather than B.
            CLARITY_INFORMAL | The model's error and the authors' data are in Don't Repeat Yourself.
            CLARITY_INFORMAL | Big data grow, showing up to 5 peaks; this kind of value and a bit of memory.
            CLARITY_INFORMAL | It is called after it's inventor.
            CLARITY_LONG_SENTENCE | This sentence is short.
            CLARITY_PASSIVE | Samples were stored at low temperature and analysed by a laboratory.
            CLARITY_PASSIVE | It was shown that it holds [@key]. It was measured by the authors of the survey. It was given by the authors [@key].
            CLARITY_HEDGING | It may fail. It cannot possibly fail. It is possible that it fails, and it may return.
            CLARITY_HEDGING | Since May possibly more of them fail.
            CLARITY_OVERCLAIM | We prove that it holds. The results prove the theorem of Bayes.
            CLARITY_OVERCLAIM | It significantly outperforms the others by 5 points. Its error is significantly higher [@key].
            CLARITY_OVERCLAIM | Clearly, $x$ is finite, and $x$ always increases.
            CLARITY_OVERCLAIM | To our knowledge, we are the first to do so. It does not always improve it.
            CLARITY_OVERCLAIM | A novel method reaches the state of the art and cannot guarantee accuracy.
            """)
    void isNotTold(ClarityRule rule, String text) {
        assertEquals("", Clarity.told("en-US", rule, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "He said “we don't do a lot of work in order to see” and left.",
        "He said <q>we don't do a lot of work in order to see</q> and left.",
        "On a <fr>very grand a lot of in order to don't</fr> road.",
        "Here <off>we don't do a lot of work in order to see</off> it ends.",
        "The words <em>a lot of</em> and <em>very</em> are long."
    })
    void nothingIsSaidWhereTheWordsAreNotTheAuthors(String text) {
        assertEquals(List.of(), Clarity.findings(Clarity.block("en-US", text), Clarity.ALL));
    }

    @Test
    void theAuthorsVarietyStays() {
        String text = "We performed an analysis of it and provide a summary of it.";
        assertEquals(
                "performed an analysis of -> analysed, provide a summary of -> summarise",
                Clarity.told("en-GB", ClarityRule.CLARITY_NOMINALISED, text));
        assertEquals(
                "performed an analysis of -> analyzed, provide a summary of -> summarize",
                Clarity.told("en-US", ClarityRule.CLARITY_NOMINALISED, text));
        String optimised = "We perform an optimisation of it, then an optimization of it.";
        assertEquals(
                "perform an optimisation of -> optimise", Clarity.told("en-US", ClarityRule.CLARITY_NOMINALISED, optimised));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            ; however,  | ; however -> . However
            ; the       | ; the -> . The
            , and we saw that | and we ->
            , and       | The ->
            ; whose     | The ->
            """)
    void aLongSentenceIsSplitOnlyWhereBothHalvesStand(String link, String told) {
        String joined = link.equals("; the") ? "; the other and" : link;
        String first = Clarity.told("en-US", ClarityRule.CLARITY_LONG_SENTENCE, LONG.formatted(joined));
        assertEquals(told, first);
    }

    @Test
    void formulasCountAsOneWord() {
        String words = "We see it and more ".repeat(9).strip();
        assertEquals("", Clarity.told("en-US", ClarityRule.CLARITY_LONG_SENTENCE, words + '.'));
        Block block = Clarity.block("en-US", words + " $x$.");
        BlockFinding finding = Clarity.findings(block, Clarity.ALL).getFirst();
        assertEquals("This sentence has 46 words.", finding.advice().message());
    }

    @Test
    void headingsAreNotJudged() {
        Block heading = new Papers().block(BlockKind.HEADING, "In order to see, don't do a lot of work").build().blocks().getFirst();
        assertEquals(List.of(), Clarity.findings(heading, Clarity.ALL));
    }

    @Test
    void whatAMacroPrintsIsLeftAlone() {
        assertEquals("", Clarity.told("en-US", ClarityRule.CLARITY_VAGUE, "It is \\very small."));
    }

    @Test
    void aMessageNamesWhatToWrite() {
        Block block = Clarity.block("en-US", "In order to see, wait.");
        BlockFinding finding = Clarity.findings(block, Clarity.ALL).getFirst();
        assertEquals("\"In order to\" can be shorter: \"To\".", finding.advice().message());
        assertFalse(finding.advice().sure());
        assertTrue(finding.advice().reason().contains("without a loss"));
    }
}
