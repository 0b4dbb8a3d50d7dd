package org.scholion.ui.internal.command;

import java.util.Comparator;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.editor.EditorStatus;
import org.scholion.ui.internal.editor.FindingAnnotation;
import org.scholion.ui.internal.fix.Fix;

/** Does the likeliest thing about the finding at the caret: its first replacement, or ignoring it. */
public final class FindingHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        ITextEditor editor = Adapters.adapt(HandlerUtil.getActiveEditor(event), ITextEditor.class);
        if (editor == null) {
            return null;
        }
        PaperUi ui = PaperUi.ofWorkbench();
        boolean replace = event.getCommand().getId().equals(ScholionUi.APPLY_FIRST);
        ITextSelection selection = (ITextSelection) editor.getSelectionProvider().getSelection();
        List<FindingAnnotation> here =
                ui.tracker().document(editor).map(document -> document.here(selection.getOffset())).orElse(List.of());
        here.stream()
                .flatMap(annotation -> Fix.of(annotation.placed()).stream())
                .filter(fix -> replace ? fix instanceof Fix.Replace : fix instanceof Fix.Ignore)
                .min(Comparator.comparing(fix -> fix.placed().advice().severity(), Comparator.reverseOrder()))
                .ifPresentOrElse(
                        fix -> ui.fixes().run(fix, editor.getSite().getPage()),
                        () -> EditorStatus.show(
                                editor, here.isEmpty() ? Messages.command_noFindingHere : Messages.command_noReplacement));
        return null;
    }
}
