package org.scholion.manuscript.word.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.EditProjection;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.Passwords;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.rendition.Picture;
import org.scholion.manuscript.rendition.Rendition;
import org.scholion.manuscript.word.internal.write.WordWriter;
import org.scholion.text.CancelToken;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** Documents that are protected with a password. */
class ProtectedDocumentsTest {

    private static final String PASSWORD = "corr\u00E9ct h\u00F6rse";
    private static final Passwords RIGHT = (document, refused) -> refused ? Optional.empty() : Optional.of(PASSWORD);
    private static final String PART = "word/document.xml";

    @TempDir
    private Path folder;

    private Path plain = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void paths() {
        plain = new Docx().paragraph(Docx.run("A sentence with teh error.")).entry("word/media/x.bin", new byte[] {1, 2, 3})
                .write(folder.resolve("plain.docx"));
        file = folder.resolve("paper.docx");
    }

    @ParameterizedTest
    @EnumSource(value = EncryptionMode.class, names = {"agile", "standard"})
    void aProtectedDocumentIsReadWithItsPassword(EncryptionMode mode) throws Exception {
        encrypt(mode);
        Manuscript manuscript = read(RIGHT);
        assertEquals("A sentence with teh error.", manuscript.blocks().getFirst().prose().text());
        assertEquals(file, manuscript.root().path());
    }

