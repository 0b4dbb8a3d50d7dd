package org.scholion.ui.latex.internal.editor;

/** Colours LaTeX. */
public final class LatexPresentationReconciler extends ThemedReconciler {

    public LatexPresentationReconciler() {
        super(new LatexColouring());
    }
}
