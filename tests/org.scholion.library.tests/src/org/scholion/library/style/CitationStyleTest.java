package org.scholion.library.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class CitationStyleTest {

    private static final CitationStyles STYLES = new CitationStyles();

    @TempDir
    private Path folder;

    private static String text(String style, Reference reference) throws Exception {
        return entry(style, reference).text();
    }

    private static FormattedEntry entry(String style, Reference reference) throws Exception {
        return STYLES.open(style).bibliography(List.of(reference), Locale.ROOT, CancelToken.NEVER).getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            apa | Lowry, O. H., Rosebrough, N. J., Farr, A. L., & Randall, R. J. (1951). Protein measurement with the Folin phenol reagent. \
            Journal of Biological Chemistry, 193(1), 265–275. https://doi.org/10.1016/s0021-9258(19)52451-6
            ieee | [1] O. H. Lowry, N. J. Rosebrough, A. L. Farr, and R. J. Randall, “Protein measurement with the Folin phenol reagent,” \
            Journal of Biological Chemistry, vol. 193, no. 1, pp. 265–275, 1951, doi: 10.1016/s0021-9258(19)52451-6.
            nature | 1. Lowry, O. H., Rosebrough, N. J., Farr, A. L. & Randall, R. J. Protein measurement with the Folin phenol reagent. \
            Journal of Biological Chemistry 193, 265–275 (1951).
            chicago-author-date | Lowry, Oliver H., Nira J. Rosebrough, A. Lewis Farr, and Rose J. Randall. 1951. “Protein Measurement \
            with the Folin Phenol Reagent.” Journal of Biological Chemistry 193 (1): 265–75. https://doi.org/10.1016/s0021-9258(19)52451-6.
            """)
    void anArticleReadsAsTheGuidePrintsIt(String style, String expected) throws Exception {
        assertEquals(expected, text(style, Works.LOWRY));
    }

    @Test
    void emphasisAndLinksAreHtmlAndAllElseIsEscaped() throws Exception {
        String html = entry("apa", Works.LOWRY).html();
        assertTrue(html.contains("<span style=\"font-style: italic\">Journal of Biological Chemistry</span>"), html);
        assertTrue(html.contains("<a href=\"https://doi.org/10.1016/s0021-9258(19)52451-6\">"), html);
        assertTrue(entry("apa", Works.BARE).html().contains("p &lt; 0.05 &amp; "), entry("apa", Works.BARE).html());
    }

    @Test
    void aStyleThatSortsSaysWhichEntryIsWhich() throws Exception {
        List<FormattedEntry> entries = STYLES.open("apa").bibliography(Works.ALL, Locale.ROOT, CancelToken.NEVER);
        assertEquals(List.of("atlas", "knuth1984", "lowry1951", "shannon1940", "vaswani2017"),
                entries.stream().map(entry -> entry.reference().key()).toList());
    }

    @Test
    void aParticleStaysWithItsName() throws Exception {
        assertTrue(text("apa", Works.PREPRINT).startsWith("Vaswani, A., & van der Berg, A. (2017)."), text("apa", Works.PREPRINT));
    }

    @Test
    void aThesisNamesItsSchool() throws Exception {
        assertTrue(text("apa", Works.THESIS).contains("Massachusetts Institute of Technology"), text("apa", Works.THESIS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            apa | (Lowry et al., 1951)
            ieee | [2]
            """)
    void aCitationReadsAsInTheText(String style, String expected) throws Exception {
        FormattedText citation =
                STYLES.open(style).citation(List.of(Works.LOWRY), List.of(Works.BOOK, Works.LOWRY), Locale.ROOT, CancelToken.NEVER);
        assertEquals(expected, citation.text());
    }

    @Test
    void severalReferencesAreCitedAtOnce() throws Exception {
        FormattedText citation = STYLES.open("ieee")
                .citation(List.of(Works.LOWRY, Works.THESIS), List.of(Works.BOOK, Works.LOWRY), Locale.ROOT, CancelToken.NEVER);
        assertEquals("[2], [3]", citation.text());
    }

    @Test
    void theLanguageOfThePaperCounts() throws Exception {
        String german = STYLES.open("apa")
                .citation(List.of(Works.PREPRINT), List.of(), Locale.GERMAN, CancelToken.NEVER)
                .text();
        String chinese = STYLES.open("chicago-author-date")
                .bibliography(List.of(Works.LOWRY), Locale.SIMPLIFIED_CHINESE, CancelToken.NEVER)
                .getFirst()
                .text();
        assertEquals("(Vaswani & van der Berg, 2017)", german);
        assertFalse(chinese.contains(" and "), chinese);
    }

    @Test
    void anUnknownLanguageIsEnglish() throws Exception {
        assertEquals("(Lowry et al., 1951)",
                STYLES.open("apa").citation(List.of(Works.LOWRY), List.of(), Locale.of("tlh"), CancelToken.NEVER).text());
    }

    @Test
    void aJournalUsesTheStyleThatItNames() throws Exception {
        assertEquals(text("nature", Works.LOWRY), text("nature-physics", Works.LOWRY));
    }

    @Test
    void aStyleForFootnotesAloneSaysThatItHasNoBibliography() throws Exception {
        CitationStyle style = STYLES.open("art-history");
        assertFalse(style.hasBibliography());
        LibraryException refused =
                assertThrows(LibraryException.class, () -> style.bibliography(Works.ALL, Locale.ROOT, CancelToken.NEVER));
        assertTrue(String.valueOf(refused.getMessage()).contains("Art History"), refused.getMessage());
    }

    @Test
    void workEndsBetweenEntriesWhenItIsCancelled() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CitationStyle style = STYLES.open("ieee");
        List<Reference> many = Collections.nCopies(1000, Works.LOWRY);
        assertThrows(CancelledException.class, () -> style.bibliography(many, Locale.ROOT, () -> asked.incrementAndGet() > 10));
        assertEquals(11, asked.get());
        assertEquals(1, style.bibliography(List.of(Works.LOWRY), Locale.ROOT, CancelToken.NEVER).size());
    }

    @Test
    void severalThreadsUseOneStyle() throws Exception {
        CitationStyle style = STYLES.open("ieee");
        String alone = style.bibliography(Works.ALL, Locale.ROOT, CancelToken.NEVER).toString();
        List<String> together = new ArrayList<>(IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return style.bibliography(Works.ALL, Locale.ROOT, CancelToken.NEVER).toString();
                    } catch (LibraryException | CancelledException e) {
                        return e.toString();
                    }
                })
                .distinct()
                .toList());
        assertEquals(List.of(alone), together);
    }

    @Test
    void aLabelIsMadeOfTheNamesAndTheYear() throws Exception {
        assertTrue(text("american-mathematical-society-label", Works.LOWRY).startsWith("[LRFR51] "));
        assertTrue(text("american-mathematical-society-label", Works.BOOK).startsWith("[Knu84] "));
    }

    static List<String> hundredStyles() {
        return Styles.HUNDRED;
    }

    @ParameterizedTest
    @MethodSource("hundredStyles")
    void everyStyleWritesEveryTypeOfWork(String id) throws Exception {
        CitationStyle style = STYLES.open(id);
        List<FormattedEntry> entries = style.bibliography(Works.ALL, Locale.ROOT, CancelToken.NEVER);
        // a style may have nothing to say of a work without a date
        assertTrue(entries.size() >= 4 && entries.stream().noneMatch(entry -> entry.text().isBlank()), entries.toString());
        style.citation(List.of(Works.LOWRY, Works.BOOK), Works.ALL, Locale.ROOT, CancelToken.NEVER);
    }

    @Test
    void anUnknownStyleIsNamed() {
        LibraryException refused = assertThrows(LibraryException.class, () -> STYLES.open("no-such-style"));
        assertTrue(String.valueOf(refused.getMessage()).contains("no-such-style"));
    }

    private LibraryException refused(String style) throws Exception {
        Path file = Files.writeString(folder.resolve("own.csl"), style);
        LibraryException refused = assertThrows(LibraryException.class, () -> STYLES.open(file));
        assertTrue(String.valueOf(refused.getMessage()).contains(file.toString())
                || String.valueOf(refused.getMessage()).contains("Own"), refused.getMessage());
        return refused;
    }

    private static final String OWN = """
            <style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
              <info><title>Own</title><id>own</id></info>
              <citation><layout><text variable="title"/></layout></citation>
              <bibliography><layout><text variable="title" suffix="!"/></layout></bibliography>
            </style>
            """;

    @Test
    void aStyleOfTheAuthorIsUsed() throws Exception {
        CitationStyle own = STYLES.open(Files.writeString(folder.resolve("own.csl"), "\uFEFF" + OWN));
        assertEquals("The TeXbook!", own.bibliography(List.of(Works.BOOK), Locale.ROOT, CancelToken.NEVER).getFirst().text());
        assertEquals("Own", own.info().title());
    }

    @Test
    void aBrokenStyleIsRefused() throws Exception {
        refused(OWN.replace("</citation>", ""));
        refused("@article{a}");
        refused("<html/>");
        refused("");
    }

    @Test
    void aStyleThatCallsItselfIsRefusedWhenItIsUsed() throws Exception {
        String endless = OWN.replace("<citation>", "<macro name=\"a\"><text macro=\"a\"/></macro><citation>")
                .replace("<text variable=\"title\" suffix=\"!\"/>", "<text macro=\"a\"/>");
        Path file = Files.writeString(folder.resolve("own.csl"), endless);
        LibraryException refused = assertThrows(LibraryException.class,
                () -> STYLES.open(file).bibliography(Works.ALL, Locale.ROOT, CancelToken.NEVER));
        assertTrue(String.valueOf(refused.getMessage()).contains("Own"), refused.getMessage());
    }

    @Test
    void noOtherFileIsOpenedForAStyle() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        refused("<!DOCTYPE style [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>" + OWN.replace("<title>Own", "<title>&x;"));
    }

    @Test
    void aNameOfAStyleThatIsNotHereIsRefusedAndNothingIsFetched() throws Exception {
        LibraryException refused = refused("""
                <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>Own</title><id>own</id>
                <link href="http://127.0.0.1:9/styles/elsewhere" rel="independent-parent"/></info></style>
                """);
        assertTrue(String.valueOf(refused.getMessage()).contains("elsewhere"), refused.getMessage());
    }
}
