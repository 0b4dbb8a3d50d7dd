package org.scholion.ui.internal.command;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.quickassist.IQuickAssistAssistant;
import org.eclipse.jface.text.quickassist.QuickAssistAssistant;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.ISourceViewerExtension3;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.editor.DocumentBinding;
import org.scholion.ui.internal.editor.EditorStatus;
import org.scholion.ui.internal.editor.FindingAnnotation;
import org.scholion.ui.internal.editor.FindingQuickAssist;

/**
 * Lists what can be done about the finding at the caret. An editor that asks our quick assist processor itself shows its own list, which
 * may hold more; for any other one the list is brought along.
 */
public final class QuickFixHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        ITextEditor editor = Adapters.adapt(HandlerUtil.getActiveEditor(event), ITextEditor.class);
        if (editor == null || !(editor.getAdapter(ITextOperationTarget.class) instanceof ISourceViewer viewer)) {
            return null;
        }
        int caret = ((ITextSelection) editor.getSelectionProvider().getSelection()).getOffset();
        Optional<DocumentBinding> document = PaperUi.ofWorkbench().tracker().document(editor);
        List<FindingAnnotation> here = document.map(found -> found.here(caret)).orElse(List.of());
        if (here.isEmpty()) {
            EditorStatus.show(editor, Messages.command_noFindingHere);
            return null;
        }
        document.filter(found -> found.at(caret).isEmpty())
                .flatMap(found -> found.range(here.getFirst()))
                .ifPresent(range -> editor.selectAndReveal(range.start(), 0));
        IQuickAssistAssistant own =
                viewer instanceof ISourceViewerExtension3 assisted ? assisted.getQuickAssistAssistant() : null;
        if (own != null && own.canFix(here.getFirst())) {
            own.showPossibleQuickAssists();
        } else {
            show(viewer);
        }
        return null;
    }

    private static void show(ISourceViewer viewer) {
        QuickAssistAssistant assistant = new QuickAssistAssistant();
        assistant.setQuickAssistProcessor(new FindingQuickAssist());
        assistant.install(viewer);
        viewer.getTextWidget().addDisposeListener(event -> assistant.uninstall());
        assistant.showPossibleQuickAssists();
    }
}
