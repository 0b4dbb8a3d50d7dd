package org.scholion.corpora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.OpenTexts.OpenText;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceMap;
import org.scholion.manuscript.SourceMap.Origin;
import org.scholion.manuscript.SourceMap.Segment;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.text.CancelToken;
import org.scholion.text.Revision;
import org.scholion.text.TextRange;

/** Proves that each unit of prose is found at its mapped place. */
final class MapCheck {

    private final ManuscriptReader reader;
    private final Map<String, String> decoded = new HashMap<>();
    private long revision;

    MapCheck(ManuscriptReader reader) {
        this.reader = reader;
    }

    void check(Manuscript manuscript) throws Exception {
        for (Block block : manuscript.blocks()) {
            assertInside(manuscript, block.range());
            checkProse(manuscript, block.prose());
        }
    }

    private void checkProse(Manuscript manuscript, Prose prose) throws Exception {
        int covered = 0;
        int placeholders = 0;
        for (Segment segment : prose.map().segments()) {
            assertEquals(covered, segment.prose().start(), "a gap in the map");
            covered = segment.prose().end();
            assertInside(manuscript, segment.source());
            String printed = segment.prose().of(prose.text());
            String source = text(manuscript, segment.source());
            if (segment.origin() == Origin.VERBATIM) {
                assertEquals(source, printed);
            } else if (printed.equals(String.valueOf(Prose.PLACEHOLDER))) {
                assertEquals(segment.prose().start(), prose.placeholders().get(placeholders).offset());
            } else if (segment.origin() == Origin.NOTATION) {
                checkNotation(source, printed);
            }
            placeholders += (int) printed.chars().filter(c -> c == Prose.PLACEHOLDER).count();
        }
        assertEquals(prose.text().length(), covered);
        assertEquals(prose.placeholders().size(), placeholders);
        checkSpaces(prose.text());
        int end = 0;
        for (Prose.Passage passage : prose.passages()) {
            assertTrue(passage.range().start() >= end, "passages overlap");
            end = passage.range().end();
            assertTrue(end <= prose.text().length());
        }
        checkPlaces(prose.map(), prose.text());
    }

    private static void checkSpaces(String text) {
        assertEquals(text.strip(), text, "white space at the ends");
        assertTrue(!text.contains("  ") && !text.contains("\n "), () -> "a run of white space in " + text);
    }

    private static void checkPlaces(SourceMap map, String text) {
        for (int i = 0; i + 7 < text.length(); i += 7) {
            SourceMap.Place place = map.place(new TextRange(i, i + 1));
            SourceRange source = place.enclosing();
            Optional<Integer> back = map.proseOffset(source.unit(), source.range().start());
            if (!map.hasExpansion(new TextRange(i, i + 1)) && !source.range().isEmpty()) {
                assertTrue(back.isPresent());
            }
        }
    }

    /** What stands at a notation prints, alone, what the prose has there. */
    private void checkNotation(String source, String printed) throws Exception {
        if (printed.isBlank()) {
            assertTrue(source.isEmpty() || !Character.isLetterOrDigit(source.charAt(source.length() - 1)) || source.startsWith("\\")
                    || source.startsWith("{"), () -> "a space for " + source);
            return;
        }
        boolean quoted = "\u201c\u201d".contains(printed) && !source.equals("``") && !source.equals("''");
        if (quoted || dependsOnPlace(source)) {
            return;
        }
        String known = decoded.get(source);
        if (known == null) {
            known = alone(source);
            decoded.put(source, known);
        }
        String expected = printed.equals("\u2019") && source.equals("'") ? "'" : printed;
        if (!source.startsWith("\\") || !known.isEmpty()) {
            assertEquals(expected, known, () -> "the notation " + source);
        }
    }

    /** Whether what it prints depends on the language, on its neighbours or on the paper's own macros. */
    private static boolean dependsOnPlace(String source) {
        return source.startsWith("$") || source.startsWith("\\(") || source.startsWith("\\ensuremath")
                || "\"<>,".indexOf(source.charAt(0)) >= 0 || source.length() > 60;
    }

    private String alone(String source) throws Exception {
        Path path = Path.of("alone.tex").toAbsolutePath();
        String text = "a" + source + (source.matches("\\\\[A-Za-z]+") ? "{}b" : "b");
        OpenTexts open = file -> file.equals(path) ? Optional.of(new OpenText(text, new Revision(++revision))) : Optional.empty();
        Manuscript manuscript = reader.read(path, open, CancelToken.NEVER);
        String prose = manuscript.blocks().isEmpty() ? "" : manuscript.blocks().getFirst().prose().text();
        return prose.indexOf(Prose.PLACEHOLDER) >= 0 || prose.length() < 2 ? "" : prose.substring(1, prose.length() - 1);
    }

    private static void assertInside(Manuscript manuscript, SourceRange range) {
        Optional<SourceText> source = manuscript.source(range.unit());
        assertTrue(source.isPresent(), () -> "no source " + range.unit());
        assertTrue(range.range().end() <= source.get().text().length(), () -> "outside of the file: " + range);
    }

    private static String text(Manuscript manuscript, SourceRange range) {
        return range.range().of(manuscript.source(range.unit()).orElseThrow().text());
    }
}
