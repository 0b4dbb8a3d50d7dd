package org.scholion.ui.word.internal.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.eclipse.jface.text.BadLocationException;
import org.junit.jupiter.api.Test;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.rendition.RenderedLine;
import org.scholion.manuscript.rendition.Rendition;
import org.scholion.manuscript.rendition.Span;
import org.scholion.manuscript.rendition.Span.Look;
import org.scholion.manuscript.rendition.Span.Thing;
import org.scholion.text.Revision;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;
import org.scholion.text.TextRange;

class WordDocumentTest {

    private static final Path FILE = Path.of("paper.docx");

    /** A stretch of a line: its letters, whether they are text of the paragraph, and whether they can be changed. */
    private record Stretch(String letters, boolean text, boolean editable) {}

    private static Stretch letters(String letters) {
        return new Stretch(letters, true, true);
    }

    private static Stretch thing() {
        return new Stretch("\uFFFC", true, false);
    }

    private static Stretch deleted(String letters) {
        return new Stretch(letters, false, false);
    }

    private static WordDocument document(List<List<Stretch>> lines) {
        StringBuilder text = new StringBuilder();
        List<RenderedLine> rendered = new ArrayList<>();
        List<SourceText> sources = new ArrayList<>();
        for (List<Stretch> line : lines) {
            if (!rendered.isEmpty()) {
                text.append('\n');
            }
            int start = text.length();
            SourceUnit unit = new SourceUnit.WordParagraph(FILE, "/word/document.xml", rendered.size());
            StringBuilder own = new StringBuilder();
            List<Span> spans = new ArrayList<>();
            for (Stretch stretch : line) {
                TextRange range = TextRange.ofLength(text.length() - start, stretch.letters().length());
                Optional<SourceRange> source = stretch.text()
                        ? Optional.of(new SourceRange(unit, TextRange.ofLength(own.length(), range.length())))
                        : Optional.empty();
                Optional<Thing> thing = stretch.letters().equals("\uFFFC")
                        ? Optional.of(new Thing(PlaceholderKind.CITATION, "(A 2000)", Optional.empty()))
                        : Optional.empty();
                Set<Look> looks = stretch.text() ? Set.of() : Set.of(Look.DELETED);
                spans.add(new Span(range, source, looks, 1, stretch.editable(), Optional.empty(), thing));
                own.append(stretch.text() ? stretch.letters() : "");
                text.append(stretch.letters());
            }
            sources.add(new SourceText(unit, own.toString(), StandardCharsets.UTF_8, false, Revision.DISK));
            rendered.add(new RenderedLine(
                    new TextRange(start, text.length()), BlockKind.PARAGRAPH, 0, RenderedLine.Story.BODY,
                    RenderedLine.Alignment.START, Optional.empty(), spans));
        }
        Manuscript manuscript = new Manuscript(
                new SourceUnit.TextFile(FILE), "word", "en", sources, List.of(), Structure.EMPTY, List.of(), List.of(),
                Manuscript.Notation.PLAIN);
        return new WordDocument(new Rendition(manuscript, text.toString(), rendered));
    }

    private static List<String> edits(WordDocument document) throws BadLocationException {
        return document.edits().stream().map(edit -> {
            String text = document.rendition().manuscript().source(edit.range().unit()).orElseThrow().text();
            return edit.range().range().of(text) + "@" + edit.range().range().start() + ">" + edit.replacement();
        }).toList();
    }

    @Test
    void aChangedWordIsOneChangeOfItsParagraph() throws Exception {
        WordDocument document = document(List.of(List.of(letters("First.")), List.of(letters("It has too sides and a end."))));
        document.replace(document.get().indexOf("too"), 3, "two");
        document.replace(document.get().indexOf("a end"), 1, "an");
        assertEquals(List.of("o@8>w", "@22>n"), edits(document));
        assertEquals(1, ((SourceUnit.WordParagraph) document.edits().getFirst().range().unit()).paragraph());
    }

    @Test
    void whatWasTakenBackIsNoChange() throws Exception {
        WordDocument document = document(List.of(List.of(letters("One two three."))));
        document.replace(4, 3, "seven");
        document.replace(4, 5, "two");
        assertEquals(List.of(), edits(document));
    }

