package org.scholion.ui.latex.internal.editor;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.syntax.LineColours;

/** A document at one moment. */
final class DocumentLines implements LineColours.Lines {

    private final IDocument document;
    private final String text;

    DocumentLines(IDocument document) {
        this.document = document;
        this.text = document.get();
    }

    @Override
    public CharSequence text() {
        return text;
    }

    @Override
    public int count() {
        return document.getNumberOfLines();
    }

    @Override
    public TextRange line(int number) {
        try {
            IRegion line = document.getLineInformation(number);
            return TextRange.ofLength(line.getOffset(), line.getLength());
        } catch (BadLocationException problem) {
            throw new IndexOutOfBoundsException(problem.getMessage());
        }
    }
}
