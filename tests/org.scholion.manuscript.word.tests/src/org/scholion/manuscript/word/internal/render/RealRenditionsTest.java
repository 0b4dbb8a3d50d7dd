package org.scholion.manuscript.word.internal.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.SourceMap;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.rendition.RenderedLine;
import org.scholion.manuscript.rendition.Rendition;
import org.scholion.manuscript.rendition.Span;
import org.scholion.manuscript.word.internal.SampleFiles;
import org.scholion.manuscript.word.internal.WordReader;
import org.scholion.text.CancelToken;
import org.scholion.text.Revision;

/** Renditions of the documents of other people, and what becomes of them while they are edited. */
class RealRenditionsTest {

    private final WordReader reader = new WordReader();
    /** As an editor has it: only then its text is read. */
    private final AtomicReference<Rendition> shown = new AtomicReference<>();

    private static List<Path> documents() throws Exception {
        Path folder = SampleFiles.folder("docx-dev");
        assumeTrue(Files.isDirectory(folder), "no documents at " + folder);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".docx")).sorted().toList();
        }
    }

    @Test
    void linesHoldTheTextOfTheirParagraphs() throws Exception {
        int read = 0;
        for (Path file : documents()) {
            Optional<Rendition> found = render(file);
            if (found.isEmpty()) {
                continue;
            }
            read++;
            Rendition rendition = found.get();
            int next = 0;
            Map<SourceUnit, String> letters = new HashMap<>();
            for (RenderedLine line : rendition.lines()) {
                assertEquals(next, line.range().start(), file.toString());
                next = line.range().end() + 1;
                String text = line.range().of(rendition.text());
                assertEquals(text.length(), line.spans().stream().mapToInt(span -> span.range().length()).sum(), file.toString());
                for (Span span : line.spans()) {
                    span.source().ifPresent(source -> letters.merge(source.unit(), span.range().of(text), String::concat));
                }
            }
            Manuscript manuscript = rendition.manuscript();
            assertEquals(manuscript.sources().size() - 1, letters.size(), file + ": every paragraph with text is shown");
            letters.forEach((unit, text) -> assertEquals(source(manuscript, unit), plain(text), file.toString()));
        }
        assertTrue(read > 50, read + " documents");
    }

    @Test
    void blocksOfAnUneditedTextAreThoseOfTheFile() throws Exception {
        for (Path file : documents()) {
            Optional<Rendition> rendition = render(file);
            if (rendition.isPresent()) {
                List<Block> blocks = edited(file, rendition.get().text()).blocks();
                assertEquals(texts(rendition.get().manuscript().blocks()), texts(blocks), file.toString());
            }
        }
    }

    @Test
    void everyLetterOfAnEditedTextIsFoundInIt() throws Exception {
        Random random = new Random(6);
        for (Path file : documents()) {
            Optional<Rendition> rendition = render(file);
            if (rendition.isEmpty()) {
                continue;
            }
            String text = typed(rendition.get(), random);
            for (Block block : edited(file, text).blocks()) {
                for (SourceMap.Segment segment : block.prose().map().segments()) {
                    if (segment.origin() == SourceMap.Origin.VERBATIM) {
                        assertEquals(segment.source().range().of(text), segment.prose().of(block.prose().text()), file.toString());
                    }
                }
            }
        }
    }

    /** The text after letters were put in, taken away and exchanged in many places where that is possible. */
    private static String typed(Rendition rendition, Random random) {
        List<Integer> places = new ArrayList<>();
        for (RenderedLine line : rendition.lines()) {
            for (Span span : line.spans()) {
                if (span.editable() && random.nextInt(3) == 0) {
                    places.add(line.range().start() + span.range().start() + random.nextInt(span.range().length()));
                }
            }
        }
        StringBuilder text = new StringBuilder(rendition.text());
        for (int place : places.reversed()) {
            switch (random.nextInt(3)) {
                case 0 -> text.insert(place, "new ");
                case 1 -> text.deleteCharAt(place);
                default -> text.setCharAt(place, 'z');
            }
        }
        return text.toString();
    }

    private Optional<Rendition> render(Path file) throws Exception {
        try {
            shown.set(reader.read(file, file, CancelToken.NEVER));
            return Optional.of(shown.get());
        } catch (ManuscriptException e) {
            // tests of the reader look at the messages
            return Optional.empty();
        }
    }

    private Manuscript edited(Path file, String text) throws Exception {
        OpenTexts open = path -> Optional.of(new OpenTexts.OpenText(text, new Revision(2)));
        Manuscript manuscript = reader.read(file, open, CancelToken.NEVER);
        assertEquals(1, manuscript.sources().size(), file.toString());
        return manuscript;
    }

    private static List<String> texts(List<Block> blocks) {
        return blocks.stream().map(block -> block.kind() + " " + block.level() + " " + block.prose().text()).toList();
    }

    private static String source(Manuscript manuscript, SourceUnit unit) {
        return plain(manuscript.source(unit).map(SourceText::text).orElse("no source"));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\n\\f\\u2028]", " ").replace('\r', ' ');
    }
}
