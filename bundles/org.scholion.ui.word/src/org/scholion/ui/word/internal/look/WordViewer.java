package org.scholion.ui.word.internal.look;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.source.IOverviewRuler;
import org.eclipse.jface.text.source.IVerticalRuler;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** Shows a Word document: its paragraphs are lines that are broken at the margin. */
public final class WordViewer extends SourceViewer {

    public WordViewer(Composite parent, @Nullable IVerticalRuler ruler, @Nullable IOverviewRuler overview, boolean shown, int styles) {
        super(parent, ruler, overview, shown, styles | SWT.WRAP);
        getTextWidget().setWordWrap(true);
    }
}
