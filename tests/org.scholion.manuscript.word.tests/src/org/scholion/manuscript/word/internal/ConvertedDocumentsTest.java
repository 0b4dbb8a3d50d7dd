package org.scholion.manuscript.word.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.EditProjection;
import org.scholion.manuscript.ExternalProgram;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.rendition.Rendition;
import org.scholion.manuscript.word.internal.write.WordWriter;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** Documents in other formats, which LibreOffice turns into Word documents. */
class ConvertedDocumentsTest {

    private static final String SENTENCE = "A sentence with teh error.";

    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text";

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void writeRichText() throws Exception {
        assumeTrue(ExternalProgram.LIBRE_OFFICE.find().isPresent(), "LibreOffice is not installed");
        file = Files.writeString(folder.resolve("paper.rtf"), "{\\rtf1\\ansi " + SENTENCE + "\\par Another one.\\par}");
    }

    @Test
    void aDocumentIsReadUnderItsOwnName() throws Exception {
        Manuscript manuscript = read(file);
        assertEquals(SENTENCE, manuscript.blocks().getFirst().prose().text());
        assertEquals(file, manuscript.root().path());
        assertEquals(file, manuscript.blocks().getFirst().range().unit().path());
    }

    @Test
    void aDocumentIsRenderedAsTheWordDocumentThatItBecomes() throws Exception {
        WordReader reader = new WordReader();
        assertTrue(reader.reads(file));
        Rendition rendition = reader.read(file, file, CancelToken.NEVER);
        assertEquals(SENTENCE + "\nAnother one.", rendition.text());
        assertEquals(file, rendition.manuscript().root().path());
    }

    @Test
    void whatIsWrittenIsAWordDocumentBesideIt() throws Exception {
        byte[] before = Files.readAllBytes(file);
        Manuscript manuscript = read(file);
        Path expected = folder.resolve("paper.docx");
        assertEquals(List.of(expected), write(manuscript, Optional.empty()));
        assertEquals("A sentence with the error.", read(expected).blocks().getFirst().prose().text());
        assertTrue(Docx.text(expected, "word/document.xml").contains("w:author=\"Scholion\""));
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(List.of(folder.resolve("paper (2).docx")), write(manuscript, Optional.empty()));
    }

    @Test
    void aNameThatPromisesAnotherFormatIsRefused() throws Exception {
        Manuscript manuscript = read(file);
        Path output = folder.resolve("fixed.rtf");
        String message = assertThrows(ManuscriptException.class, () -> write(manuscript, Optional.of(output))).getMessage();
        assertTrue(message.contains("fixed.rtf") && message.contains(".docx"), message);
    }

    @Test
    void openDocumentTextAndOldWordDocumentsAreReadWhateverTheyAreCalled() throws Exception {
        for (String format : List.of("odt", "doc")) {
            Path made = soffice(format);
            Path other = Files.move(made, folder.resolve(format + "-in-disguise.docx"));
            assertEquals(SENTENCE, read(other).blocks().getFirst().prose().text(), format);
        }
    }

    @Test
    void nothingIsFetchedThatADocumentNames() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicInteger requests = new AtomicInteger();
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            Path linked = folder.resolve("linked.odt");
            openDocument(linked, "http://127.0.0.1:" + server.getAddress().getPort() + "/picture.png");
            assertTrue(read(linked).blocks().getFirst().prose().text().startsWith("Before."));
            assertEquals(0, requests.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whoCancelsDoesNotWait() {
        assertThrows(CancelledException.class, () -> new WordReader().read(file, OpenTexts.NONE, () -> true));
    }

    /** A text with a picture that LibreOffice would fetch where nothing forbids it. */
    private static void openDocument(Path file, String picture) throws IOException {
        String names = "urn:oasis:names:tc:opendocument:xmlns:";
        String manifest = "<manifest:manifest xmlns:manifest=\"" + names + "manifest:1.0\"><manifest:file-entry manifest:full-path=\"/\""
                + " manifest:media-type=\"" + OPEN_DOCUMENT + "\"/><manifest:file-entry manifest:full-path=\"content.xml\""
                + " manifest:media-type=\"text/xml\"/></manifest:manifest>";
        String content = "<office:document-content xmlns:office=\"" + names + "office:1.0\" xmlns:text=\"" + names + "text:1.0\" xmlns:draw=\""
                + names + "drawing:1.0\" xmlns:svg=\"" + names + "svg-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                + " office:version=\"1.2\"><office:body><office:text><text:p>Before. <draw:frame draw:name=\"x\" text:anchor-type=\"as-char\""
                + " svg:width=\"2cm\" svg:height=\"2cm\"><draw:image xlink:href=\"" + picture + "\" xlink:type=\"simple\""
                + " xlink:show=\"embed\" xlink:actuate=\"onLoad\"/></draw:frame> After.</text:p></office:text></office:body>"
                + "</office:document-content>";
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            byte[] type = OPEN_DOCUMENT.getBytes(StandardCharsets.UTF_8);
            CRC32 sum = new CRC32();
            sum.update(type);
            ZipEntry first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            first.setCrc(sum.getValue());
            out.putNextEntry(first);
            out.write(type);
            for (Map.Entry<String, String> part : Map.of("META-INF/manifest.xml", manifest, "content.xml", content).entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private Path soffice(String format) throws Exception {
        Path work = Files.createDirectory(folder.resolve("make-" + format));
        ExternalProgram.Result result = ExternalProgram.run(
                List.of(
                        ExternalProgram.LIBRE_OFFICE.find().orElseThrow().toString(), "-env:UserInstallation=" + work.resolve("profile").toUri(),
                        "--headless", "--convert-to", format, "--outdir", folder.toString(), file.toString()),
                work, work, Duration.ofMinutes(3), CancelToken.NEVER);
        assertEquals(0, result.code(), result.output());
        return folder.resolve("paper." + format);
    }

    private static Manuscript read(Path path) throws Exception {
        return new WordReader().read(path, OpenTexts.NONE, CancelToken.NEVER);
    }

    private static List<Path> write(Manuscript manuscript, Optional<Path> output) throws Exception {
        Block block = manuscript.blocks().getFirst();
        TextEdit edit = new TextEdit(TextRange.ofLength(block.prose().text().indexOf("teh"), 3), "the");
        List<SourceEdit> edits = EditProjection.project(block.prose(), edit, manuscript.notation()).orElseThrow();
        return new WordWriter().write(manuscript, edits, output, Mode.TRACKED_CHANGES, CancelToken.NEVER);
    }
}
