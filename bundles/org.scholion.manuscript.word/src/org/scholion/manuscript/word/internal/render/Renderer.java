package org.scholion.manuscript.word.internal.render;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.rendition.RenderedLine;
import org.scholion.manuscript.rendition.RenderedLine.Alignment;
import org.scholion.manuscript.rendition.RenderedLine.Cell;
import org.scholion.manuscript.rendition.RenderedLine.Story;
import org.scholion.manuscript.rendition.Rendition;
import org.scholion.manuscript.rendition.Span;
import org.scholion.manuscript.rendition.Span.Look;
import org.scholion.manuscript.word.internal.Messages;
import org.scholion.manuscript.word.internal.opc.Container;
import org.scholion.manuscript.word.internal.opc.PartText;
import org.scholion.manuscript.word.internal.opc.Pictures;
import org.scholion.manuscript.word.internal.opc.WordPackage;
import org.scholion.manuscript.word.internal.read.DocumentReader;
import org.scholion.manuscript.word.internal.read.Numbering;
import org.scholion.manuscript.word.internal.read.Paragraph;
import org.scholion.manuscript.word.internal.read.ParagraphKinds;
import org.scholion.manuscript.word.internal.read.Styles;
import org.scholion.manuscript.word.internal.xml.XmlElement;
import org.scholion.manuscript.word.internal.xml.XmlParts;
import org.scholion.manuscript.word.internal.xml.XmlSyntaxException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

/** Lays the paragraphs of one document out as lines, as the reader of documents comes by them. */
public final class Renderer implements DocumentReader.Witness {

    private static final String LABEL_END = "  ";

    private final Map<String, WordPackage.Use> uses = new HashMap<>();
    private final Appearance appearance;
    private final Drawings drawings;
    private final ParagraphKinds kinds;
    private final ListLabels lists;
    private final NoteNumbers notes = new NoteNumbers();
    private final Deque<Table> tables = new ArrayDeque<>();
    private final List<Draft> drafts = new ArrayList<>();
    private int tableCount;
    private int boxes;
    /** Of the paragraph that is to come. */
    private String label = "";

    /** A table that is open. */
    private static final class Table {
        private final int number;
        private final int firstDraft;
        private int row = -1;
        private int column = -1;

        Table(int number, int firstDraft) {
            this.number = number;
            this.firstDraft = firstDraft;
        }
    }

    /** A line before it is known where it stands, and what kind of block it is. */
    record Draft(List<LinePart> parts, Story story, Alignment alignment, Optional<Cell> cell) {
        Draft {
            parts = List.copyOf(parts);
        }
    }

    private Renderer(WordPackage parts, Styles styles, Numbering numbering, Map<String, Map<String, String>> pictures) {
        kinds = new ParagraphKinds(styles, numbering);
        lists = new ListLabels(numbering);
        appearance = new Appearance(styles);
        drawings = new Drawings(pictures);
        parts.notes().forEach(related -> uses.put(related.part().name(), related.use()));
    }

    /**
     * Renders a document.
     *
     * @param read makes a manuscript of what was read
     */
    public static RenderedDocument render(Container container, ManuscriptOf read, CancelToken cancel)
            throws ManuscriptException, CancelledException {
        WordPackage parts = WordPackage.read(container);
        Renderer renderer = new Renderer(parts, styles(parts, cancel), numbering(parts, cancel), pictures(container));
        Manuscript manuscript = read.of(new DocumentReader(container.file(), parts, renderer, cancel).read());
        return renderer.lines(manuscript);
    }

    /** Makes a manuscript. */
    @FunctionalInterface
    public interface ManuscriptOf {
        Manuscript of(DocumentReader.Read read);
    }

    private static Map<String, Map<String, String>> pictures(Container container) {
        try {
            return Pictures.names(container);
        } catch (IOException e) {
            // the text can be read all the same; each picture shows as a frame
            return Map.of();
        }
    }

    private static Styles styles(WordPackage parts, CancelToken cancel) throws CancelledException {
        Styles styles = new Styles();
        if (parts.styles().isPresent()) {
            read(parts.styles().get(), "w:styles", styles::take, cancel);
        }
        return styles;
    }

    private static Numbering numbering(WordPackage parts, CancelToken cancel) throws CancelledException {
        Numbering numbering = new Numbering();
        for (WordPackage.Related related : parts.notes()) {
            if (related.use() == WordPackage.Use.NUMBERING) {
                read(related.part(), "w:numbering", numbering::take, cancel);
            }
        }
        return numbering;
    }

    private static void read(PartText part, String root, XmlParts.Taker taker, CancelToken cancel) throws CancelledException {
        try {
            new XmlParts().read(part.text(), Set.of(root), taker, cancel);
        } catch (XmlSyntaxException e) {
            // the reader of the document says so; what stands before the damage holds
            return;
        }
    }

    @Override
    public void begin(XmlElement container) {
        switch (container.name()) {
            case "w:tbl" -> tables.push(new Table(tableCount++, drafts.size()));
            case "w:tr" -> {
                if (!tables.isEmpty()) {
                    tables.peek().row++;
                    tables.peek().column = -1;
                }
            }
            case "w:tc" -> {
                if (!tables.isEmpty()) {
                    tables.peek().column++;
                }
            }
            case "w:txbxContent" -> boxes++;
            case "w:footnote", "w:endnote" ->
                label = notes.label(container.is("w:endnote"), container.attribute("w:id").orElse(""));
            default -> {
                // wrappers
            }
        }
    }

