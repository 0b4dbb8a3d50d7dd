package org.scholion.assist.language.internal.languagetool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.languagetool.JLanguageTool;
import org.languagetool.LtBuildInfo;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.RuleDescription;
import org.scholion.assist.testkit.BlockAssistantContract;
import org.scholion.assist.testkit.Papers;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class LanguageToolAssistantTest extends BlockAssistantContract {

    private static final LanguageToolAssistant ASSISTANT = new LanguageToolAssistant();

    @Override
    protected BlockAssistant assistant() {
        return ASSISTANT;
    }

    @Override
    protected String language() {
        return "en-US";
    }

    @Override
    protected String faulty() {
        return "This is an sentence with the the problm that $x$ is large. We finds it.";
    }

    @Override
    protected String faultless() {
        return "This sentence is fine, as shown in [@key], and $x$ is small.";
    }

    private static Block block(BlockKind kind, String language, String text) {
        return new Papers().language(language).block(kind, text).build().blocks().getFirst();
    }

    private static List<String> found(Block block) throws Exception {
        List<String> found = new ArrayList<>();
        for (BlockFinding finding : ASSISTANT.check(block, CheckSettings.DEFAULT, CancelToken.NEVER)) {
            found.add(finding.range().of(block.prose().text()));
        }
        return found;
    }

    private static List<String> found(String text) throws Exception {
        return found(block(BlockKind.PARAGRAPH, "en-US", text));
    }

    @Test
    void itsVersionIsThatOfLanguageTool() {
        assertFalse(JLanguageTool.class.getName().isEmpty() && JLanguageTool.getDataBroker() == null);
        assertEquals(LtBuildInfo.OS.getVersion(), LanguageToolAssistant.VERSION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-GB | He finds an result in the colour.            | an
            en-AU | This is a tset.                              | tset
            en-IE | This is a tset of colour.                    | tset
            de    | Das ist ein Tsst, den wir machen.            | Tsst
            fr    | Il est dans dans le tableau.                 | dans dans
            es    | Esto es un exemplo de los datos.             | exemplo
            pt-BR | Este é um exemplu de texto.                  | exemplu
            """)
    void checksTheLanguagesThatShip(String language, String text, String wrong) throws Exception {
        assertTrue(ASSISTANT.supports(language));
        assertTrue(found(block(BlockKind.PARAGRAPH, language, text)).contains(wrong));
    }

    @Test
    void checksChinese() throws Exception {
        assertFalse(found(block(BlockKind.PARAGRAPH, "zh", "我已经消毁了所有文件")).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "We choose a $n$-dimensional space and an $m$ for it.",
        "The values $x$ $y$ are equal.",
        "For all $x$, where $y$ is large, the values $z$ are small.",
        "It is shown [@key] that this holds [@other], too.",
        "As seen in [@key], the result holds.",
        "The result holds [@key]. The next one does not.",
        "Let $x$ be a set. $x$ is empty.",
        "The method <fr>est une bonne chose</fr> in French.",
        "where the first term is small.",
        "We use $k$ neighbors, $k$ of them near."
    })
    void isNotMisledByWhatIsNoText(String text) throws Exception {
        assertEquals(List.of(), found(text));
    }

    @Test
    void findsWhatStandsBesideAFormula() throws Exception {
        assertEquals(List.of("problm", "the the"), found("The problm $x$ has the the value $y$."));
    }

    @Test
    void aDoubledWordOverACitationIsNone() throws Exception {
        assertEquals(List.of(), found("We know that [@key] that is so."));
    }

    @Test
    void aPassageInAnotherLanguageIsCheckedInIt() throws Exception {
        assertEquals(List.of("exemplee"), found("The words <fr>un exemplee simple</fr> are French."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TITLE", "HEADING", "TABLE_CELL", "KEYWORDS"})
    void whereNoSentencesAreOnlyWordsAreJudged(BlockKind kind) throws Exception {
        assertEquals(List.of("problm"), found(block(kind, "en-US", "the problm of a sets")));
    }

    @Test
    void namesOfAuthorsAreNotJudged() throws Exception {
        assertEquals(List.of(), found(block(BlockKind.AUTHOR, "en-US", "Xyzzy Problm")));
    }

    @Test
    void aRuleThatIsOffByDefaultRunsWhenItIsWanted() throws Exception {
        Block block = block(BlockKind.PARAGRAPH, "en-US", "We use all of the values, but all of the values are small.");
        CheckSettings base = CheckSettings.DEFAULT;
        CheckSettings wanted = new CheckSettings(
                base.categories(), Optional.empty(), "en-US", Set.of(), Set.of("ALL_OF_THE"), Set.of(), base.ignored());
        assertEquals(List.of(), ASSISTANT.check(block, base, CancelToken.NEVER));
        assertEquals(2, ASSISTANT.check(block, wanted, CancelToken.NEVER).size());
    }

    @Test
    void onlyACompletedMisspellingHasReplacements() throws Exception {
        Block block = block(BlockKind.PARAGRAPH, "en-US", "We solve the problm here.");
        BlockFinding finding = ASSISTANT.check(block, CheckSettings.DEFAULT, CancelToken.NEVER).getFirst();
        assertEquals(List.of(), finding.advice().replacements());
        assertFalse(finding.advice().reason().isBlank());
        BlockFinding completed = ASSISTANT.complete(block, finding);
        assertEquals("problem", completed.advice().replacements().getFirst());
        assertTrue(completed.advice().replacements().size() <= 5);
        assertTrue(completed.advice().sure());
    }

    @Test
    void theCatalogueExplainsWhatWasFound() throws Exception {
        found("This is an sentence.");
        RuleDescription rule = ASSISTANT.rule("EN_A_VS_AN", Locale.ENGLISH).orElseThrow();
        assertTrue(rule.onByDefault());
        assertFalse(rule.title().isBlank());
        assertFalse(rule.wrong().isBlank() || rule.wrong().contains("<"));
    }

    @Test
    void loadingALanguageDoesNotHoldWhoIsCancelled() {
        ToolPool pool = new ToolPool(1);
        long start = System.nanoTime();
        assertThrows(
                CancelledException.class, () -> pool.lease("en-US", () -> System.nanoTime() - start > 1_000_000));
    }
}