    @ParameterizedTest
    @EnumSource(value = EncryptionMode.class, names = {"agile", "standard"})
    void whatIsWrittenIsProtectedInTheSameWayWithTheSamePassword(EncryptionMode mode) throws Exception {
        encrypt(mode);
        Manuscript manuscript = read(RIGHT);
        assertEquals(List.of(file), new WordWriter().write(
                manuscript, edits(manuscript), Optional.empty(), Mode.TRACKED_CHANGES, RIGHT, CancelToken.NEVER));
        Path decrypted = folder.resolve("decrypted.docx");
        try (POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true)) {
            EncryptionInfo info = new EncryptionInfo(system);
            assertEquals(mode, info.getEncryptionMode());
            Decryptor decryptor = info.getDecryptor();
            assertTrue(decryptor.verifyPassword(PASSWORD));
            Files.write(decrypted, decryptor.getDataStream(system).readAllBytes());
        }
        Map<String, byte[]> before = Docx.entries(plain);
        Map<String, byte[]> after = Docx.entries(decrypted);
        assertEquals(List.copyOf(before.keySet()), List.copyOf(after.keySet()));
        assertArrayEquals(before.get("word/media/x.bin"), after.get("word/media/x.bin"));
        String xml = Docx.text(decrypted, PART);
        assertTrue(xml.contains("<w:delText ") && xml.contains("w:author=\"Scholion\""), xml);
        assertEquals("A sentence with the error.", read(RIGHT).blocks().getFirst().prose().text());
    }

    @Test
    void commentsAreWrittenIntoAProtectedDocumentToo() throws Exception {
        encrypt(EncryptionMode.agile);
        Manuscript manuscript = read(RIGHT);
        new WordWriter().write(manuscript, edits(manuscript), Optional.empty(), Mode.COMMENTS, RIGHT, CancelToken.NEVER);
        assertEquals("A sentence with teh error.", read(RIGHT).blocks().getFirst().prose().text());
    }

    @Test
    void nothingOfTheContentIsLeftOnTheDisk() throws Exception {
        encrypt(EncryptionMode.agile);
        Files.delete(plain);
        Manuscript manuscript = read(RIGHT);
        new WordWriter().write(manuscript, edits(manuscript), Optional.empty(), Mode.PLAIN, RIGHT, CancelToken.NEVER);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
        byte[] bytes = Files.readAllBytes(file);
        assertEquals((byte) 0xD0, bytes[0]);
        assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains(PART));
    }

    @Test
    void aWrongPasswordIsSaidAsSuchAfterAskingAgain() throws Exception {
        encrypt(EncryptionMode.agile);
        List<Boolean> asked = new ArrayList<>();
        Passwords wrong = (document, refused) -> {
            asked.add(refused);
            return Optional.of("wrong");
        };
        String message = assertThrows(ManuscriptException.class, () -> read(wrong)).getMessage();
        assertTrue(message.contains(file.toString()) && message.contains("wrong"), message);
        assertEquals(List.of(false, true, true), asked);
    }

    @Test
    void theSecondAnswerCounts() throws Exception {
        encrypt(EncryptionMode.agile);
        Passwords second = (document, refused) -> Optional.of(refused ? PASSWORD : "wrong");
        assertEquals("A sentence with teh error.", read(second).blocks().getFirst().prose().text());
    }

    @Test
    void withoutAPasswordItIsRefused() throws Exception {
        encrypt(EncryptionMode.agile);
        String message = assertThrows(
                ManuscriptException.class, () -> new WordReader().read(file, OpenTexts.NONE, CancelToken.NEVER)).getMessage();
        assertTrue(message.contains(file.toString()) && message.contains("password"), message);
    }

    @Test
    void aProtectedDocumentIsRenderedWithItsPictures() throws Exception {
        String blip = "<w:r><w:drawing><wp:inline><a:blip xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:embed=\"p1\"/></wp:inline></w:drawing></w:r>";
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"p1\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/x.bin\"/></Relationships>";
        new Docx().paragraph(Docx.run("A map: ") + blip)
                .entry("word/_rels/document.xml.rels", relations.getBytes(StandardCharsets.UTF_8))
                .entry("word/media/x.bin", new byte[] {1, 2, 3}).write(plain);
        encrypt(EncryptionMode.agile);
        WordReader reader = new WordReader();
        Rendition rendition = reader.read(file, file, RIGHT, CancelToken.NEVER);
        assertEquals("A map: \uFFFC", rendition.text());
        Picture picture = rendition.lines().getFirst().spans().getLast().thing().orElseThrow().picture().orElseThrow();
        assertArrayEquals(new byte[] {1, 2, 3}, reader.picture(file, picture, RIGHT, CancelToken.NEVER));
        assertThrows(ManuscriptException.class, () -> reader.read(file, file, CancelToken.NEVER));
        assertThrows(ManuscriptException.class, () -> reader.picture(file, picture, Passwords.NONE, CancelToken.NEVER));
    }

    @Test
    void aProtectedDocumentWithoutAChangeIsCopiedByteForByte() throws Exception {
        encrypt(EncryptionMode.agile);
        Path output = folder.resolve("copy.docx");
        new WordWriter().write(read(RIGHT), List.of(), Optional.of(output), Mode.TRACKED_CHANGES, RIGHT, CancelToken.NEVER);
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(output));
    }

    @Test
    void aProtectedDocumentIsUnpackedWithinTheSameBounds() throws Exception {
        Map<String, byte[]> entries = Docx.entries(plain);
        byte[] some = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(plain))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                for (int i = 0; i <= 160 && entry.getKey().equals(PART); i++) {
                    out.write(some);
                }
                out.closeEntry();
            }
        }
        encrypt(EncryptionMode.agile);
        String message = assertThrows(ManuscriptException.class, () -> read(RIGHT)).getMessage();
        assertTrue(message.contains("/" + PART) && message.contains("160 MB"), message);
    }

    @Test
    void aDamagedProtectionIsRefusedByName() throws Exception {
        encrypt(EncryptionMode.agile);
        byte[] bytes = Files.readAllBytes(file);
        Path damaged = folder.resolve("damaged.docx");
        for (int length : new int[] {8, 512, 700, bytes.length / 2}) {
            Files.write(damaged, Arrays.copyOf(bytes, length));
            String message = assertThrows(
                    ManuscriptException.class,
                    () -> new WordReader().read(damaged, OpenTexts.NONE, RIGHT, CancelToken.NEVER)).getMessage();
            assertTrue(message.contains(damaged.toString()), message);
        }
    }

    @Test
    void aDocumentThatWordProtectedIsRead() throws Exception {
        Path word = SampleFiles.folder("docx-dev").resolve("poi--bug53475-password-is-pass.docx");
        assumeTrue(Files.exists(word), "no " + word);
        Manuscript manuscript = new WordReader().read(word, OpenTexts.NONE, (document, refused) -> Optional.of("pass"), CancelToken.NEVER);
        assertFalse(manuscript.blocks().isEmpty());
    }

    private void encrypt(EncryptionMode mode) throws Exception {
        Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
        encryptor.confirmPassword(PASSWORD);
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            try (OutputStream out = encryptor.getDataStream(system)) {
                Files.copy(plain, out);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                system.writeFilesystem(out);
            }
        }
    }

    private Manuscript read(Passwords passwords) throws Exception {
        return new WordReader().read(file, OpenTexts.NONE, passwords, CancelToken.NEVER);
    }

    private static List<SourceEdit> edits(Manuscript manuscript) {
        Block block = manuscript.blocks().getFirst();
        TextEdit edit = new TextEdit(TextRange.ofLength(block.prose().text().indexOf("teh"), 3), "the");
        return EditProjection.project(block.prose(), edit, manuscript.notation()).orElseThrow();
    }
}
