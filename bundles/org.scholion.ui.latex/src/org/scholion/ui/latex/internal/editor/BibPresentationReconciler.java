package org.scholion.ui.latex.internal.editor;

/** Colours bibliography files. */
public final class BibPresentationReconciler extends ThemedReconciler {

    public BibPresentationReconciler() {
        super(new BibColouring());
    }
}
