package org.scholion.manuscript.latex.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.latex.internal.write.LatexWriter;
import org.scholion.text.CancelToken;
import org.scholion.text.Revision;
import org.scholion.text.TextRange;

class BibliographyReaderTest {

    private final BibliographyReader reader = new BibliographyReader();

    @TempDir
    Path folder;

    @Test
    void bibliographiesAreReadAndPapersAreNot() {
        assertTrue(reader.reads(Path.of("refs.BIB")));
        assertFalse(reader.reads(Path.of("paper.tex")));
    }

    @Test
    void theTextIsOneSourceWithoutProse() throws Exception {
        Path file = Files.writeString(folder.resolve("refs.bib"), "@misc{a}\n");
        Manuscript read = reader.read(reader.rootOf(file, OpenTexts.NONE), OpenTexts.NONE, CancelToken.NEVER);
        assertEquals("bibtex", read.format());
        assertEquals("@misc{a}\n", read.sources().getFirst().text());
        assertEquals(List.of(), read.blocks());
    }

    @Test
    void theTextOfAnEditorStandsAboveTheFile() throws Exception {
        Path file = folder.resolve("refs.bib");
        OpenTexts open = path -> Optional.of(new OpenTexts.OpenText("@misc{b}", new Revision(7)));
        Manuscript read = reader.read(file, open, CancelToken.NEVER);
        assertEquals("@misc{b}", read.sources().getFirst().text());
        assertEquals(new Revision(7), read.sources().getFirst().revision());
    }

    @Test
    void aFileThatIsMissingOrNoTextIsTold() throws Exception {
        Path missing = folder.resolve("none.bib");
        assertThrows(ManuscriptException.class, () -> reader.read(missing, OpenTexts.NONE, CancelToken.NEVER));
        Path binary = Files.write(folder.resolve("binary.bib"), new byte[1000]);
        assertThrows(ManuscriptException.class, () -> reader.read(binary, OpenTexts.NONE, CancelToken.NEVER));
    }

    @Test
    void aChangeLeavesEveryOtherByteAsItIs() throws Exception {
        Charset latin = Charset.forName("windows-1252");
        byte[] before = "@misc{a,\r\n  title = {Caf\u00e9 & bar}\r\n}\r\n".getBytes(latin);
        Path file = Files.write(folder.resolve("refs.bib"), before);
        Manuscript read = reader.read(file, OpenTexts.NONE, CancelToken.NEVER);
        int place = read.sources().getFirst().text().indexOf('&');
        SourceEdit edit = new SourceEdit(new SourceRange(read.root(), TextRange.ofLength(place, 1)), "\\&", "");
        new LatexWriter().write(read, List.of(edit), Optional.empty(), ManuscriptWriter.Mode.PLAIN, CancelToken.NEVER);
        assertArrayEquals("@misc{a,\r\n  title = {Caf\u00e9 \\& bar}\r\n}\r\n".getBytes(latin), Files.readAllBytes(file));
    }
}
