package org.scholion.library.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationStylesTest {

    private final CitationStyles styles = new CitationStyles();

    private List<String> search(String name) {
        return styles.search(name, 5).stream().map(StyleInfo::id).toList();
    }

    @Test
    void allStylesAreListedByTitle() {
        List<String> titles = styles.all().stream().map(StyleInfo::title).toList();
        assertEquals(10_833, titles.size());
        assertEquals("2D Materials", titles.getFirst());
    }

    @ParameterizedTest
    @CsvSource({"nature, nature", "JAMA, jama", "apa style 7th, apa", "zürcher hochschule soziale, zurcher-hochschule-fur-angewandte-wissenschaften-soziale-arbeit",
        "lecture notes computer, springer-lecture-notes-in-computer-science"})
    void aStyleIsFoundByWhatItIsCalled(String name, String id) {
        assertEquals(id, search(name).getFirst());
    }

    @Test
    void nothingFindsNothing() {
        assertEquals(List.of(), search(" - "));
        assertEquals(List.of(), search("no style has these words"));
    }

    @Test
    void aStyleSaysHowItCites() {
        assertEquals(Optional.of(StyleInfo.Citations.NUMERIC), styles.find("ieee").map(StyleInfo::citations));
        assertEquals(Optional.of("nature"), styles.find("nature-physics").map(StyleInfo::parent));
    }

    @Test
    void aStyleThatWasOpenedIsKept() throws Exception {
        assertTrue(styles.open("ieee") == styles.open("ieee"));
    }

    @ParameterizedTest
    @CsvSource({"plain, association-for-computing-machinery", "unsrt, ieee", "alpha, american-mathematical-society-label", "apalike, apa",
        "IEEEtran, ieee", "ACM-Reference-Format, association-for-computing-machinery", "plainnat, chicago-author-date", "nature, nature",
        "numeric, ieee", "authoryear, chicago-author-date", "splncs04.bst, springer-lecture-notes-in-computer-science-alphabetical"})
    void aPaperSaysWhichStyleItUses(String name, String id) {
        assertEquals(Optional.of(id), PaperStyles.guess(name));
    }

    @Test
    void theSourceOfAPaperSaysWhichStyleItUses() {
        assertEquals(Optional.of("apa"), PaperStyles.of(List.of("a", "% \\bibliographystyle{plain}\n\\bibliographystyle{apalike}")));
        assertEquals(Optional.of("nature"), PaperStyles.of(List.of("\\usepackage[backend=biber, style=nature]{biblatex}")));
        assertEquals(Optional.of("ieee"), PaperStyles.of(List.of("\\usepackage{biblatex}")));
        assertEquals(Optional.empty(), PaperStyles.of(List.of("\\bibliographystyle{my-own} \\usepackage[sorting=none]{natbib}")));
        assertEquals(Optional.empty(), PaperStyles.of(List.of("%\\usepackage[style=apa]{biblatex}")));
    }

    @Test
    void everyStyleThatIsGuessedIsThere() {
        assertEquals(List.of(), PaperStyles.styles().stream().filter(id -> styles.find(id).isEmpty()).toList());
        assertTrue(styles.find(PaperStyles.DEFAULT).isPresent());
    }

    @Test
    void anUnknownNameIsNoStyle() {
        assertEquals(Optional.empty(), PaperStyles.guess("my-own"));
    }
}
