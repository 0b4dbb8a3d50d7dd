package org.scholion.ui.word.internal.look;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DefaultDocumentAdapter;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentAdapter;
import org.eclipse.jface.text.source.IOverviewRuler;
import org.eclipse.jface.text.source.IVerticalRuler;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.scholion.ui.word.internal.document.WordDocument;

/** Shows a Word document, which may have tens of thousands of lines that are broken at the margin. */
public final class WordViewer extends SourceViewer {

    public WordViewer(Composite parent, @Nullable IVerticalRuler ruler, @Nullable IOverviewRuler overview, boolean shown, int styles) {
        super(parent, ruler, overview, shown, styles | SWT.WRAP);
        getTextWidget().setWordWrap(true);
    }

    @Override
    protected IDocumentAdapter createDocumentAdapter() {
        return new LineAdapter();
    }

    /** Gives lines without copying them: the widget asks for all lines to guess how high the text is. */
    private static final class LineAdapter extends DefaultDocumentAdapter {
        private @Nullable WordDocument word;

        @Override
        public void setDocument(@Nullable IDocument document) {
            word = document instanceof WordDocument shown ? shown : null;
            super.setDocument(document);
        }

        @Override
        public String getLine(int line) {
            WordDocument shown = word;
            if (shown != null && line < shown.lineCount()) {
                try {
                    return shown.text(line);
                } catch (BadLocationException e) {
                    SWT.error(SWT.ERROR_INVALID_ARGUMENT, e);
                }
            }
            return super.getLine(line);
        }
    }
}
