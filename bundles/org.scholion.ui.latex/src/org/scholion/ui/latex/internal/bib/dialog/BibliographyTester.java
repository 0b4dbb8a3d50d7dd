package org.scholion.ui.latex.internal.bib.dialog;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IEditorPart;

/** Whether an editor shows a bibliography file. */
public final class BibliographyTester extends PropertyTester {

    @Override
    public boolean test(@Nullable Object receiver, @Nullable String property, Object @Nullable [] args, @Nullable Object expected) {
        return receiver instanceof IEditorPart editor && OpenBibliography.of(editor).isPresent();
    }
}
