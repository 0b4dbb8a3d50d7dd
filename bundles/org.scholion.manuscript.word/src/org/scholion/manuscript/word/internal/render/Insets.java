package org.scholion.manuscript.word.internal.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.rendition.Rendition;
import org.scholion.manuscript.rendition.Span.Look;
import org.scholion.manuscript.rendition.TrackedChange;
import org.scholion.manuscript.word.internal.read.Piece;
import org.scholion.manuscript.word.internal.xml.XmlElement;

/** Finds what shows between the letters of a paragraph and is no text of it: deletions and marks of notes. Used for one paragraph. */
final class Insets {

    private static final String DELETED_TEXT = "w:delText";

    private final NoteNumbers notes;
    private final List<Place> places = new ArrayList<>();
    private final List<Inset> found = new ArrayList<>();
    private final int length;

    /**
     * What shows.
     *
     * @param offset in the text of the paragraph, of the letter that it stands before
     */
    record Inset(int offset, String text, Set<Look> looks, Optional<TrackedChange> change) {}

    /** That element prints the letter at that offset. */
    private record Place(int offset, int element) {}

    Insets(List<Piece> pieces, NoteNumbers notes, XmlElement paragraph) {
        this.notes = notes;
        int offset = 0;
        for (Piece piece : pieces) {
            int start = offset;
            element(piece).ifPresent(element -> places.add(new Place(start, element.range().start())));
            offset += piece.text().length();
        }
        length = offset;
        collect(paragraph);
    }

    /** In order. */
    List<Inset> all() {
        return found;
    }

    private void collect(XmlElement parent) {
        Drawings.shown(parent).forEach(element -> {
            switch (element.name()) {
                case "w:del", "w:moveFrom" -> deleted(element);
                case "w:footnoteReference", "w:endnoteReference" -> {
                    String label = notes.label(element.is("w:endnoteReference"), element.attribute("w:id").orElse(""));
                    found.add(new Inset(offset(element), label, Set.of(Look.MARK, Look.SUPERSCRIPT), Optional.empty()));
                }
                case "w:pPr", "w:rPr", "w:txbxContent" -> {
                    // properties say of changes, too; a text box has paragraphs of its own
                }
                default -> collect(element);
            }
        });
    }

    private void deleted(XmlElement deletion) {
        StringBuilder text = new StringBuilder();
        letters(deletion, text);
        if (!text.isEmpty()) {
            String shown = text.toString().replace(Rendition.LINE_END, ' ').replace('\r', ' ');
            found.add(new Inset(offset(deletion), shown, Set.of(Look.DELETED), Optional.of(Changes.of(deletion))));
        }
    }

    private static void letters(XmlElement parent, StringBuilder text) {
        parent.elements().forEach(element -> {
            if (element.is(DELETED_TEXT) || element.is("w:t")) {
                text.append(element.text());
            } else {
                letters(element, text);
            }
        });
    }

    private int offset(XmlElement element) {
        int start = element.range().start();
        return places.stream().filter(place -> place.element() >= start).mapToInt(Place::offset).findFirst().orElse(length);
    }

    private static Optional<XmlElement> element(Piece piece) {
        return switch (piece) {
            case Piece.Result result -> optional(result.run());
            case Piece.Thing thing -> optional(thing.element());
            default -> piece.origin().map(Piece.Spot::element);
        };
    }

    private static Optional<XmlElement> optional(@Nullable XmlElement element) {
        return element == null ? Optional.empty() : Optional.of(element);
    }
}
