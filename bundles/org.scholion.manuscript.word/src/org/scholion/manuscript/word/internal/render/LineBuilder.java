package org.scholion.manuscript.word.internal.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.rendition.Rendition;
import org.scholion.manuscript.rendition.Span;
import org.scholion.manuscript.rendition.Span.Look;
import org.scholion.manuscript.rendition.TrackedChange;
import org.scholion.manuscript.word.internal.read.Piece;
import org.scholion.manuscript.word.internal.xml.XmlElement;
import org.scholion.text.TextRange;

/** Puts the pieces of a paragraph, and what shows between them, into a line. Used for one paragraph. */
final class LineBuilder {

    /** Of what is no text of the document. */
    static final Piece.Look NO_LOOK = new Piece.Look("", false, false, false);

    private final Appearance appearance;
    private final Drawings drawings;
    private final String part;
    private final String style;
    private final SourceUnit unit;
    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private int source;

    /**
     * @param style of the paragraph
     * @param unit the paragraph
     */
    LineBuilder(Appearance appearance, Drawings drawings, String part, String style, SourceUnit unit) {
        this.unit = unit;
        this.appearance = appearance;
        this.drawings = drawings;
        this.part = part;
        this.style = style;
    }

    String text() {
        return text.toString();
    }

    List<Span> spans() {
        return spans;
    }

    /** The pieces of the line: those of the paragraph, and what prints nothing between them. */
    List<Piece> pieces() {
        return pieces;
    }

    void add(List<Piece> paragraph, List<Insets.Inset> insets) {
        int next = 0;
        for (Piece piece : paragraph) {
            int from = 0;
            while (next < insets.size() && insets.get(next).offset() < source + piece.text().length() - from) {
                int cut = from + Math.max(0, insets.get(next).offset() - source);
                add(piece, from, cut);
                from = cut;
                add(insets.get(next++));
            }
            add(piece, from, piece.text().length());
        }
        insets.subList(next, insets.size()).forEach(this::add);
    }

    private void add(Insets.Inset inset) {
        mark(inset.text(), inset.looks(), inset.change());
    }

    /** Something that shows and is no text of the paragraph. */
    void mark(String shown, Set<Look> looks, Optional<TrackedChange> change) {
        TextRange range = TextRange.ofLength(text.length(), shown.length());
        spans.add(new Span(range, Optional.empty(), looks, appearance.scale(null, style), false, change, Optional.empty()));
        pieces.add(new Piece.Mark(shown, "", NO_LOOK, null));
        text.append(shown);
    }

    private void add(Piece piece, int from, int to) {
        if (from == to) {
            return;
        }
        String letters = piece.text().substring(from, to);
        TextRange range = TextRange.ofLength(text.length(), letters.length());
        XmlElement run = run(piece);
        Span span = new Span(
                range, Optional.of(new SourceRange(unit, TextRange.ofLength(source, letters.length()))), appearance.looks(run, style),
                appearance.scale(run, style),
                piece instanceof Piece.Letters, Changes.insertion(piece), thing(piece));
        add(span);
        pieces.add(piece instanceof Piece.Letters ? new Piece.Letters(letters, piece.look(), null) : piece.detached());
        text.append(letters.replace('\n', Rendition.LINE_BREAK).replace('\f', Rendition.LINE_BREAK).replace('\r', ' '));
        source += letters.length();
    }

    /** Neighbours that look the same are one. */
    private void add(Span span) {
        Span last = spans.isEmpty() ? null : spans.getLast();
        if (last != null && last.editable() && last.source().isPresent() && span.source().isPresent()
                && new Span(span.range(), span.source(), last.looks(), last.scale(), true, last.change(), last.thing()).equals(span)) {
            spans.set(spans.size() - 1, new Span(
                    last.range().hull(span.range()), Optional.of(last.source().get().hull(span.source().get())), last.looks(), last.scale(),
                    true, last.change(), last.thing()));
        } else {
            spans.add(span);
        }
    }

    private static @Nullable XmlElement run(Piece piece) {
        if (piece instanceof Piece.Result result) {
            return result.run();
        }
        Optional<Piece.Spot> origin = piece.origin();
        return origin.isPresent() ? origin.get().run() : null;
    }

    private Optional<Span.Thing> thing(Piece piece) {
        if (!(piece instanceof Piece.Thing thing)) {
            return Optional.empty();
        }
        XmlElement element = thing.element();
        return Optional.of(
                thing.kind() == PlaceholderKind.OBJECT && element != null
                        ? drawings.thing(element, part)
                        : new Span.Thing(thing.kind(), thing.display(), Optional.empty()));
    }
}
