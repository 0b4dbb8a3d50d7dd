package org.scholion.ui.internal.editor;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.fix.Fix;

/** A {@link Fix} in the list of quick fixes. */
public final class FixProposal implements ICompletionProposal {

    private final Fix fix;
    private final Image image;

    /** @param images that live as long as the editor that shows the list */
    FixProposal(Fix fix, ResourceManager images) {
        this.fix = fix;
        image = images.create(fix.icon().descriptor());
    }

    public Fix fix() {
        return fix;
    }

    @Override
    public void apply(IDocument document) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null && window.getActivePage() != null) {
            PaperUi.ofWorkbench().fixes().run(fix, window.getActivePage());
        }
    }

    @Override
    public @Nullable Point getSelection(IDocument document) {
        return null;
    }

    @Override
    public String getAdditionalProposalInfo() {
        return FindingText.hover(fix.placed().advice());
    }

    @Override
    public String getDisplayString() {
        return fix.label();
    }

    @Override
    public Image getImage() {
        return image;
    }

    @Override
    public @Nullable IContextInformation getContextInformation() {
        return null;
    }
}
