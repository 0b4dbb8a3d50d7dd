package org.scholion.manuscript.word.internal.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceMap;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.Structure.Citation;
import org.scholion.manuscript.word.internal.Docx;
import org.scholion.manuscript.word.internal.SampleFiles;
import org.scholion.manuscript.word.internal.WordReader;
import org.scholion.text.CancelToken;
import org.scholion.text.TextRange;

/** Citations at random places of documents that other people wrote are read back, and are gone without a trace when they are rejected. */
class RealCitationsTest {

    private static final Path DATA = SampleFiles.folder("docx-dev");
    private static final int MOST = 12;

    @TempDir
    private Path folder;

    static List<String> documents() throws Exception {
        return RealDocumentsTest.documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void citationsComeBackWithTheirKeys(String name) throws Exception {
        assumeTrue(Files.isRegularFile(DATA.resolve(name)), "no documents in " + DATA);
        Optional<Manuscript> found = readable(DATA.resolve(name));
        assumeTrue(found.isPresent(), name + " is refused");
        Manuscript manuscript = found.orElseThrow();
        List<SourceEdit> edits = edits(manuscript, new Random(name.hashCode()));
        assumeTrue(!edits.isEmpty(), name + " has no text");
        for (Mode mode : List.of(Mode.TRACKED_CHANGES, Mode.PLAIN)) {
            Path output = folder.resolve(mode + ".docx");
            try {
                new WordWriter().write(manuscript, edits, Optional.of(output), mode, CancelToken.NEVER);
            } catch (ManuscriptException e) {
                assumeTrue(false, e.getMessage());
            }
            Set<String> keys = new HashSet<>();
            Manuscript written = readable(output).orElseThrow();
            for (Citation citation : written.structure().citations()) {
                citation.keys().forEach(key -> keys.add(key.name()));
            }
            for (SourceEdit edit : edits) {
                assertTrue(keys.containsAll(edit.citations().getFirst().keys()), mode + ": " + edit.citations().getFirst().keys() + " of " + keys);
            }
            if (mode == Mode.TRACKED_CHANGES) {
                assertRejectedIsOriginal(name, manuscript, output);
            }
            // POI does not know strict documents
            if (!Docx.text(output, "word/document.xml").contains("http://purl.oclc.org/ooxml/")) {
                try (XWPFDocument independent = new XWPFDocument(Files.newInputStream(output))) {
                    assertFalse(independent.getBodyElements().isEmpty());
                }
            }
        }
    }

    private void assertRejectedIsOriginal(String name, Manuscript manuscript, Path output) throws Exception {
        Map<String, byte[]> before = Docx.entries(DATA.resolve(name));
        Map<String, byte[]> rejected = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> entry : Docx.entries(output).entrySet()) {
            byte[] original = before.get(entry.getKey());
            boolean text = manuscript.sources().stream().anyMatch(source -> source.unit().toString().contains("part=/" + entry.getKey() + ","));
            boolean directory = entry.getKey().endsWith(".rels") || entry.getKey().startsWith("[Content") || entry.getKey().startsWith("customXml/");
            if (!text && !directory) {
                assertArrayEquals(original, entry.getValue(), entry.getKey());
            }
            rejected.put(entry.getKey(), text ? Revisions.decided(entry.getValue(), false) : entry.getValue());
        }
        Path file = folder.resolve("rejected.docx");
        Docx.write(file, rejected);
        Manuscript undone = readable(file).orElseThrow();
        assertEquals(texts(manuscript), texts(undone));
        assertEquals(
                manuscript.structure().citations().stream().map(Citation::keys).map(RealCitationsTest::names).toList(),
                undone.structure().citations().stream().map(Citation::keys).map(RealCitationsTest::names).toList());
    }

    private static List<String> names(List<Citation.Key> keys) {
        return keys.stream().map(Citation.Key::name).toList();
    }

    private static List<String> texts(Manuscript manuscript) {
        return manuscript.sources().stream().map(SourceText::text).filter(text -> !text.isEmpty()).toList();
    }

    private static Optional<Manuscript> readable(Path file) throws Exception {
        try {
            return Optional.of(new WordReader().read(file, OpenTexts.NONE, CancelToken.NEVER));
        } catch (ManuscriptException e) {
            return Optional.empty();
        }
    }

    /** Insertions inside stretches of letters, some with words around, so that offsets in the source are asked for everywhere. */
    private static List<SourceEdit> edits(Manuscript manuscript, Random random) {
        List<SourceEdit> edits = new ArrayList<>();
        List<Block> blocks = new ArrayList<>(manuscript.blocks());
        Collections.shuffle(blocks, random);
        for (Block block : blocks) {
            List<SourceMap.Segment> letters = block.prose().map().segments().stream()
                    .filter(segment -> segment.origin() == SourceMap.Origin.VERBATIM && segment.prose().length() > 2)
                    .toList();
            if (!letters.isEmpty() && edits.size() < MOST) {
                SourceMap.Segment segment = letters.get(random.nextInt(letters.size()));
                int place = segment.source().range().start() + 1 + random.nextInt(segment.prose().length() - 1);
                String key = "work" + edits.size();
                NewCitation citation = new NewCitation(
                        List.of(new NewCitation.Work(key, "{\"id\":\"" + key + "\",\"title\":\"T & <" + key + ">\"}")), "(W, " + edits.size() + ")");
                String text = random.nextBoolean() ? " see " + Prose.PLACEHOLDER + " there" : String.valueOf(Prose.PLACEHOLDER);
                edits.add(new SourceEdit(new SourceRange(segment.source().unit(), TextRange.at(place)), text, "", List.of(citation)));
            }
        }
        return edits;
    }
}