    @Test
    void paragraphsFormulasAndDeletionsStay() {
        WordDocument document = document(List.of(List.of(letters("Let "), thing(), letters(" be."), deleted("gone")), List.of(letters("End."))));
        assertThrows(BadLocationException.class, () -> document.replace(3, 2, ""), "the formula");
        assertThrows(BadLocationException.class, () -> document.replace(10, 2, "x"), "deleted letters");
        assertThrows(BadLocationException.class, () -> document.replace(12, 3, ""), "the end of the paragraph");
        assertThrows(BadLocationException.class, () -> document.replace(2, 0, "\n"), "a new paragraph");
        assertThrows(BadLocationException.class, () -> document.replace(2, 0, "\uFFFC"), "a new placeholder");
        assertEquals("Let \uFFFC be.gone\nEnd.", document.get());
    }

    @Test
    void lettersGoOnBothSidesOfAFormulaAndBehindADeletion() throws Exception {
        WordDocument document = document(List.of(List.of(letters("Let "), thing(), letters(" be."), deleted("gone"), letters(" Then."))));
        document.replace(4, 0, "all of ");
        document.replace(document.get().indexOf(" be."), 0, "'s");
        document.replace(document.get().indexOf(" Then."), 0, "!");
        assertEquals("Let all of \uFFFC's be.gone! Then.", document.get());
        assertEquals(List.of("@4>all of ", "@5>'s", "@9>!"), edits(document));
    }

    @Test
    void aWholeStretchCanGoAndComeBack() throws Exception {
        WordDocument document = document(List.of(List.of(thing(), letters("word"), thing())));
        document.replace(1, 4, "");
        assertTrue(document.allows(1, 0, "new"));
        document.replace(1, 0, "new");
        assertEquals(List.of("word@1>new"), edits(document));
        assertFalse(document.allows(0, 0, "x"), "before a formula at the beginning there is no letter to look like");
    }

    @Test
    void editsGiveTheTextOfTheLineWhateverWasTyped() throws Exception {
        Random random = new Random(11);
        for (int run = 0; run < 300; run++) {
            List<List<Stretch>> lines = new ArrayList<>();
            for (int line = 0; line < 3; line++) {
                List<Stretch> stretches = new ArrayList<>();
                for (int i = 0; i <= random.nextInt(6); i++) {
                    stretches.add(switch (random.nextInt(4)) {
                        case 0 -> thing();
                        case 1 -> deleted("old ");
                        default -> letters("some words here. ");
                    });
                }
                lines.add(stretches);
            }
            WordDocument document = document(lines);
            for (int i = 0; i < 20; i++) {
                int offset = random.nextInt(document.getLength() + 1);
                int length = Math.min(document.getLength() - offset, random.nextInt(5));
                String text = random.nextBoolean() ? "" : "new";
                if (document.allows(offset, length, text)) {
                    document.replace(offset, length, text);
                }
            }
            assertEquals(plainLines(document), applied(document), "run " + run);
        }
    }

    /** The lines without what is no text of their paragraphs. */
    private static List<String> plainLines(WordDocument document) throws BadLocationException {
        List<String> plain = new ArrayList<>();
        for (int line = 0; line < document.lineCount(); line++) {
            StringBuilder text = new StringBuilder();
            for (int span = 0; span < document.line(line).spans().size(); span++) {
                if (document.line(line).spans().get(span).source().isPresent()) {
                    text.append(document.place(line, span).of(document.get()));
                }
            }
            plain.add(text.toString());
        }
        return plain;
    }

    private static List<String> applied(WordDocument document) throws BadLocationException {
        List<SourceEdit> edits = document.edits();
        return document.rendition().manuscript().sources().stream()
                .map(source -> new TextEdits(edits.stream()
                                .filter(edit -> edit.range().unit().equals(source.unit()))
                                .map(edit -> new TextEdit(edit.range().range(), edit.replacement()))
                                .toList())
                        .applyTo(source.text()))
                .toList();
    }
}
