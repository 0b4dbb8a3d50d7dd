package org.scholion.manuscript.word.internal.render;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.OpenTexts.OpenText;
import org.scholion.manuscript.Problem;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.Structure.Citation;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.rendition.Rendition;
import org.scholion.manuscript.word.internal.read.Citations;
import org.scholion.manuscript.word.internal.read.CitedWorks;
import org.scholion.manuscript.word.internal.read.Piece;
import org.scholion.manuscript.word.internal.read.ProseBuilder;
import org.scholion.text.TextRange;

/**
 * A document whose rendition is being edited, as a manuscript whose ranges count in the edited text. Blocks stay what they were; the prose
 * of those in which something changed is made anew. Used for one text.
 */
public final class EditedDocument {

    private static final String UNKNOWN_LANGUAGE = "und";

    private final RenderedDocument document;
    private final Manuscript before;
    private final SourceUnit whole;
    private final List<String> texts;
    private final Map<Character, NewCitation> citations;
    private final Map<SourceUnit, Place> places = new HashMap<>();

    /**
     * Where a paragraph stands now.
     *
     * @param range in the text
     * @param pieces of the paragraph, with places that begin at that of {@code range}
     * @param same whether its prose is that of the file
     */
    private record Place(TextRange range, List<Piece> pieces, boolean same) {}

    private EditedDocument(Path file, RenderedDocument document, Map<Character, NewCitation> citations, List<String> texts) {
        this.citations = citations;
        this.document = document;
        this.texts = texts;
        before = document.rendition().manuscript();
        whole = new SourceUnit.TextFile(file);
        int start = 0;
        for (int line = 0; line < document.parts().size(); line++) {
            place(line, start);
            start += texts.get(line).length() + 1;
        }
    }

    private void place(int line, int start) {
        List<LinePart> parts = document.parts().get(line);
        boolean changed = isChanged(line);
        List<List<Piece>> pieces = changed ? changed(parts, texts.get(line), citations) : parts.stream().map(LinePart::pieces).toList();
        int from = start;
        for (int i = 0; i < parts.size(); i++) {
            LinePart part = parts.get(i);
            List<Piece> own = pieces.get(i);
            int length = own.stream().mapToInt(piece -> piece.text().length()).sum();
            Place place = new Place(TextRange.ofLength(from, length), own, !changed && !part.isInterrupted());
            part.unit().ifPresent(unit -> places.putIfAbsent(unit, place));
            from += length + RenderedDocument.CELL_END.length();
        }
    }

    /** The pieces of each part of a changed line. */
    private static List<List<Piece>> changed(List<LinePart> parts, String text, Map<Character, NewCitation> citations) {
        List<Piece> all = new ArrayList<>();
        List<Piece> ends = new ArrayList<>();
        for (LinePart part : parts) {
            if (part != parts.getFirst()) {
                Piece end = new Piece.Mark(RenderedDocument.CELL_END, "", LineBuilder.NO_LOOK, null);
                ends.add(end);
                all.add(end);
            }
            all.addAll(part.pieces());
        }
        List<List<Piece>> changed = new ArrayList<>();
        List<Piece> part = new ArrayList<>();
        for (Piece piece : EditedPieces.of(all, text, citations)) {
            if (changed.size() < ends.size() && piece == ends.get(changed.size())) {
                changed.add(part);
                part = new ArrayList<>();
            } else {
                part.add(piece);
            }
        }
        changed.add(part);
        return changed;
    }

    /**
     * The manuscript of an edited text.
     *
     * @param file absolute and normalised
     * @param citations that letters of the text stand for
     * @return empty when the text is no changed form of the rendition, since it has other lines
     */
    public static Optional<Manuscript> manuscript(
            Path file, RenderedDocument document, Map<Character, NewCitation> citations, OpenText open) {
        List<String> texts = List.of(open.text().split(String.valueOf(Rendition.LINE_END), -1));
        if (texts.size() != Math.max(1, document.rendition().lines().size())) {
            return Optional.empty();
        }
        return Optional.of(new EditedDocument(file, document, citations, texts).manuscript(open));
    }

    private Manuscript manuscript(OpenText open) {
        SourceText source = new SourceText(whole, open.text(), StandardCharsets.UTF_8, false, open.revision());
        List<Block> blocks = new ArrayList<>();
        for (Block block : before.blocks()) {
            block(block).ifPresent(blocks::add);
        }
        List<Problem> problems = before.problems().stream()
                .map(problem -> new Problem(new SourceRange(whole, TextRange.at(0)), problem.line(), problem.message()))
                .toList();
        return new Manuscript(
                whole, before.format(), before.language(), List.of(source), blocks, structure(open.text()), List.of(), problems, before.notation());
    }

    /** What the text cites now, and the works that the document knows; places of all else in a structure would be none of the text. */
    private Structure structure(String text) {
        List<Citation> cited = places.values().stream()
                .sorted(Comparator.comparing(Place::range))
                .flatMap(place -> Citations.in(place.pieces(), whole, place.range().start()).stream())
                .toList();
        Map<String, BibliographyEntry> works = new LinkedHashMap<>();
        before.structure().bibliography().stream().map(this::moved).forEach(work -> works.putIfAbsent(work.key(), work));
        citations.forEach((letter, citation) -> {
            int place = text.indexOf(letter);
            if (place >= 0) {
                CitedWorks.of(citation, new SourceRange(whole, TextRange.at(place))).forEach(work -> works.putIfAbsent(work.key(), work));
            }
        });
        boolean all = cited.stream().flatMap(citation -> citation.keys().stream()).allMatch(key -> works.containsKey(key.name()));
        List<BibliographyEntry> known = all ? List.copyOf(works.values()) : List.of();
        return new Structure(List.of(), List.of(), cited, known, List.of(), List.of(), List.of(), List.of());
    }

    private BibliographyEntry moved(BibliographyEntry entry) {
        Place place = places.get(entry.range().unit());
        TextRange range = TextRange.at(place == null ? 0 : place.range().start());
        return new BibliographyEntry(
                entry.key(), entry.type(), entry.authors(), entry.title(), entry.year(), entry.venue(), new SourceRange(whole, range));
    }

    private Optional<Block> block(Block block) {
        Place first = places.get(block.range().unit());
        if (first == null) {
            return Optional.empty();
        }
        Prose prose = block.prose();
        if (!prose.isEmpty()) {
            // several where marks between paragraphs are deleted
            List<SourceUnit> units = prose.map().segments().stream().map(segment -> segment.source().unit()).distinct().toList();
            prose = moved(units.stream().allMatch(unit -> places.get(unit).same()) ? prose : changed(units, block));
        }
        return prose.isEmpty() && !block.prose().isEmpty()
                ? Optional.empty()
                : Optional.of(new Block(block.kind(), block.level(), prose, block.language(), new SourceRange(whole, first.range())));
    }

    private boolean isChanged(int line) {
        TextRange range = document.rendition().lines().get(line).range();
        String text = texts.get(line);
        return range.length() != text.length() || !document.rendition().text().startsWith(text, range.start());
    }

    private Prose changed(List<SourceUnit> units, Block block) {
        ProseBuilder builder = new ProseBuilder();
        units.forEach(unit -> builder.add(unit, places.get(unit).pieces()));
        return builder.build(block.language(), UNKNOWN_LANGUAGE);
    }

    private Prose moved(Prose prose) {
        return new Prose(prose.text(), prose.placeholders(), prose.passages(), prose.map().relocated(this::place));
    }

    private SourceRange place(SourceRange range) {
        return new SourceRange(whole, range.range().shifted(places.get(range.unit()).range().start()));
    }
}
