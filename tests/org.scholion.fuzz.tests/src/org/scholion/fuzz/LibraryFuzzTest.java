package org.scholion.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.library.LibraryException;
import org.scholion.library.PdfText;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.ReferenceFiles;
import org.scholion.library.ReferenceProblem;
import org.scholion.text.CancelToken;

/**
 * Broken sources of references: one message or what could be read, no hang, no other exception, and the source as it was. Two minutes for each
 * format: {@code -Dscholion.fuzz.seconds=120}.
 */
class LibraryFuzzTest {

    private static final Duration TIME = Duration.ofSeconds(Math.max(1, Integer.getInteger("scholion.fuzz.seconds", 4)));
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int LARGEST = 60_000;

    private static final String[] PIECES = {
        "TY  - ", "ER  - ", "AU  - ,", "\n\n", "\r", "  - ", "PMID- ", "<record>", "</record>", "<![CDATA[", "]]>", "&#0;", "&#xD800;", "&lol;", "<!--", "<?xml",
        "<a>".repeat(120), "[".repeat(300), "{\"a\":".repeat(200), "\"", "null", "1e999", "[[]]", "\\u0000", "\uFEFF", "\u0000", "\ud800", "jabref-meta: grouping:",
        "\\;", "99 StaticGroup:", "0 0 0 0 0 0 cm", "/Length 99999999", "/Kids[2 0 R]", "/Count -1", "99999999999999999999", "endstream", "<</DecodeParms",
        "/Filter/FlateDecode", "<</Predictor 15/Columns 2147483647>>", "/St 2147483647", "(", ")", ">>", "obj", " R", ".5.5", "--5"
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.bib", "a.ris", "a.json", "endnote.xml", "pubmed.xml", "a.nbib"})
    void brokenTextsAreReadAsFarAsTheyGo(String name) throws Exception {
        List<byte[]> samples = new ArrayList<>(List.of(LibrarySamples.TEXTS.get(name).getBytes(StandardCharsets.UTF_8)));
        samples.addAll(LibrarySamples.real("bib-dev", name.substring(name.lastIndexOf('.')), LARGEST));
        run(folder.resolve(name), samples);
    }

    @ParameterizedTest
    @ValueSource(strings = "a.pdf")
    void brokenPdfFilesAreReadAsFarAsTheyGo(String name) throws Exception {
        List<byte[]> samples = new ArrayList<>(List.of(LibrarySamples.pdf()));
        String more = System.getProperty("scholion.fuzz.pdfs");
        if (more != null) {
            samples.addAll(LibrarySamples.real(more, ".pdf", 700_000));
        }
        run(folder.resolve(name), samples);
    }

    @ParameterizedTest
    @ValueSource(strings = "zotero.sqlite")
    void brokenDatabasesAreReadAsFarAsTheyGo(String name) throws Exception {
        run(folder.resolve(name), List.of(LibrarySamples.zotero(folder)));
    }

    private void run(Path file, List<byte[]> samples) throws Exception {
        long seed = Long.getLong("scholion.seed", System.nanoTime());
        Random random = new Random(seed);
        long end = System.nanoTime() + TIME.toNanos();
        int run = 0;
        int read = 0;
        while (run == 0 || System.nanoTime() < end) {
            // the first is whole, so that something is read however slow the machine is
            byte[] broken = run == 0 ? samples.getFirst() : broken(samples, random);
            String name = "seed " + seed + ", run " + run++;
            Files.write(file, broken);
            int[] count = {0};
            assertTimeoutPreemptively(LIMIT, () -> count[0] = check(file, broken, name), name);
            read += count[0];
        }
        System.out.println("scholion.seed=" + seed + ", " + run + " broken " + file.getFileName() + " with " + read + " references");
        assertTrue(read > 0, "nothing was ever read");
    }

    private static int check(Path file, byte[] bytes, String name) throws Exception {
        try {
            if (file.toString().endsWith(".pdf")) {
                PdfText.read(file, CancelToken.NEVER);
            }
            // also what is no longer known by its first bytes
            if (!ReferenceFiles.known(file)) {
                return 0;
            }
            ReadReferences read = ReferenceFiles.read(file, CancelToken.NEVER);
            Set<String> keys = new HashSet<>();
            for (Reference reference : read.references()) {
                assertTrue(keys.add(reference.key()), name + ": " + reference.key());
            }
            for (ReferenceProblem problem : read.problems()) {
                assertFalse(problem.message().isBlank() || problem.line() < 0, name);
            }
            return read.references().size();
        } catch (LibraryException e) {
            assertTrue(e.getMessage().contains(file.getFileName().toString()), name + ": " + e.getMessage());
            return 0;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(name, e);
        } finally {
            assertArrayEquals(bytes, Files.readAllBytes(file), name);
        }
    }

    private static byte[] broken(List<byte[]> samples, Random random) {
        byte[] bytes = samples.get(random.nextInt(samples.size())).clone();
        if (bytes.length == 0) {
            return bytes;
        }
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextInt(8) == 0 ? 4000 : 60));
            switch (random.nextInt(7)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = LibrarySamples.joined(bytes, at, bytes, to);
                case 3 -> bytes = LibrarySamples.joined(bytes, to, bytes, at);
                case 4 -> {
                    byte[] other = samples.get(random.nextInt(samples.size()));
                    bytes = LibrarySamples.joined(bytes, at, other, other.length == 0 ? 0 : random.nextInt(other.length));
                }
                case 5 -> {
                    byte[] piece = PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
                    bytes = LibrarySamples.joined(LibrarySamples.joined(bytes, at, piece, 0), at + piece.length, bytes, at);
                }
                default -> bytes = random.nextInt(5) == 0 ? Arrays.copyOf(bytes, at + 1) : bytes;
            }
            if (bytes.length == 0 || bytes.length > 2_000_000) {
                return bytes;
            }
        }
        return bytes;
    }
}
