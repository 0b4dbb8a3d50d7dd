package org.scholion.assist.citation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.scholion.assist.citations.CitationSupport.Verdict;
import org.scholion.assist.citations.CitationSupport;
import org.scholion.library.Reference;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.PassageHit;
import org.scholion.library.search.ReferenceLibrary;
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
    void theYearOfACitationIsNoResult() throws Exception {
        for (String cited : List.of("He et al. (2016) showed that ensembles", "Ensembles (He, 2016; Lee and Kim, 2017)", "Ensembles [12, 14]")) {
            CitationSupport support = verify(cited + " of residual networks are best on ImageNet.", new PassageHit(PAPER, 7, 4, 0));
            assertEquals(Verdict.SUPPORTED, support.verdict(), cited + ": " + support);
        }
    }

    @Test
    void whatTwoSentencesInARowSayCounts() throws Exception {
        CitationSupport support = verify("We trained residual networks on ImageNet, an ensemble with low error.", new PassageHit(PAPER, 7, 4, 0));
        assertEquals(Verdict.SUPPORTED, support.verdict());
        assertTrue(support.passage().orElseThrow().text().startsWith("We trained residual networks on ImageNet. An ensemble"), support.toString());
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

    @Test
    void aDocumentOfTheSameWorkUnderAnotherKeyIsLookedAt() throws Exception {
        Reference cited = new Reference.Builder("he2016").title("Deep Residual Learning").build();
        Reference kept = new Reference.Builder("paper-7").title("Deep residual learning.").file(Path.of("papers/7.pdf")).build();
        ReferenceLibrary library = twoSources(cited, kept, new PassageHit(PAPER, 7, 4, 0));
        CitationSupport support = new PassageVerifier(library).verify(
                "Ensembles of residual networks achieved 3.57% error on ImageNet.", "he2016", List.of(Path.of("refs.bib"), Path.of("papers")),
                CancelToken.NEVER);
        assertEquals(Verdict.SUPPORTED, support.verdict());
        assertEquals(Optional.of(Path.of("papers/7.pdf")), support.document());
    }

    /** The bibliography of a paper, without documents, and a folder of documents. */
    private static ReferenceLibrary twoSources(Reference cited, Reference kept, PassageHit passage) {
        LibraryHits.Hit hit = new LibraryHits.Hit(kept, Path.of("papers"), 1, "", OptionalInt.empty());
        return (ReferenceLibrary) Proxy.newProxyInstance(
                ReferenceLibrary.class.getClassLoader(), new Class<?>[] {ReferenceLibrary.class}, (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "passages" -> arguments[0].equals(Path.of("papers")) && arguments[1].equals(kept.key()) ? List.of(passage) : List.of();
                            case "reference" -> Optional.of(cited).filter(one -> one.key().equals(arguments[1]));
                            case "search" -> new LibraryHits(List.of(hit), 1, Map.of());
                            default -> throw new UnsupportedOperationException(method.getName());
                        });
    }
}
