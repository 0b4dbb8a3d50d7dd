package org.scholion.assist.writing.internal.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scholion.assist.drafts.KeywordAssistant.Keyword;
import org.scholion.assist.testkit.Papers;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;

class ExtractedKeywordsTest {

    private final ExtractedKeywords keywords = new ExtractedKeywords();

    @Test
    void theTermsOfThePaperStandFirst() throws Exception {
        List<String> found = keywords.keywords(SamplePaper.read(), 5, CancelToken.NEVER).stream().map(Keyword::text).toList();
        assertTrue(found.contains("lecture hall"), found.toString());
        assertTrue(found.size() <= 5);
    }

    @Test
    void aPluralCountsWithItsSingularAndAPartOfATermIsNone() throws Exception {
        Manuscript paper = Papers.of(
                "Neural networks are trained on speech. A neural network is trained twice. The neural network forgets. Neural networks stay.");
        List<Keyword> found = keywords.keywords(paper, 3, CancelToken.NEVER);
        assertEquals("neural network", found.getFirst().text().replaceAll("s$", ""));
        assertEquals(4, found.getFirst().count());
        assertTrue(found.stream().skip(1).noneMatch(one -> one.text().contains("network")), found.toString());
        assertTrue(found.getFirst().evidence().text().startsWith("Neural networks are trained"));
    }

    @Test
    void noTermBeginsOrEndsWithAWordThatOnlyJoins() throws Exception {
        Manuscript paper = Papers.of(
                "We use the heat of walls using sensors. We use the heat of walls using sensors. We use the heat of walls using sensors.");
        for (Keyword one : keywords.keywords(paper, 10, CancelToken.NEVER)) {
            assertTrue(one.text().matches("(?!of |using |we |use ).*(?<! of| using)"), one.text());
        }
    }

    @Test
    void aPaperWithoutTextHasNone() throws Exception {
        assertEquals(
                List.of(), keywords.keywords(new Papers().block(BlockKind.TITLE, "A Title").build(), 5, CancelToken.NEVER));
    }
}
