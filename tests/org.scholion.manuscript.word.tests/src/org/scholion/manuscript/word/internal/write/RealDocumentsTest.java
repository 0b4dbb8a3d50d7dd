package org.scholion.manuscript.word.internal.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.EditProjection;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.word.internal.Docx;
import org.scholion.manuscript.word.internal.SampleFiles;
import org.scholion.manuscript.word.internal.WordReader;
import org.scholion.text.CancelToken;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;
import org.scholion.text.TextRange;

/** Changes at random places of documents that other people wrote: what is accepted and what is rejected is as it should be. */
class RealDocumentsTest {

    private static final Path DATA = SampleFiles.folder("docx-dev");
    private static final String NONE = "none";
    private static final int FEW_BLOCKS = 12;

    @TempDir
    private Path folder;

    static List<String> documents() throws IOException {
        if (!Files.isDirectory(DATA)) {
            return List.of(NONE);
        }
        try (Stream<Path> files = Files.list(DATA)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".docx")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aDocumentIsReadOrRefusedWithItsName(String name) throws Exception {
        assumeTrue(!name.equals(NONE), "no documents in " + DATA);
        try {
            Manuscript manuscript = read(DATA.resolve(name));
            for (Block block : manuscript.blocks()) {
                assertTrue(manuscript.source(block.range().unit()).isPresent() || block.range().range().isEmpty());
                assertEquals(block.prose().text().length(), block.prose().map().length());
            }
        } catch (ManuscriptException e) {
            assertTrue(e.getMessage().contains(name), e.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void trackedChangesGiveTheTextBackWhenTheyAreRejected(String name) throws Exception {
        assumeTrue(!name.equals(NONE), "no documents in " + DATA);
        Optional<Manuscript> found = readable(name);
        assumeTrue(found.isPresent(), name + " is refused");
        Manuscript manuscript = found.orElseThrow();
        List<SourceEdit> edits = edits(manuscript, new Random(name.hashCode()));
        assumeTrue(!edits.isEmpty(), name + " has no text");
        Path output = folder.resolve("out.docx");
        try {
            new WordWriter().write(manuscript, edits, Optional.of(output), Mode.TRACKED_CHANGES, CancelToken.NEVER);
        } catch (ManuscriptException e) {
            assumeTrue(false, e.getMessage());
        }
        Map<String, byte[]> before = Docx.entries(DATA.resolve(name));
        Map<String, byte[]> after = Docx.entries(output);
        assertEquals(List.copyOf(before.keySet()), List.copyOf(after.keySet()));
        Map<String, byte[]> rejected = new HashMap<>();
        Map<String, byte[]> accepted = new HashMap<>();
        for (Map.Entry<String, byte[]> entry : after.entrySet()) {
            byte[] original = before.get(entry.getKey());
            boolean changed = edits.stream().anyMatch(edit -> edit.range().unit().toString().contains("part=/" + entry.getKey() + ","));
            if (changed) {
                rejected.put(entry.getKey(), Revisions.decided(entry.getValue(), false));
                accepted.put(entry.getKey(), Revisions.decided(entry.getValue(), true));
                assertEquals(Revisions.structure(original), Revisions.structure(rejected.get(entry.getKey())), entry.getKey());
            } else {
                assertArrayEquals(original, entry.getValue(), entry.getKey());
            }
        }
        assertEquals(texts(manuscript), texts(with(after, rejected)));
        assertEquals(changed(manuscript, edits), texts(with(after, accepted)));
        // ours stand in the text as if they were accepted
        assertEquals(changed(manuscript, edits), texts(read(output)));
        // POI does not know strict documents
        if (!Docx.text(output, "word/document.xml").contains("http://purl.oclc.org/ooxml/")) {
            try (XWPFDocument independent = new XWPFDocument(Files.newInputStream(output))) {
                assertFalse(independent.getBodyElements().isEmpty());
            }
        }
    }

    /** Replacements, insertions and deletions in every third block, of short documents in every one. */
    private static List<SourceEdit> edits(Manuscript manuscript, Random random) {
        List<SourceEdit> edits = new ArrayList<>();
        for (Block block : manuscript.blocks()) {
            String text = block.prose().text();
            if (text.length() < 3 || manuscript.blocks().size() > FEW_BLOCKS && random.nextInt(3) != 0) {
                continue;
            }
            int start = random.nextInt(text.length());
            int end = Math.min(text.length(), start + random.nextInt(12));
            String replacement = random.nextInt(4) == 0 ? "" : "x<&\u00E9y";
            EditProjection.project(block.prose(), new TextEdit(new TextRange(start, end), replacement), manuscript.notation())
                    .ifPresent(edits::addAll);
        }
        return edits;
    }

    private static List<String> texts(Manuscript manuscript) {
        return manuscript.sources().stream().map(SourceText::text).filter(text -> !text.isEmpty()).toList();
    }

    private static List<String> changed(Manuscript manuscript, List<SourceEdit> edits) {
        List<String> texts = new ArrayList<>();
        for (SourceText source : manuscript.sources()) {
            List<TextEdit> own = edits.stream()
                    .filter(edit -> edit.range().unit().equals(source.unit()))
                    .map(edit -> new TextEdit(edit.range().range(), edit.replacement()))
                    .toList();
            texts.add(new TextEdits(own).applyTo(source.text()));
        }
        return texts.stream().filter(text -> !text.isEmpty()).toList();
    }

    private Manuscript with(Map<String, byte[]> entries, Map<String, byte[]> changed) throws Exception {
        Map<String, byte[]> all = new LinkedHashMap<>(entries);
        all.putAll(changed);
        Path file = folder.resolve("decided.docx");
        Docx.write(file, all);
        return read(file);
    }

    private static Optional<Manuscript> readable(String name) throws Exception {
        try {
            return Optional.of(read(DATA.resolve(name)));
        } catch (ManuscriptException e) {
            return Optional.empty();
        }
    }

    private static Manuscript read(Path file) throws Exception {
        return new WordReader().read(file, OpenTexts.NONE, CancelToken.NEVER);
    }
}
