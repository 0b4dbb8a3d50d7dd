package org.scholion.ui.latex.internal.editor;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.syntax.BibScanner;
import org.scholion.ui.latex.internal.syntax.Token;

/** Colours a bibliography file, after a change only the lines that were changed. */
final class BibColouring implements IPresentationDamager, IPresentationRepairer {

    private @Nullable IDocument document;

    @Override
    public void setDocument(@Nullable IDocument newDocument) {
        document = newDocument;
    }

    @Override
    public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
        IDocument changed = event.getDocument();
        int inserted = event.getText() == null ? 0 : event.getText().length();
        try {
            IRegion first = changed.getLineInformationOfOffset(event.getOffset());
            IRegion last = changed.getLineInformationOfOffset(event.getOffset() + inserted);
            return new Region(first.getOffset(), last.getOffset() + last.getLength() - first.getOffset());
        } catch (BadLocationException problem) {
            return new Region(0, changed.getLength());
        }
    }

    @Override
    public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
        IDocument current = document;
        if (current == null) {
            return;
        }
        TextRange damaged = TextRange.ofLength(damage.getOffset(), damage.getLength());
        try {
            int last = current.getLineOfOffset(damaged.end());
            for (int number = current.getLineOfOffset(damaged.start()); number <= last; number++) {
                IRegion line = current.getLineInformation(number);
                for (Token token : BibScanner.scan(current.get(line.getOffset(), line.getLength()))) {
                    token.range()
                            .shifted(line.getOffset())
                            .intersection(damaged)
                            .filter(part -> !part.isEmpty())
                            .ifPresent(part -> presentation.addStyleRange(TokenStyles.of(token.kind(), part)));
                }
            }
        } catch (BadLocationException problem) {
            throw new IndexOutOfBoundsException(problem.getMessage());
        }
        if (presentation.isEmpty()) {
            presentation.addStyleRange(TokenStyles.plain(damaged));
        }
    }
}
