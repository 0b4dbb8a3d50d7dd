package org.scholion.app.internal.start;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.scholion.app.internal.AppIds;

/**
 * Files at the left, the text in the middle, findings, citations, the library and the assistant below it, the outline at the
 * right.
 */
public final class Perspective implements IPerspectiveFactory {

    private static final String FINDINGS_VIEW = "org.scholion.ui.findings";
    private static final String CITATIONS_VIEW = "org.scholion.ui.citations";
    private static final String ASSISTANT_VIEW = "org.scholion.ui.assistant";
    private static final String LIBRARY_VIEW = "org.scholion.ui.views.library";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.addView(AppIds.PAPERS_VIEW, IPageLayout.LEFT, 0.18f, editors);
        layout.addView(IPageLayout.ID_OUTLINE, IPageLayout.RIGHT, 0.76f, editors);
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.70f, editors);
        below.addView(FINDINGS_VIEW);
        below.addView(CITATIONS_VIEW);
        below.addView(LIBRARY_VIEW);
        below.addView(ASSISTANT_VIEW);
        below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
    }
}
