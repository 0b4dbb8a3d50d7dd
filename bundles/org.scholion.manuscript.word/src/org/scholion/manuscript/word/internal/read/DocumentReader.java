package org.scholion.manuscript.word.internal.read;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Problem;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.word.internal.Messages;
import org.scholion.manuscript.word.internal.opc.PartText;
import org.scholion.manuscript.word.internal.opc.WordPackage;
import org.scholion.manuscript.word.internal.xml.XmlElement;
import org.scholion.manuscript.word.internal.xml.XmlParts;
import org.scholion.manuscript.word.internal.xml.XmlSyntaxException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.Revision;
import org.scholion.text.TextRange;

/** Makes blocks of the parts of a document. Used for one document. */
public final class DocumentReader {

    private static final Set<String> BODY = Set.of("w:document", "w:body");
    private static final String UNKNOWN_LANGUAGE = "und";

    private final Path file;
    private final WordPackage parts;
    private final Witness witness;
    private final CancelToken cancel;
    private final XmlParts xml = new XmlParts();
    private final Styles styles = new Styles();
    private final Numbering numbering = new Numbering();
    private final StructureReader structure = new StructureReader();
    private final ParagraphKinds kinds = new ParagraphKinds(styles, numbering);
    private final Map<String, XmlElement> footnotes = new HashMap<>();
    private final Map<String, XmlElement> endnotes = new HashMap<>();
    private final Map<Boolean, PartText> noteParts = new HashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<SourceText> paragraphs = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    /** Paragraphs whose marks are deleted: what comes next continues them. */
    private final List<Half> open = new ArrayList<>();
    private Optional<BlockKind> section = Optional.empty();

    /** Sees each paragraph as it is read. */
    @FunctionalInterface
    public interface Witness {
        /** @param part in which it stands */
        void see(SourceUnit unit, PartText part, XmlElement element, Paragraph paragraph);

        /** Something with paragraphs inside begins: a table, row, cell, note, text box, or what marks them. */
        default void begin(XmlElement container) {
            // paragraphs are enough for most
        }

        /** It ends. */
        default void end(XmlElement container) {
            // paragraphs are enough for most
        }

        /** Something that is shown is not read: a table of contents, another document. */
        default void leave(XmlElement element) {
            // paragraphs are enough for most
        }
    }

    /** The result of reading. */
    public record Read(
            String language, List<Block> blocks, List<SourceText> paragraphs, Structure structure, List<Problem> problems) {}

    /**
     * Where a paragraph stands.
     *
     * @param otherwise what it is where its style says nothing
     * @param fixed whether it is that whatever its style says
     * @param fields that are open
     */
    private record Flow(PartText part, BlockKind otherwise, boolean fixed, OpenFields fields) {
        Flow as(BlockKind kind) {
            return new Flow(part, kind, true, fields);
        }

        /** Another text that stands inside this one. */
        Flow apart() {
            return new Flow(part, otherwise, fixed, new OpenFields());
        }
    }

    /** A paragraph of the file; with its neighbours it may be one to the reader. */
    private record Half(SourceUnit unit, XmlElement element, Paragraph paragraph, Flow flow) {}

    public DocumentReader(Path file, WordPackage parts, CancelToken cancel) {
        this(file, parts, (unit, part, element, paragraph) -> {
            // nobody looks on
        }, cancel);
    }

    /** @param witness called on this thread */
    public DocumentReader(Path file, WordPackage parts, Witness witness, CancelToken cancel) {
        this.file = file;
        this.parts = parts;
        this.witness = witness;
        this.cancel = cancel;
    }

    /** Reads all; what is not well-formed ends its part with a problem. */
    public Read read() throws CancelledException {
        parts.unread().forEach(part -> problem(parts.document().name(), 0, NLS.bind(Messages.partNotRead, part.reason())));
        if (parts.styles().isPresent()) {
            part(parts.styles().get(), Set.of("w:styles"), styles::take);
        }
        for (WordPackage.Related related : parts.notes()) {
            switch (related.use()) {
                case FOOTNOTES -> notes(related.part(), "w:footnotes", footnotes, false);
                case ENDNOTES -> notes(related.part(), "w:endnotes", endnotes, true);
                case NUMBERING -> part(related.part(), Set.of("w:numbering"), numbering::take);
                case HEADER, FOOTER, COMMENTS -> {
                    // after the text, or not at all
                }
            }
        }
        Flow body = new Flow(parts.document(), BlockKind.PARAGRAPH, false, new OpenFields());
        part(parts.document(), BODY, element -> take(element, body));
        for (WordPackage.Related related : parts.notes()) {
            if (related.use() == WordPackage.Use.HEADER || related.use() == WordPackage.Use.FOOTER) {
                Flow flow = new Flow(related.part(), BlockKind.AUTHOR, true, new OpenFields());
                part(related.part(), Set.of("w:hdr", "w:ftr"), element -> take(element, flow));
            }
        }
        return new Read(language(), blocks, paragraphs, structure.build(problems.isEmpty() ? texts() : List.of(), sources()), problems);
    }

