package org.scholion.manuscript.word.internal.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.word.internal.xml.XmlElement;

/**
 * What stands in a paragraph.
 *
 * @param pieces its text, in order
 * @param boxes elements with paragraphs of their own that are anchored here, in order
 * @param notes what its note marks refer to, in order
 * @param sequence the sequence that a number in it is of, such as {@code Figure} in a caption; empty where there is none
 * @param bookmarks that begin in it, in order
 * @param runs that its text stands in, in order
 * @param fields the kinds of the fields whose results stand in it, wherever they begin and end
 */
public record Paragraph(
        List<Piece> pieces,
        List<XmlElement> boxes,
        List<NoteMark> notes,
        Optional<String> sequence,
        List<Bookmark> bookmarks,
        List<SourceText.Run> runs,
        Set<Field> fields) {

    /**
     * The mark of a note.
     *
     * @param endnote whether it stands at the end of the document
     * @param id of the note in its part
     */
    public record NoteMark(boolean endnote, String id) {}

    /**
     * A place that references can go to.
     *
     * @param offset in the text of the paragraph
     */
    public record Bookmark(String name, int offset) {}

    public Paragraph {
        pieces = List.copyOf(pieces);
        boxes = List.copyOf(boxes);
        notes = List.copyOf(notes);
        bookmarks = List.copyOf(bookmarks);
        runs = List.copyOf(runs);
        fields = Set.copyOf(fields);
    }

    /** Paragraphs one behind another that are one to the reader, since the marks between them are deleted; bookmarks and runs are left out. */
    static Paragraph joined(List<Paragraph> paragraphs) {
        if (paragraphs.size() == 1) {
            return paragraphs.getFirst();
        }
        return new Paragraph(
                paragraphs.stream().flatMap(one -> one.pieces().stream()).toList(),
                paragraphs.stream().flatMap(one -> one.boxes().stream()).toList(),
                paragraphs.stream().flatMap(one -> one.notes().stream()).toList(),
                paragraphs.stream().flatMap(one -> one.sequence().stream()).findFirst(),
                List.of(),
                List.of(),
                paragraphs.stream().flatMap(one -> one.fields().stream()).collect(Collectors.toSet()));
    }

    /** The text that offsets in this paragraph count in. */
    public String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }
}
