package org.scholion.ui;

import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.scholion.ui.internal.editor.FindingHover;
import org.scholion.ui.internal.editor.FindingQuickAssist;

/**
 * What shows findings in a text editor that is not the generic one: their marks come by themselves, as soon as it has a document and an
 * annotation model for a file that some reader reads.
 */
public final class FindingSupport {

    private FindingSupport() {}

    /** Says what findings say, with their quick fixes; for one viewer. */
    public static ITextHover hover() {
        return new FindingHover();
    }

    /** Gives the quick fixes of findings; for one viewer. */
    public static IQuickAssistProcessor quickAssist() {
        return new FindingQuickAssist();
    }
}