    private List<BibliographyEntry> sources() throws CancelledException {
        Optional<PartText> part = parts.sources();
        SourceRange anywhere = new SourceRange(new SourceUnit.TextFile(file), TextRange.at(0));
        return part.isEmpty() ? List.of() : Sources.read(part.get().text(), anywhere, cancel);
    }

    private List<String> texts() {
        return Stream.concat(Stream.of(parts.document()), parts.notes().stream().map(WordPackage.Related::part)).map(PartText::text).toList();
    }

    private void part(PartText part, Set<String> containers, XmlParts.Taker taker) throws CancelledException {
        try {
            xml.read(part.text(), containers, taker, cancel);
        } catch (XmlSyntaxException e) {
            problem(part.name(), e.line(), NLS.bind(Messages.notWellFormed, part.name(), e.getMessage()));
        }
        close();
    }

    private void notes(PartText part, String container, Map<String, XmlElement> notes, boolean endnotes) throws CancelledException {
        noteParts.put(endnotes, part);
        part(part, Set.of(container), note -> {
            // separators have a type
            if (note.attribute("w:type").filter(type -> !type.equals("normal")).isEmpty()) {
                notes.put(note.attribute("w:id").orElse(""), note);
            }
        });
    }

    private void take(XmlElement element, Flow flow) throws CancelledException {
        switch (element.name()) {
            case "w:p" -> paragraph(element, flow);
            case "w:tbl" -> all(element, flow.fixed() ? flow : flow.as(BlockKind.TABLE_CELL));
            case "w:tr", "w:tc" -> {
                if (Deletions.isDeleted(element)) {
                    witness.leave(element);
                } else {
                    all(element, flow);
                }
            }
            case "w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:sdtContent" -> all(element, flow);
            case "w:sdt" -> control(element, flow);
            case "mc:AlternateContent" -> {
                Optional<XmlElement> chosen = ParagraphReader.alternative(element);
                if (chosen.isPresent()) {
                    all(chosen.get(), flow);
                }
            }
            case "w:bookmarkStart" -> element.attribute("w:name").ifPresent(structure::bookmark);
            case "w:altChunk" -> {
                witness.leave(element);
                problem(flow.part().name(), 0, Messages.embeddedDocument);
            }
            default -> {
                // properties, deletions, bookmarks
            }
        }
    }

    /** What stands in a container; its first paragraph does not continue one before it, and its last one ends with it. */
    private void all(XmlElement parent, Flow flow) throws CancelledException {
        close();
        witness.begin(parent);
        for (XmlElement child : parent.elements().toList()) {
            take(child, flow);
        }
        close();
        witness.end(parent);
    }

    private void control(XmlElement control, Flow flow) throws CancelledException {
        Optional<XmlElement> properties = control.child("w:sdtPr");
        String gallery = properties.flatMap(all -> all.child("w:docPartObj")).flatMap(part -> part.value("w:docPartGallery")).orElse("");
        boolean prompt = properties.flatMap(all -> all.toggle("w:showingPlcHdr")).orElse(false);
        Optional<XmlElement> content = control.child("w:sdtContent");
        if (content.isEmpty() || prompt || gallery.equals("Table of Contents")) {
            witness.leave(control);
            return;
        }
        boolean mendeley = properties.flatMap(all -> all.value("w:tag")).orElse("").startsWith("MENDELEY_BIBLIOGRAPHY");
        boolean bibliography = mendeley || gallery.equals("Bibliographies") || properties.flatMap(all -> all.child("w:bibliography")).isPresent();
        all(content.get(), bibliography ? flow.as(BlockKind.BIBLIOGRAPHY) : flow);
    }

    private void paragraph(XmlElement element, Flow flow) throws CancelledException {
        Paragraph paragraph = ParagraphReader.read(element, styles, flow.fields(), kinds.style(element));
        SourceUnit unit = new SourceUnit.WordParagraph(file, flow.part().name(), element.ordinal());
        witness.see(unit, flow.part(), element, paragraph);
        String text = paragraph.text();
        if (!text.isEmpty()) {
            paragraphs.add(new SourceText(unit, text, StandardCharsets.UTF_8, false, Revision.DISK, paragraph.runs()));
        }
        open.add(new Half(unit, element, paragraph, flow));
        if (!Deletions.isMarkDeleted(element)) {
            close();
        }
    }