    @Override
    public void end(XmlElement container) {
        switch (container.name()) {
            case "w:tbl" -> {
                Table table = tables.poll();
                if (table != null && tables.isEmpty()) {
                    TableRows.sideBySide(drafts.subList(table.firstDraft, drafts.size()));
                }
            }
            case "w:txbxContent" -> boxes--;
            default -> {
                // as it was before
            }
        }
    }

    @Override
    public void leave(XmlElement element) {
        String text = switch (element.name()) {
            case "w:altChunk" -> Messages.shown_document;
            case "w:tr", "w:tc" -> Messages.shown_deletedCells;
            default -> element.child("w:sdtPr").flatMap(properties -> properties.child("w:showingPlcHdr")).isPresent()
                    ? Messages.shown_prompt
                    : Messages.shown_contents;
        };
        drafts.add(thing(new Span.Thing(PlaceholderKind.OBJECT, text, Optional.empty()), Story.BODY));
    }

    @Override
    public void see(SourceUnit unit, PartText part, XmlElement element, Paragraph paragraph) {
        String style = kinds.style(element);
        Story story = story(part.name());
        LineBuilder line = new LineBuilder(appearance, drawings, part.name(), style, unit);
        String before = label.isEmpty() ? kinds.listPlace(element, style).map(lists::next).orElse("") : label;
        label = "";
        if (!before.isEmpty() && !paragraph.pieces().isEmpty()) {
            line.mark(before + LABEL_END, Set.of(Look.MARK), Optional.empty());
        }
        line.add(paragraph.pieces(), new Insets(paragraph.pieces(), notes, element).all());
        // a paragraph without letters has no place for some
        Optional<SourceUnit> changeable = paragraph.pieces().isEmpty() ? Optional.empty() : Optional.of(unit);
        LinePart shown = new LinePart(changeable, line.text(), line.spans(), line.pieces());
        drafts.add(new Draft(List.of(shown), story, appearance.alignment(element, style), cell()));
        for (XmlElement drawing : Drawings.floating(element)) {
            drafts.add(thing(drawings.thing(drawing, part.name()), story));
        }
    }

    private Draft thing(Span.Thing thing, Story story) {
        Span span = new Span(new TextRange(0, 1), Optional.empty(), Set.of(), 1, false, Optional.empty(), Optional.of(thing));
        LinePart part = new LinePart(Optional.empty(), String.valueOf(Prose.PLACEHOLDER), List.of(span), List.of());
        return new Draft(List.of(part), story, Alignment.CENTRE, cell());
    }

    private Optional<Cell> cell() {
        return boxes > 0 || tables.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cell(tables.getLast().number, Math.max(0, tables.getLast().row), Math.max(0, tables.getLast().column)));
    }

    private Story story(String part) {
        WordPackage.@Nullable Use use = uses.get(part);
        if (boxes > 0) {
            return Story.TEXT_BOX;
        }
        if (use == null) {
            return Story.BODY;
        }
        return switch (use) {
            case FOOTNOTES, ENDNOTES -> Story.NOTE;
            case HEADER -> Story.HEADER;
            case FOOTER -> Story.FOOTER;
            case COMMENTS -> Story.COMMENT;
            case NUMBERING -> Story.BODY;
        };
    }

    private RenderedDocument lines(Manuscript manuscript) {
        Map<SourceUnit, Block> blocks = new HashMap<>();
        manuscript.blocks().forEach(block -> blocks.putIfAbsent(block.range().unit(), block));
        StringBuilder text = new StringBuilder();
        List<RenderedLine> lines = new ArrayList<>();
        for (Draft draft : drafts) {
            if (!lines.isEmpty()) {
                text.append(Rendition.LINE_END);
            }
            int start = text.length();
            List<Span> spans = new ArrayList<>();
            for (LinePart part : draft.parts()) {
                if (part != draft.parts().getFirst()) {
                    TextRange end = TextRange.ofLength(text.length() - start, RenderedDocument.CELL_END.length());
                    spans.add(new Span(end, Optional.empty(), Set.of(Look.CELL_END), 1, false, Optional.empty(), Optional.empty()));
                    text.append(RenderedDocument.CELL_END);
                }
                int shift = text.length() - start;
                part.spans().forEach(span -> spans.add(span.shifted(shift)));
                text.append(part.text());
            }
            Optional<Block> block = draft.parts().getFirst().unit().flatMap(unit -> Optional.ofNullable(blocks.get(unit)));
            lines.add(new RenderedLine(
                    new TextRange(start, text.length()), block.map(Block::kind).orElse(otherwise(draft)), block.map(Block::level).orElse(0),
                    draft.story(), draft.alignment(), draft.cell(), spans));
        }
        return new RenderedDocument(new Rendition(manuscript, text.toString(), lines), drafts.stream().map(Draft::parts).toList());
    }

    private static BlockKind otherwise(Draft draft) {
        return draft.cell().isPresent() ? BlockKind.TABLE_CELL : BlockKind.PARAGRAPH;
    }
}
