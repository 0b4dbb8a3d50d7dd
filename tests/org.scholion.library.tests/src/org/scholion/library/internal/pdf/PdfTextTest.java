package org.scholion.library.internal.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.library.LibraryException;
import org.scholion.library.PdfText;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class PdfTextTest {

    @TempDir
    private Path folder;

    private PdfText read(PdfBuilder builder) throws Exception {
        return PdfText.read(builder.save(folder.resolve("a.pdf")), CancelToken.NEVER);
    }

    @Test
    void putsPartedWordsTogether() throws Exception {
        PdfText text = read(new PdfBuilder().lines(
                72, 100, 10, "The measure-", "ment of well-", "known and in-", "teresting things, as is well-known and", "interesting."));
        assertEquals("The measurement of well-known and interesting things, as is well-known and interesting.", text.pages().getFirst());
        assertEquals("", text.problem());
    }

    @Test
    void partsParagraphs() throws Exception {
        PdfText text = read(new PdfBuilder()
                .bold(72, 100, 14, "1 Introduction")
                .lines(72, 125, 10, "One goes on", "here and ends.")
                .lines(84, 149, 10, "Two is indented", "")
                .lines(72, 161, 10, "and ends.")
                .lines(72, 200, 10, "Three stands apart."));
        assertEquals(
                List.of("1 Introduction", "One goes on here and ends.", "Two is indented and ends.", "Three stands apart."),
                text.pages().getFirst().lines().toList());
    }

    @Test
    void leavesOutWhatIsRepeatedOnMostPages() throws Exception {
        PdfBuilder builder = new PdfBuilder();
        for (int i = 1; i <= 5; i++) {
            builder.lines(72, 40, 8, "Journal of Pores 12, 2011, page " + i).lines(72, 100 + 10 * i, 10, "Text " + "abcde".charAt(i - 1) + " of its own.");
            builder.lines(300, 760, 8, String.valueOf(100 + i));
            if (i < 5) {
                builder.nextPage();
            }
        }
        assertEquals(List.of("Text a of its own.", "Text b of its own.", "Text c of its own.", "Text d of its own.", "Text e of its own."), read(builder).pages());
    }

    @Test
    void readsColumnsOneAfterTheOtherHoweverTheFileHasThem() throws Exception {
        PdfBuilder builder = new PdfBuilder().bold(150, 60, 16, "A title over both of the columns of the page");
        StringBuilder left = new StringBuilder();
        StringBuilder right = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            builder.lines(72, 100 + 12 * i, 10, "the left column goes on in line l" + i);
            builder.lines(320, 100 + 12 * i, 10, "the right column goes on in line r" + i);
            left.append(i == 0 ? "" : " ").append("the left column goes on in line l").append(i);
            right.append(" the right column goes on in line r").append(i);
        }
        assertEquals("A title over both of the columns of the page\n" + left + right, read(builder).pages().getFirst());
    }

    @Test
    void namesThePagesAsTheDocumentDoes() throws Exception {
        assertEquals(List.of("265", "266"), read(new PdfBuilder().labelsFrom(265).lines(72, 100, 10, "a").nextPage().lines(72, 100, 10, "b")).labels());
        assertEquals(List.of("1"), read(new PdfBuilder().lines(72, 100, 10, "a")).labels());
    }

    @Test
    void countsPagesThatHaveNothing() throws Exception {
        PdfText text = read(new PdfBuilder().lines(72, 100, 10, "a").emptyPage().nextPage().lines(72, 100, 10, "b").emptyPage());
        assertEquals(List.of("a", "", "b", ""), text.pages());
    }

    @Test
    void saysThatAPasswordIsNeeded() throws Exception {
        PdfText text = read(new PdfBuilder().lines(72, 100, 10, "a").password("secret"));
        assertEquals(List.of(), text.pages());
        assertEquals(Messages.pdf_encrypted, text.problem());
    }

    @Test
    void saysThatThereIsNoText() throws Exception {
        PdfText text = read(new PdfBuilder());
        assertFalse(text.hasText());
        assertEquals(Messages.pdf_noText, text.problem());
    }

    @Test
    void refusesWhatIsNoPdf() throws Exception {
        Path file = Files.writeString(folder.resolve("b.pdf"), "no PDF");
        LibraryException refused = assertThrows(LibraryException.class, () -> PdfText.read(file, CancelToken.NEVER));
        assertTrue(refused.getMessage().contains("b.pdf"), refused.getMessage());
    }

    @Test
    void readsAFileThatWasCutShortOrRefusesIt() throws Exception {
        byte[] bytes = Files.readAllBytes(new PdfBuilder().lines(72, 100, 10, "words").save(folder.resolve("c.pdf")));
        Path file = Files.write(folder.resolve("c.pdf"), Arrays.copyOf(bytes, bytes.length - 200));
        try {
            assertTrue(PdfText.read(file, CancelToken.NEVER).pages().size() <= 1);
        } catch (LibraryException refused) {
            assertTrue(refused.getMessage().contains("c.pdf"), refused.getMessage());
        }
    }

    @Test
    void endsWhenItIsCancelled() throws Exception {
        Path file = new PdfBuilder().lines(72, 100, 10, "words").save(folder.resolve("d.pdf"));
        int[] looks = {0};
        assertThrows(CancelledException.class, () -> PdfText.read(file, () -> ++looks[0] > 3));
    }
}
