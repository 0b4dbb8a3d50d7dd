package org.scholion.assist.citation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scholion.assist.citations.CitationSupport.Verdict;
import org.scholion.assist.citations.CitationSupport;
import org.scholion.library.search.PassageHit;
import org.scholion.text.CancelToken;

class PassageVerifierTest {

    private static final String PAPER = "We trained residual networks on ImageNet. An ensemble of residual networks achieves 3.57% error on the "
            + "ImageNet test set. Depth alone did not lead to overfitting in our experiments.";

    private static CitationSupport verify(String sentence, PassageHit... passages) throws Exception {
        return new PassageVerifier(new FakeLibrary(List.of(), List.of(passages)))
                .verify(sentence, "he2016", List.of(Path.of("refs.bib")), CancelToken.NEVER);
    }

    @Test
    void findsTheSentenceAndPageThatSayTheSame() throws Exception {
        CitationSupport support = verify("Ensembles of residual networks achieved 3.57% error on ImageNet.", new PassageHit(PAPER, 7, 4, 0));
        assertEquals(Verdict.SUPPORTED, support.verdict());
        assertEquals(7, support.passage().orElseThrow().page());
        assertTrue(support.passage().orElseThrow().text().startsWith("An ensemble"), support.toString());
        assertTrue(support.reason().contains("7"), support.reason());
    }

    @Test
    void seesOtherNumbers() throws Exception {
        CitationSupport support = verify("Ensembles of residual networks achieved 9.1% error on ImageNet.", new PassageHit(PAPER, 7, 4, 0));
        assertEquals(Verdict.CONTRADICTED, support.verdict());
    }

    @Test
    void seesThatOneOfTheTwoSaysNo() throws Exception {
        CitationSupport support = verify("Depth alone leads to overfitting in experiments.", new PassageHit(PAPER, 7, 4, 0));
        assertEquals(Verdict.CONTRADICTED, support.verdict());
    }

    @Test
    void saysPlainlyThatNothingWasFound() throws Exception {
        CitationSupport support = verify("Sleep deprivation impairs the memory of adolescent mice.", new PassageHit(PAPER, 7, 1, 0));
        assertEquals(Verdict.NOT_FOUND, support.verdict());
    }

    @Test
    void saysThatThereIsNoText() throws Exception {
        assertEquals(Verdict.NO_TEXT, verify("Anything.").verdict());
    }
}
