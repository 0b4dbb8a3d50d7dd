package org.scholion.ui.internal.citation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.actions.ActionFactory;
import org.scholion.library.Reference;
import org.scholion.ui.citation.CitableWork;
import org.scholion.ui.citation.CitationAnswer;
import org.scholion.ui.internal.Icon;
import org.scholion.ui.internal.Messages;

/** What can be done with the selected works: in the context menu, in the toolbar, by keys and by dragging. */
final class CitationsMenu {

    private final CitationsView view;
    private final CitationsTree tree;
    private final Action insert;
    private final Action copyKey;
    private final Action copyDoi;
    private final Action openDocument;
    private final Action verify;

    CitationsMenu(CitationsView view, CitationsTree tree) {
        this.view = view;
        this.tree = tree;
        insert = action(Messages.citations_insert, Icon.CITATION.descriptor(), view::insert);
        copyKey = action(Messages.citations_copyKey, Icon.COPY.descriptor(), this::copyKeys);
        copyDoi = action(Messages.citations_copyDoi, null, this::copyDois);
        verify = action(Messages.verify_action, null, view::verify);
        openDocument = action(Messages.citations_openDocument, null, this::openDocuments);
    }

    void install() {
        MenuManager context = new MenuManager();
        context.addMenuListener(shown -> update());
        context.add(insert);
        context.add(new Separator());
        context.add(copyKey);
        context.add(copyDoi);
        context.add(openDocument);
        context.add(verify);
        context.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        tree.control().setMenu(context.createContextMenu(tree.control()));
        IActionBars bars = view.getViewSite().getActionBars();
        bars.getToolBarManager().add(insert);
        bars.getToolBarManager().add(copyKey);
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), copyKey);
        bars.setGlobalActionHandler(
                ActionFactory.SELECT_ALL.getId(), action(Messages.citations_treeName, null, this::selectAll));
        bars.updateActionBars();
        tree.onSelection(works -> update());
        CitationDrag.install(view, tree);
        update();
    }

    /** The selection, or the editor, is another one. */
    void update() {
        List<CitableWork> works = tree.selection();
        insert.setEnabled(!works.isEmpty() && view.writer().isPresent());
        copyKey.setEnabled(!works.isEmpty());
        copyDoi.setEnabled(!dois(works).isEmpty());
        openDocument.setEnabled(!documents(works).isEmpty());
        verify.setEnabled(!works.isEmpty() && view.answer().flatMap(CitationAnswer::place).isPresent());
    }

    private void selectAll() {
        tree.control().selectAll();
        update();
    }

    private void copyKeys() {
        copy(tree.selection().stream().map(CitableWork::key).collect(Collectors.joining(",")));
    }

    private void copyDois() {
        copy(String.join(System.lineSeparator(), dois(tree.selection())));
    }

    private void openDocuments() {
        for (Path document : documents(tree.selection())) {
            if (!Program.launch(document.toString())) {
                view.status(NLS.bind(Messages.citations_cannotOpen, document));
            }
        }
    }

    private static List<String> dois(List<CitableWork> works) {
        return works.stream()
                .map(CitableWork::reference)
                .flatMap(Optional::stream)
                .map(Reference::doi)
                .filter(doi -> !doi.isEmpty())
                .toList();
    }

    /** The first document of each work. */
    private static List<Path> documents(List<CitableWork> works) {
        return works.stream()
                .map(CitableWork::reference)
                .flatMap(Optional::stream)
                .flatMap(reference -> reference.files().stream().limit(1))
                .toList();
    }

    private void copy(String text) {
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(tree.control().getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    private static Action action(String label, @Nullable ImageDescriptor image, Runnable run) {
        Action action = new Action(label, image) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setToolTipText(label);
        action.setDescription(label);
        return action;
    }
}
