package org.scholion.ui.word.internal.cite;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.rendition.RenditionReader;
import org.scholion.text.TextRange;
import org.scholion.ui.word.internal.Messages;
import org.scholion.ui.word.internal.document.Services;
import org.scholion.ui.word.internal.document.WordDocument;

/** Puts citations into the text of a document that is edited. In the thread of the user interface. */
final class CitationInsertion {

    private static final String NO_SPACE_BEHIND = " \u00a0([{/\u201c\u2018-\u2013\u2014\u2028\t";

    private final WordDocument document;
    private final Path file;

    /** What was done: where the caret goes, or why nothing was done. */
    record Done(int caret, String message) {}

    CitationInsertion(WordDocument document, Path file) {
        this.document = document;
        this.file = file;
    }

    /** The letter that stands for a citation from now on; empty where the document has none left. */
    Optional<Character> letter(NewCitation citation) {
        Optional<RenditionReader> reader = Services.reader(file);
        Optional<Character> letter = reader.flatMap(one -> one.letterFor(file, citation));
        letter.ifPresent(one -> document.define(one, citation));
        return letter;
    }

    /** Cites at a place, in one step that can be undone: in the new citation that stands there, in one with that of the document, or anew. */
    Done insert(int offset, NewCitation citation) throws BadLocationException {
        for (int at : new int[] {offset - 1, offset}) {
            Optional<NewCitation> there = document.citationAt(at);
            if (there.isPresent()) {
                NewCitation joined = there.get().with(citation);
                return joined.equals(there.get()) ? new Done(offset, Messages.cite_there) : write(TextRange.ofLength(at, 1), "", joined, "");
            }
        }
        if (isCitation(offset - 1) || isCitation(offset)) {
            return write(TextRange.at(offset), "", citation, "");
        }
        return alone(offset, citation);
    }

    private boolean isCitation(int offset) throws BadLocationException {
        return offset >= 0 && offset < document.getLength()
                && document.thingAt(offset).filter(thing -> thing.kind() == PlaceholderKind.CITATION).isPresent();
    }

    /** Behind the word at the place, with a space before it. */
    private Done alone(int offset, NewCitation citation) throws BadLocationException {
        int end = offset;
        while (end > 0 && end < document.getLength() && isWord(end - 1) && isWord(end)) {
            end++;
        }
        int start = end;
        while (start > 0 && document.getChar(start - 1) == ' ') {
            start--;
        }
        boolean lineStart = start == 0 || document.getChar(start - 1) == '\n';
        if (lineStart || !document.allows(start, end - start, " ")) {
            start = end;
        }
        boolean tight = lineStart || start > 0 && isTight(document.getChar(start - 1));
        boolean follows = end < document.getLength() && isWord(end) && !Character.isIdeographic(document.getChar(end));
        return write(new TextRange(start, end), tight ? "" : " ", citation, follows ? " " : "");
    }

    private static boolean isTight(char before) {
        return NO_SPACE_BEHIND.indexOf(before) >= 0 || Character.isIdeographic(before);
    }

    private boolean isWord(int offset) throws BadLocationException {
        return Character.isLetterOrDigit(document.getChar(offset));
    }

    private Done write(TextRange range, String before, NewCitation citation, String behind) throws BadLocationException {
        if (!document.allows(range.start(), range.length(), "x")) {
            return new Done(range.start(), Messages.cite_notHere);
        }
        Optional<Character> letter = letter(citation);
        if (letter.isEmpty()) {
            return new Done(range.start(), Messages.cite_notHere);
        }
        IDocumentUndoManager undo = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
        if (undo != null) {
            undo.beginCompoundChange();
        }
        try {
            document.replace(range.start(), range.length(), before + letter.get() + behind);
        } finally {
            if (undo != null) {
                undo.endCompoundChange();
            }
        }
        return new Done(range.start() + before.length() + 1, "");
    }
}
