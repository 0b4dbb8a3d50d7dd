package org.scholion.ui.word.internal.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IRegion;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.rendition.RenderedLine;
import org.scholion.manuscript.rendition.Rendition;
import org.scholion.manuscript.rendition.Span;
import org.scholion.text.TextRange;

/**
 * The text of a Word document in an editor. It has the lines of its rendition for ever; inside of them, letters may be changed that stand
 * in the document as such. Used in the thread of the user interface.
 */
public final class WordDocument extends Document {

    private Rendition rendition;
    private List<EditedLine> lines;
    /** What letters stand for that were not in the rendition. */
    private final Map<Character, NewCitation> citations = new HashMap<>();
    /** Each line as it is, as far as somebody asked for it. */
    private @Nullable String[] texts;
    private Optional<Dragged> dragged = Optional.empty();

    /** A citation that is being dragged. */
    private record Dragged(String shown, char letter) {}

    public WordDocument(Rendition rendition) {
        super(rendition.text());
        this.rendition = rendition;
        lines = lines(rendition);
        texts = new String[lines.size()];
    }

    private static List<EditedLine> lines(Rendition rendition) {
        return rendition.lines().stream().map(line -> new EditedLine(line, line.range().of(rendition.text()))).toList();
    }

    public Rendition rendition() {
        return rendition;
    }

    /** Takes another state of the file; what was edited is given up. */
    public void renew(Rendition fresh) {
        rendition = fresh;
        lines = lines(fresh);
        texts = new String[lines.size()];
        citations.clear();
        set(fresh.text());
    }

    /** How many lines there are; each is one of the rendition. */
    public int lineCount() {
        return lines.size();
    }

    public RenderedLine line(int index) {
        return lines.get(index).rendered();
    }

    /** The text of a line; the same string as long as it is not changed, since text widgets ask for each line again and again. */
    public String text(int line) throws BadLocationException {
        String known = texts[line];
        if (known == null) {
            IRegion place = getLineInformation(line);
            known = get(place.getOffset(), place.getLength());
            texts[line] = known;
        }
        return known;
    }

    /** Where a span of a line stands now, in the text; empty when its letters were taken away. */
    public TextRange place(int line, int span) throws BadLocationException {
        return lines.get(line).place(span).shifted(getLineOffset(line));
    }

    /** The span of the letter at a place of the text; null between lines. */
    public @Nullable Span spanAt(int offset) throws BadLocationException {
        int line = getLineOfOffset(offset);
        List<Span> spans = line < lines.size() ? line(line).spans() : List.of();
        for (int i = 0; i < spans.size(); i++) {
            if (place(line, i).contains(offset)) {
                return spans.get(i);
            }
        }
        return null;
    }

    /** What the letter at a place stands for, be it of the document or new; empty where it is text, and between lines. */
    public Optional<Span.Thing> thingAt(int offset) throws BadLocationException {
        Optional<Span.Thing> fresh =
                citationAt(offset).map(citation -> new Span.Thing(PlaceholderKind.CITATION, citation.shown(), Optional.empty()));
        Span span = fresh.isPresent() ? null : spanAt(offset);
        return span == null ? fresh : span.thing();
    }

    /** From now on a letter stands for a citation, wherever and as often as it is put into the text. */
    public void define(char letter, NewCitation citation) {
        citations.put(letter, citation);
    }

    /** A citation is being dragged: dropped here, what it reads like becomes the letter that stands for it. */
    public void drag(String shown, char letter) {
        dragged = Optional.of(new Dragged(shown, letter));
    }

    public void endDrag() {
        dragged = Optional.empty();
    }

    /** The letter for what is dropped; empty where that is just text. */
    public Optional<Character> dragged(String text) {
        return dragged.filter(one -> one.shown().equals(text)).map(Dragged::letter);
    }

    /** The new citation that the letter at a place stands for. */
    public Optional<NewCitation> citationAt(int offset) throws BadLocationException {
        return offset < 0 || offset >= getLength() || citations.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(citations.get(getChar(offset)));
    }

    /** Whether a stretch of the text may be replaced. */
    public boolean allows(int offset, int length, @Nullable String text) {
        String replacement = text == null ? "" : text;
        if (length == 0 && replacement.isEmpty()) {
            return true;
        }
        if (replacement.chars().anyMatch(c -> c == '\n' || c == '\r' || c == Prose.PLACEHOLDER)) {
            return false;
        }
        try {
            int line = getLineOfOffset(offset);
            IRegion place = getLineInformation(line);
            TextRange replaced = TextRange.ofLength(offset - place.getOffset(), length);
            return line < lines.size() && replaced.end() <= place.getLength() && lines.get(line).allows(replaced, replacement);
        } catch (BadLocationException e) {
            return false;
        }
    }

    /** @throws BadLocationException also when the letters there cannot be changed */
    @Override
    public void replace(int offset, int length, @Nullable String text, long stamp) throws BadLocationException {
        if (!allows(offset, length, text)) {
            throw new BadLocationException("cannot be changed: " + offset + ", " + length);
        }
        int line = getLineOfOffset(offset);
        if (line < lines.size()) {
            TextRange replaced = TextRange.ofLength(offset - getLineOffset(line), length);
            lines.get(line).replaced(replaced, text == null ? "" : text);
            texts[line] = null;
        }
        super.replace(offset, length, text, stamp);
    }

    /** What was changed since the document was read. */
    public List<SourceEdit> edits() throws BadLocationException {
        List<SourceEdit> edits = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            edits.addAll(lines.get(i).edits(text(i), citations));
        }
        return edits;
    }
}
