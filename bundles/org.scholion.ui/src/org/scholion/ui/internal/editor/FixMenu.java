package org.scholion.ui.internal.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.fix.Fix;

/** The quick fixes of the finding at the caret, in an editor's context menu. */
public final class FixMenu extends CompoundContributionItem {

    private static final int MOST_REPLACEMENTS = 5;

    @Override
    protected IContributionItem[] getContributionItems() {
        PaperUi ui = PaperUi.ofWorkbench();
        Optional<ITextEditor> editor = ui.tracker().activeEditor();
        List<IContributionItem> items = new ArrayList<>();
        editor.ifPresent(active -> {
            int caret = ((ITextSelection) active.getSelectionProvider().getSelection()).getOffset();
            ui.tracker()
                    .document(active)
                    .map(document -> document.at(caret))
                    .orElse(List.of())
                    .stream()
                    .findFirst()
                    .ifPresent(found -> add(items, ui, found, active.getSite().getPage()));
        });
        return items.toArray(IContributionItem[]::new);
    }

    private static void add(List<IContributionItem> items, PaperUi ui, FindingAnnotation annotation, IWorkbenchPage page) {
        int replacements = 0;
        for (Fix fix : Fix.of(annotation.placed())) {
            if (fix instanceof Fix.Replace && replacements++ >= MOST_REPLACEMENTS) {
                continue;
            }
            items.add(new ActionContributionItem(new Action(fix.label().replace("&", "&&"), fix.icon().descriptor()) {
                @Override
                public void run() {
                    ui.fixes().run(fix, page);
                }
            }));
        }
        items.add(new Separator());
    }
}
