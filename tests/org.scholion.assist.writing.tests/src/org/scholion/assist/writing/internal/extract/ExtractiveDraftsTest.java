package org.scholion.assist.writing.internal.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.assist.AssistException;
import org.scholion.assist.drafts.AbstractRequest;
import org.scholion.assist.drafts.Draft;
import org.scholion.assist.drafts.DraftSentence;
import org.scholion.assist.drafts.Evidence;
import org.scholion.assist.drafts.SentenceRole;
import org.scholion.assist.drafts.SummaryRequest;
import org.scholion.assist.drafts.SummaryRequest.Length;
import org.scholion.assist.testkit.Papers;
import org.scholion.assist.writing.internal.paper.Terms;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceRange;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

class ExtractiveDraftsTest {

    private final ExtractiveDrafts drafts = new ExtractiveDrafts(null);

    @ParameterizedTest
    @ValueSource(ints = {30, 60, 100, 200})
    void anAbstractKeepsToItsWords(int words) throws Exception {
        Draft draft = drafts.draftAbstract(SamplePaper.read(), new AbstractRequest(words, false), CancelToken.NEVER);
        assertTrue(count(draft) <= words, draft.toString());
        assertFalse(draft.sentences().isEmpty());
    }

    @Test
    void everySentencePointsToTheOneThatItIsMadeOf() throws Exception {
        Manuscript paper = SamplePaper.read();
        String source = paper.sources().getFirst().text();
        for (DraftSentence sentence : drafts.draftAbstract(paper, AbstractRequest.USUAL, CancelToken.NEVER).sentences()) {
            Evidence evidence = sentence.evidence().getFirst();
            String there = evidence.range().range().of(source);
            assertTrue(Terms.of(there).containsAll(Terms.of(sentence.text())), sentence + "\n" + there);
            assertTrue(sentence.supported());
            assertFalse(evidence.section().isEmpty());
        }
    }

    @Test
    void theOwnAbstractThanksAndPointersAreNotUsed() throws Exception {
        String text = text(drafts.draftAbstract(SamplePaper.read(), AbstractRequest.USUAL, CancelToken.NEVER));
        assertFalse(text.contains("nobody should see"), text);
        assertFalse(text.contains("thank"), text);
        assertFalse(text.contains("Figure"), text);
        assertTrue(text.contains("low-cost sensor network"), text);
    }

    @Test
    void whatIsSaidTwiceIsTakenOnce() throws Exception {
        String text = text(drafts.draftAbstract(SamplePaper.read(), AbstractRequest.USUAL, CancelToken.NEVER));
        assertEquals(1, text.split("reduces the error by half", -1).length - 1, text);
    }

    @Test
    void aStructuredAbstractGoesThroughTheRolesInOrder() throws Exception {
        Draft draft = drafts.draftAbstract(SamplePaper.read(), new AbstractRequest(200, true), CancelToken.NEVER);
        List<SentenceRole> roles = draft.sentences().stream().map(one -> one.role().orElseThrow()).toList();
        assertEquals(roles.stream().sorted().toList(), roles);
        assertTrue(roles.containsAll(Set.of(SentenceRole.OBJECTIVE, SentenceRole.METHOD, SentenceRole.RESULT)), roles.toString());
    }

    @ParameterizedTest
    @EnumSource(Length.class)
    void aSummaryKeepsToItsLength(Length length) throws Exception {
        Draft draft = drafts.summarise(SamplePaper.read(), SummaryRequest.of(length), CancelToken.NEVER);
        assertTrue(draft.sentences().size() <= length.sentences());
        assertTrue(count(draft) <= length.words());
        assertFalse(draft.sentences().isEmpty());
    }

    @Test
    void aSectionIsSummarisedByItsOwnSentences() throws Exception {
        SummaryRequest request = new SummaryRequest(Length.PARAGRAPH, Optional.of("methods"), Optional.empty());
        Draft draft = drafts.summarise(SamplePaper.read(), request, CancelToken.NEVER);
        assertEquals(
                Set.of("Methods"),
                draft.sentences().stream().map(one -> one.evidence().getFirst().section()).collect(Collectors.toSet()));
    }

