package org.scholion.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.EditProjection;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.OpenTexts.OpenText;
import org.scholion.manuscript.Problem;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceMap.Origin;
import org.scholion.manuscript.SourceMap.Segment;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.rendition.RenderedLine;
import org.scholion.manuscript.rendition.Rendition;
import org.scholion.manuscript.rendition.Span;
import org.scholion.manuscript.word.internal.WordReader;
import org.scholion.manuscript.word.internal.write.WordWriter;
import org.scholion.text.CancelToken;
import org.scholion.text.Revision;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/**
 * Broken Word documents: one message or what could be read, no hang, and a file that is not damaged further. Ten minutes of it:
 * {@code -Dscholion.fuzz.seconds=600}.
 */
class WordFuzzTest {

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("scholion.fuzz.seconds", 20));
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int LARGEST = 120_000;

    private static final Pattern ELEMENT = Pattern.compile("<w:(\\w+)\\b[^<>]*(?:/>|>(?:(?!<w:\\1\\b).){0,2000}?</w:\\1>)", Pattern.DOTALL);
    private static final String[] WRAPS = {"ins", "del", "r", "p", "hyperlink", "sdtContent", "fldSimple", "txbxContent", "tbl"};
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    @TempDir
    private Path folder;

    @Test
    void brokenDocumentsAreReadAsFarAsTheyGo() throws Exception {
        long seed = Long.getLong("scholion.seed", System.nanoTime());
        List<byte[]> documents = documents();
        Random random = new Random(seed);
        long end = System.nanoTime() + TIME.toNanos();
        int run = 0;
        while (System.nanoTime() < end) {
            long own = random.nextLong();
            byte[] broken = broken(documents.get(random.nextInt(documents.size())), own);
            String name = "seed " + seed + ", run " + run++;
            Path file = folder.resolve("paper.docx");
            Files.write(file, broken);
            assertTimeoutPreemptively(LIMIT, () -> check(file, broken, new Random(own), name), name);
        }
        System.out.println("scholion.seed=" + seed + ", " + run + " broken documents");
    }

    private void check(Path file, byte[] bytes, Random random, String name) throws Exception {
        try {
            Manuscript manuscript = new WordReader().read(file, OpenTexts.NONE, CancelToken.NEVER);
            checkMaps(manuscript, name);
            checkRendition(file, random, name);
            List<SourceEdit> edits = edits(manuscript, random);
            if (!edits.isEmpty()) {
                Mode mode = Mode.values()[random.nextInt(Mode.values().length)];
                Path output = folder.resolve("out.docx");
                new WordWriter().write(manuscript, edits, Optional.of(output), mode, CancelToken.NEVER);
                Manuscript again = new WordReader().read(output, OpenTexts.NONE, CancelToken.NEVER);
                assertEquals(messages(manuscript), messages(again), name);
            }
        } catch (ManuscriptException e) {
            assertTrue(e.getMessage().contains("docx"), name + ": " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(name, e);
        }
        assertArrayEquals(bytes, Files.readAllBytes(file), name);
    }

    /** What was damaged is damaged as before: neither more, nor mended by putting something else in its place. */
    private static List<String> messages(Manuscript manuscript) {
        return manuscript.problems().stream().map(Problem::message).toList();
    }

    /** What an editor shows, and what is read of it after a letter was typed somewhere. */
    private void checkRendition(Path file, Random random, String name) throws Exception {
        WordReader reader = new WordReader();
        Rendition rendition = reader.read(file, file, CancelToken.NEVER);
        StringBuilder text = new StringBuilder(rendition.text());
        List<TextRange> letters = new ArrayList<>();
        for (RenderedLine line : rendition.lines()) {
            line.spans().stream().filter(Span::editable).forEach(span -> letters.add(span.range().shifted(line.range().start())));
        }
        if (!letters.isEmpty()) {
            TextRange place = letters.get(random.nextInt(letters.size()));
            text.insert(place.start() + random.nextInt(place.length() + 1), "x y");
        }
        OpenText open = new OpenText(text.toString(), new Revision(1));
        Manuscript edited = reader.read(file, path -> Optional.of(open), CancelToken.NEVER);
        assertEquals(1, edited.sources().size(), name);
        checkMaps(edited, name);
        Reference.reachabilityFence(rendition);
    }

    private static void checkMaps(Manuscript manuscript, String name) {
        for (Block block : manuscript.blocks()) {
            for (Segment segment : block.prose().map().segments()) {
                SourceText source = manuscript.source(segment.source().unit()).orElseThrow();
                assertTrue(segment.source().range().end() <= source.text().length(), name);
                if (segment.origin() == Origin.VERBATIM) {
                    assertEquals(segment.source().range().of(source.text()), segment.prose().of(block.prose().text()), name);
                }
            }
        }
    }

    private static List<SourceEdit> edits(Manuscript manuscript, Random random) {
        List<Block> blocks = manuscript.blocks().stream().filter(block -> block.prose().text().length() > 2).toList();
        if (blocks.isEmpty()) {
            return List.of();
        }
        Block block = blocks.get(random.nextInt(blocks.size()));
        int start = random.nextInt(block.prose().text().length());
        int end = Math.min(block.prose().text().length(), start + random.nextInt(8));
        TextEdit edit = new TextEdit(new TextRange(start, end), "x<&");
        return EditProjection.project(block.prose(), edit, manuscript.notation()).orElse(List.of()).stream()
                .map(one -> one.withNote("Because <& so."))
                .toList();
    }

    /** Bytes of the package are changed, or the text of one of its parts. */
    private static byte[] broken(byte[] document, long seed) throws IOException {
        Random random = new Random(seed);
        if (random.nextInt(3) == 0) {
            byte[] changed = document.clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            return random.nextInt(4) == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;
        }
        Map<String, byte[]> entries = entries(document);
        List<String> texts = entries.keySet().stream().filter(name -> name.endsWith(".xml") || name.endsWith(".rels")).toList();
        if (!texts.isEmpty()) {
            String name = random.nextInt(2) == 0 && texts.contains("word/document.xml") ? "word/document.xml" : texts.get(random.nextInt(texts.size()));
            String text = new String(entries.get(name), StandardCharsets.UTF_8);
            String changed = random.nextInt(3) == 0 ? new Mutations(seed).mutate(text) : elementsMoved(text, random);
            entries.put(name, changed.getBytes(StandardCharsets.UTF_8));
        }
        return zip(entries);
    }

    /** Well-formed, but not what the schema says: elements are missing, there twice, or in the wrong place. */
    private static String elementsMoved(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            List<int[]> found = new ArrayList<>();
            Matcher elements = ELEMENT.matcher(changed);
            while (elements.find()) {
                found.add(new int[] {elements.start(), elements.end()});
            }
            if (found.isEmpty()) {
                return changed.toString();
            }
            int[] one = found.get(random.nextInt(found.size()));
            int[] other = found.get(random.nextInt(found.size()));
            String element = changed.substring(one[0], one[1]);
            switch (random.nextInt(4)) {
                case 0 -> changed.delete(one[0], one[1]);
                case 1 -> changed.insert(one[0], element);
                case 2 -> changed.insert(other[0], element);
                default -> {
                    String wrap = WRAPS[random.nextInt(WRAPS.length)];
                    changed.replace(one[0], one[1], "<w:" + wrap + ">" + element + "</w:" + wrap + ">");
                }
            }
        }
        return changed.toString();
    }

    private static Map<String, byte[]> entries(byte[] document) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException | IllegalArgumentException e) {
            // what was damaged before is taken as far as it goes
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static List<byte[]> documents() throws IOException {
        List<byte[]> documents = new ArrayList<>(List.of(builtIn()));
        String set = System.getProperty("scholion.data");
        Path data = set == null ? Path.of(System.getProperty("scholion.root", "../..")).resolve("../shared/data") : Path.of(set);
        Path real = data.resolve("docx-dev");
        if (Files.isDirectory(real)) {
            try (Stream<Path> files = Files.list(real)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".docx")).sorted().toList()) {
                    if (Files.size(file) < LARGEST) {
                        documents.add(Files.readAllBytes(file));
                    }
                }
            }
        }
        return documents;
    }

    private static byte[] builtIn() throws IOException {
        String field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF _a </w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        String body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">One &amp; two </w:t></w:r>" + field
                + "<w:ins w:id=\"1\" w:author=\"Ada\"><w:r><w:t>three</w:t></w:r></w:ins><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
                + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        Map<String, byte[]> entries = new LinkedHashMap<>();
        put(entries, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"" + TYPE + "document.main+xml\"/>"
                + "<Override PartName=\"/word/footnotes.xml\" ContentType=\"" + TYPE + "footnotes+xml\"/></Types>");
        put(entries, "_rels/.rels", relation("officeDocument", "word/document.xml"));
        put(entries, "word/document.xml", "<w:document " + MAIN + "><w:body>" + body + "</w:body></w:document>");
        put(entries, "word/_rels/document.xml.rels", relation("footnotes", "footnotes.xml"));
        put(entries, "word/footnotes.xml", "<w:footnotes " + MAIN + "><w:footnote w:id=\"2\"><w:p><w:r><w:t>A note.</w:t></w:r></w:p>"
                + "</w:footnote></w:footnotes>");
        return zip(entries);
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"" + OFFICE
                + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static void put(Map<String, byte[]> entries, String name, String xml) {
        entries.put(name, (HEAD + xml).getBytes(StandardCharsets.UTF_8));
    }
}
