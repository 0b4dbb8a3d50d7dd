package org.scholion.manuscript.word.internal.read;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.scholion.manuscript.word.internal.xml.XmlElement;

/**
 * What stands in a paragraph.
 *
 * @param pieces its text, in order
 * @param boxes elements with paragraphs of their own that are anchored here, in order
 * @param notes what its note marks refer to, in order
 * @param sequence whether a number of a sequence, as of a caption, stands in it
 * @param fields the kinds of the fields whose results stand in it, wherever they begin and end
 */
public record Paragraph(List<Piece> pieces, List<XmlElement> boxes, List<NoteMark> notes, boolean sequence, Set<Field> fields) {

    /**
     * The mark of a note.
     *
     * @param endnote whether it stands at the end of the document
     * @param id of the note in its part
     */
    public record NoteMark(boolean endnote, String id) {}

    public Paragraph {
        pieces = List.copyOf(pieces);
        boxes = List.copyOf(boxes);
        notes = List.copyOf(notes);
        fields = Set.copyOf(fields);
    }

    /** Paragraphs one behind another that are one to the reader, since the marks between them are deleted. */
    static Paragraph joined(List<Paragraph> paragraphs) {
        if (paragraphs.size() == 1) {
            return paragraphs.getFirst();
        }
        return new Paragraph(
                paragraphs.stream().flatMap(one -> one.pieces().stream()).toList(),
                paragraphs.stream().flatMap(one -> one.boxes().stream()).toList(),
                paragraphs.stream().flatMap(one -> one.notes().stream()).toList(),
                paragraphs.stream().anyMatch(Paragraph::sequence),
                paragraphs.stream().flatMap(one -> one.fields().stream()).collect(Collectors.toSet()));
    }

    /** The text that offsets in this paragraph count in. */
    public String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }
}
