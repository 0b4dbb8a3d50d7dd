package org.scholion.ui.internal.editor;

import org.eclipse.jface.text.quickassist.IQuickFixableAnnotation;
import org.eclipse.jface.text.source.Annotation;
import org.scholion.jobs.PlacedFinding;

/** A finding in an editor. Used in the thread of the user interface. */
public final class FindingAnnotation extends Annotation implements IQuickFixableAnnotation {

    private static final String TYPES = "org.scholion.ui.";

    private final DocumentBinding document;
    private PlacedFinding placed;

    FindingAnnotation(PlacedFinding placed, DocumentBinding document) {
        super(type(placed), false, FindingText.hover(placed.advice()));
        this.placed = placed;
        this.document = document;
    }

    /** What the finding says. Nothing while our own hover says it: the generic editor would say it again beside that. */
    @Override
    public String getText() {
        return document.isShownByHover() ? "" : super.getText();
    }

    /** The annotation type of a finding: one for each category, with subtypes for each severity. */
    public static String type(PlacedFinding placed) {
        return TYPES + placed.advice().category().id() + '.' + placed.advice().severity().id();
    }

    public PlacedFinding placed() {
        return placed;
    }

    /** The same finding in a newer state of the paper. */
    void renew(PlacedFinding newer) {
        placed = newer;
    }

    @Override
    public void setQuickFixable(boolean state) {
        // always so
    }

    @Override
    public boolean isQuickFixableStateSet() {
        return true;
    }

    @Override
    public boolean isQuickFixable() {
        return true;
    }
}