    @Test
    void aSelectionIsSummarisedByTheSentencesThatItTouches() throws Exception {
        Manuscript paper = SamplePaper.read();
        int at = paper.sources().getFirst().text().indexOf("We placed 24");
        SourceRange range = new SourceRange(paper.root(), TextRange.ofLength(at, 20));
        SummaryRequest request = new SummaryRequest(Length.LINE, Optional.empty(), Optional.of(range));
        assertTrue(text(drafts.summarise(paper, request, CancelToken.NEVER)).startsWith("We placed 24 sensors"));
    }

    @Test
    void aSectionThatIsNotThereIsNamed() {
        SummaryRequest request = new SummaryRequest(Length.LINE, Optional.of("Outlook"), Optional.empty());
        AssistException error =
                assertThrows(AssistException.class, () -> drafts.summarise(SamplePaper.read(), request, CancelToken.NEVER));
        assertTrue(error.getMessage().contains("Outlook"), error.getMessage());
    }

    @Test
    void aPaperWithoutSentencesIsSaidSo() {
        Manuscript empty = new Papers().block(BlockKind.TITLE, "Only a Title").build();
        Manuscript fragments = Papers.of("Just a few words", "See Figure 3.");
        for (Manuscript paper : List.of(empty, fragments)) {
            AssistException error = assertThrows(
                    AssistException.class, () -> drafts.draftAbstract(paper, AbstractRequest.USUAL, CancelToken.NEVER));
            assertFalse(error.getMessage().isBlank());
        }
    }

    @Test
    void aCancelledDraftStops() {
        assertThrows(
                CancelledException.class,
                () -> drafts.draftAbstract(SamplePaper.read(), AbstractRequest.USUAL, () -> true));
    }

    @Test
    void sectionsAreNamedAsThePaperNamesThem() {
        assertEquals(
                List.of("Introduction", "Methods", "Results", "Conclusion", "Acknowledgements"), drafts.sections(SamplePaper.read()));
    }

    /** Papers of random sentences: no word is invented, the limit holds, and the same paper gives the same draft. */
    @Test
    void nothingIsInventedWhateverThePaper() throws Exception {
        Random random = new Random(7);
        String[] words = "walls heat, (Smith, 2010) [@a] $x^2$ However, cool night. e.g. sensors Fig. 2 the of model error. 3.5 degrees et al. hall"
                .split(" ");
        for (int round = 0; round < 200; round++) {
            Papers papers = new Papers();
            for (int block = random.nextInt(6); block >= 0; block--) {
                StringBuilder text = new StringBuilder();
                for (int i = random.nextInt(120); i >= 0; i--) {
                    text.append(words[random.nextInt(words.length)]).append(' ');
                }
                papers.block(random.nextInt(4) == 0 ? BlockKind.HEADING : BlockKind.PARAGRAPH, text.toString().strip());
            }
            Manuscript paper = papers.build();
            try {
                Draft draft = drafts.draftAbstract(paper, new AbstractRequest(60, random.nextBoolean()), CancelToken.NEVER);
                assertTrue(count(draft) <= 60);
                for (DraftSentence sentence : draft.sentences()) {
                    Set<String> there = new HashSet<>(Terms.of(sentence.evidence().getFirst().text()));
                    assertTrue(there.containsAll(Terms.of(sentence.text())), sentence.toString());
                }
            } catch (AssistException nothing) {
                assertFalse(nothing.getMessage().isBlank());
            }
        }
    }

    private static int count(Draft draft) {
        return draft.sentences().stream().mapToInt(one -> one.text().split(" ").length).sum();
    }

    private static String text(Draft draft) {
        return draft.sentences().stream().map(DraftSentence::text).collect(Collectors.joining(" "));
    }
}