    /** Ends the paragraph that is open. */
    private void close() throws CancelledException {
        if (open.isEmpty()) {
            return;
        }
        List<Half> halves = List.copyOf(open);
        open.clear();
        // as Word does it: what has text keeps its style
        Half first = halves.stream().filter(half -> !half.paragraph().pieces().isEmpty()).findFirst().orElse(halves.getLast());
        Flow flow = first.flow();
        Paragraph whole = Paragraph.joined(halves.stream().map(Half::paragraph).toList());
        int before = blocks.size();
        Optional<ParagraphKinds.Kind> kind = kinds.of(first.element(), section.filter(below -> !flow.fixed()).orElse(flow.otherwise()));
        if (!whole.fields().contains(Field.CONTENTS) && kind.isPresent()) {
            ProseBuilder builder = new ProseBuilder();
            halves.forEach(half -> builder.add(half.unit(), half.paragraph().pieces()));
            TextRange range = new TextRange(0, first.paragraph().text().length());
            block(whole, builder, kind.get(), flow, new SourceRange(first.unit(), range));
        }
        Optional<Block> made = blocks.size() > before ? Optional.of(blocks.getLast()) : Optional.empty();
        halves.forEach(half -> structure.take(half.unit(), half.paragraph(), made));
        for (Paragraph.NoteMark mark : whole.notes()) {
            note(mark);
        }
        for (XmlElement box : whole.boxes()) {
            all(box, flow.apart());
        }
    }

    private void block(Paragraph paragraph, ProseBuilder builder, ParagraphKinds.Kind byStyle, Flow flow, SourceRange range) {
        String language = builder.language(UNKNOWN_LANGUAGE);
        Prose prose = builder.build(language, UNKNOWN_LANGUAGE);
        ParagraphKinds.Kind kind = kind(paragraph, prose, byStyle, flow);
        switch (kind.kind()) {
            case EQUATION, LISTING -> blocks.add(new Block(kind.kind(), 0, Prose.EMPTY, language, range));
            default -> {
                if (!prose.isEmpty()) {
                    blocks.add(new Block(kind.kind(), kind.level(), prose, language, range));
                }
            }
        }
        if (!flow.fixed() && kind.kind() == BlockKind.HEADING) {
            section = ParagraphKinds.below(prose.text());
        }
    }

    private static ParagraphKinds.Kind kind(Paragraph paragraph, Prose prose, ParagraphKinds.Kind byStyle, Flow flow) {
        if (flow.fixed()) {
            boolean caption = byStyle.kind() == BlockKind.CAPTION || paragraph.sequence().isPresent();
            return flow.otherwise() == BlockKind.TABLE_CELL && caption
                    ? new ParagraphKinds.Kind(BlockKind.CAPTION, 0)
                    : new ParagraphKinds.Kind(flow.otherwise(), 0);
        }
        if (paragraph.fields().contains(Field.BIBLIOGRAPHY)) {
            return new ParagraphKinds.Kind(BlockKind.BIBLIOGRAPHY, 0);
        }
        if (isFormula(paragraph)) {
            return new ParagraphKinds.Kind(BlockKind.EQUATION, 0);
        }
        boolean plain = byStyle.kind() == BlockKind.PARAGRAPH;
        if (plain && paragraph.sequence().isPresent()) {
            return new ParagraphKinds.Kind(BlockKind.CAPTION, 0);
        }
        // written as a heading by hand
        boolean alone = plain && ParagraphKinds.below(prose.text()).isPresent();
        return alone ? new ParagraphKinds.Kind(BlockKind.HEADING, 2) : byStyle;
    }

    /** A formula alone in its paragraph, with nothing but a number or a stop behind it. */
    private static boolean isFormula(Paragraph paragraph) {
        boolean formula = false;
        for (Piece piece : paragraph.pieces()) {
            if (piece instanceof Piece.Thing thing) {
                boolean display = switch (thing.kind()) {
                    case DISPLAY_MATH, INLINE_MATH -> true;
                    default -> false;
                };
                if (!display) {
                    return false;
                }
                formula = true;
            } else if (piece.text().chars().anyMatch(Character::isLetter)) {
                return false;
            }
        }
        return formula;
    }

    private void note(Paragraph.NoteMark mark) throws CancelledException {
        PartText part = noteParts.get(mark.endnote());
        XmlElement content = (mark.endnote() ? endnotes : footnotes).remove(mark.id());
        if (part != null && content != null) {
            all(content, new Flow(part, BlockKind.FOOTNOTE, true, new OpenFields()));
        }
    }

    /** The language of most letters. */
    private String language() {
        Map<String, Integer> letters = new HashMap<>();
        blocks.forEach(block -> letters.merge(block.language(), block.prose().text().length(), Integer::sum));
        return letters.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(UNKNOWN_LANGUAGE);
    }

    private void problem(String part, int line, String message) {
        SourceUnit unit = new SourceUnit.WordParagraph(file, part, 0);
        problems.add(new Problem(new SourceRange(unit, TextRange.at(0)), line, message));
    }
}
