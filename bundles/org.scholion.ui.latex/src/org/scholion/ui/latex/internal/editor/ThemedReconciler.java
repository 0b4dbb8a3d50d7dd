package org.scholion.ui.latex.internal.editor;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.ui.PlatformUI;

/** Draws the colours of tokens, and does it again when the theme changes. */
class ThemedReconciler extends PresentationReconciler {

    private final IPropertyChangeListener themeListener = this::themeChanged;
    private @Nullable ITextViewer viewer;

    /** @param colouring damager and repairer in one */
    <T extends IPresentationDamager & IPresentationRepairer> ThemedReconciler(T colouring) {
        setDamager(colouring, IDocument.DEFAULT_CONTENT_TYPE);
        setRepairer(colouring, IDocument.DEFAULT_CONTENT_TYPE);
    }

    @Override
    public void install(ITextViewer newViewer) {
        viewer = newViewer;
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(themeListener);
        super.install(newViewer);
    }

    @Override
    public void uninstall() {
        PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themeListener);
        viewer = null;
        super.uninstall();
    }

    private void themeChanged(PropertyChangeEvent event) {
        ITextViewer shown = viewer;
        boolean ours = event.getProperty().startsWith(TokenStyles.PREFIX) || event.getProperty().endsWith("CHANGE_CURRENT_THEME");
        if (ours && shown != null && shown.getTextWidget() != null && !shown.getTextWidget().isDisposed()) {
            shown.invalidateTextPresentation();
        }
    }
}
