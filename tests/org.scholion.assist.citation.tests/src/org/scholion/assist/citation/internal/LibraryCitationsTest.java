package org.scholion.assist.citation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scholion.assist.citation.internal.rank.Ranking;
import org.scholion.assist.citations.CitationPlace;
import org.scholion.assist.citations.CitationSuggestion;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.search.Candidate.Signals;
import org.scholion.library.search.Candidate;
import org.scholion.text.CancelToken;

class LibraryCitationsTest {

    private static final Path BIB = Path.of("refs.bib").toAbsolutePath();

    private static Candidate candidate(String key, String author, String title, int position, double score, double meaning) {
        Reference reference = new Reference.Builder(key).title(title).author(Person.of(author, "A.")).year(2016).build();
        Signals signals = new Signals(score, score, 0, score, 0, 0, meaning, 0, 0, score / 20);
        return new Candidate(reference, BIB, position, signals);
    }

    private static final List<Candidate> CANDIDATES = List.of(
            candidate("he2016", "He", "Deep Residual Learning", 0, 12, 0.7),
            candidate("knuth1984", "Knuth", "Literate Programming", 1, 0.5, 0.1),
            candidate("vaswani2017", "Vaswani", "Attention Is All You Need", 2, 1, 0.2));

    private static List<CitationSuggestion> suggest(CitationPlace place) throws Exception {
        return new LibraryCitations(new FakeLibrary(CANDIDATES, List.of()), Ranking.load())
                .suggest(place, List.of(BIB), 10, CancelToken.NEVER);
    }

    private static CitationPlace place(String before, List<List<String>> earlier, List<String> here) {
        return new CitationPlace(before, ".", "", "", earlier, here);
    }

    @Test
    void putsTheWorkFirstThatMatchesByWordsAndMeaning() throws Exception {
        List<CitationSuggestion> suggestions = suggest(place("Residual learning eases the training of deep networks", List.of(), List.of()));
        assertEquals("he2016", suggestions.getFirst().key());
        assertEquals(3, suggestions.size());
        assertEquals(BIB, suggestions.getFirst().library());
    }

    @Test
    void leavesOutWhatStandsInTheCitationAlready() throws Exception {
        List<CitationSuggestion> suggestions = suggest(place("Residual learning", List.of(), List.of("he2016")));
        assertFalse(suggestions.stream().anyMatch(one -> one.key().equals("he2016")));
    }

    @Test
    void saysHowOftenAWorkWasCitedBeforeAndWhyItIsOffered() throws Exception {
        List<CitationSuggestion> suggestions = suggest(
                place("As Knuth wrote", List.of(List.of("knuth1984"), List.of("he2016", "knuth1984")), List.of()));
        CitationSuggestion knuth = suggestions.stream().filter(one -> one.key().equals("knuth1984")).findFirst().orElseThrow();
        assertEquals(2, knuth.cited());
        assertTrue(knuth.reason().contains("Knuth") && knuth.reason().contains("2"), knuth.reason());
    }

    @Test
    void asksForTheWorksThatWereCitedTheLastOneFirst() {
        List<List<String>> earlier = List.of(List.of("a"), List.of("b", "c"), List.of("d"));
        assertEquals(List.of("x", "d", "b", "c", "a"), LibraryCitations.query(place("", earlier, List.of("x")), List.of(BIB)).cited());
    }
}
