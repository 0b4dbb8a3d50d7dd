package org.scholion.ui.internal.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.actions.ActionFactory;
import org.scholion.library.Reference;
import org.scholion.ui.internal.Icon;
import org.scholion.ui.internal.library.ReferenceCheckJob.Question;

/**
 * What can be done with the selected works, and with the whole bibliography: in the context menu, the toolbar and the menu of the
 * view.
 */
final class LibraryActions {

    private final LibraryView view;
    private final WorksTable works;
    private final Action cite;
    private final Action imports;
    private final Action copyKey;
    private final Action copyReference;
    private final Action copyDoi;
    private final Action openPdf;
    private final Action openDoi;
    private final Action showEntry;
    private final Action check;
    private final Action retractions;
    private final Action checkAll;
    private final Action retractionsAll;

    LibraryActions(LibraryView view, WorksTable works) {
        this.view = view;
        this.works = works;
        LibraryTasks tasks = view.tasks();
        cite = action(Messages.action_cite, Icon.CITATION.descriptor(), () -> tasks.cite(works.selection()));
        imports = action(Messages.action_import, Icon.IMPORT.descriptor(), () -> tasks.importWorks(works.selection()));
        copyKey = action(Messages.action_copyKey, Icon.COPY.descriptor(), this::copyKeys);
        copyReference = action(
                Messages.action_copyReference, null, () -> tasks.copyReferences(works.selection(), view.style(), this::copy));
        copyDoi = action(Messages.action_copyDoi, null, this::copyDois);
        openPdf = action(Messages.action_openPdf, null, () -> first().ifPresent(tasks::openPdf));
        openDoi = action(Messages.action_openDoi, null, this::openDoi);
        showEntry = action(Messages.action_showEntry, null, () -> first().ifPresent(tasks::showEntry));
        check = action(Messages.action_check, Icon.CHECK.descriptor(), () -> tasks.check(Question.EXISTS, references()));
        retractions = action(Messages.action_retractions, null, () -> tasks.check(Question.RETRACTED, references()));
        checkAll = action(Messages.action_checkAll, null, () -> tasks.checkPaper(Question.EXISTS));
        retractionsAll = action(Messages.action_retractionsAll, null, () -> tasks.checkPaper(Question.RETRACTED));
    }

    void install() {
        MenuManager context = new MenuManager();
        context.addMenuListener(shown -> update());
        fill(context);
        works.control().setMenu(context.createContextMenu(works.control()));
        IActionBars bars = view.getViewSite().getActionBars();
        bars.getToolBarManager().add(cite);
        bars.getToolBarManager().add(imports);
        bars.getToolBarManager().add(copyKey);
        IMenuManager menu = bars.getMenuManager();
        menu.addMenuListener(shown -> update());
        menu.add(checkAll);
        menu.add(retractionsAll);
        menu.add(new Separator());
        menu.add(action(Messages.action_openLibrary, null, () -> view.openPage(LibraryView.LIBRARY_PAGE)));
        menu.add(action(Messages.action_openOnline, null, () -> view.openPage(LibraryView.ONLINE_PAGE)));
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), action(Messages.action_copyKey, null, this::copyShown));
        bars.setGlobalActionHandler(ActionFactory.SELECT_ALL.getId(), action(Messages.works_name, null, this::selectAll));
        bars.updateActionBars();
        update();
    }

    private void fill(MenuManager context) {
        context.add(cite);
        context.add(imports);
        context.add(new Separator());
        context.add(copyKey);
        context.add(copyReference);
        context.add(copyDoi);
        context.add(new Separator());
        context.add(openPdf);
        context.add(openDoi);
        context.add(showEntry);
        context.add(new Separator());
        context.add(check);
        context.add(retractions);
        context.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    /** The selection, or the paper, is another one. */
    void update() {
        List<WorkRow> selected = works.selection();
        boolean some = !selected.isEmpty();
        cite.setEnabled(some && selected.stream().allMatch(row -> row.source().isPresent()) && view.tasks().canCite());
        imports.setEnabled(selected.stream().anyMatch(row -> row.source().isEmpty()));
        copyKey.setEnabled(some);
        copyReference.setEnabled(some);
        copyDoi.setEnabled(selected.stream().anyMatch(row -> !row.reference().doi().isEmpty()));
        openPdf.setEnabled(first().flatMap(WorkRow::pdf).isPresent());
        openDoi.setEnabled(copyDoi.isEnabled());
        showEntry.setEnabled(first().flatMap(WorkRow::source).filter(LibraryActions::isBibtex).isPresent());
        check.setEnabled(some);
        retractions.setEnabled(some);
        boolean bibliography = !view.bibliographies().isEmpty();
        checkAll.setEnabled(bibliography);
        retractionsAll.setEnabled(bibliography);
    }

    private static boolean isBibtex(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".bib");
    }

    private Optional<WorkRow> first() {
        return works.selection().stream().findFirst();
    }

    private List<Reference> references() {
        return works.selection().stream().map(WorkRow::reference).toList();
    }

    /** Enter, or a double click: cites what can be cited, imports what stands nowhere yet. */
    void open() {
        update();
        if (cite.isEnabled()) {
            cite.run();
        } else if (imports.isEnabled()) {
            imports.run();
        }
    }

    private void copyShown() {
        if (view.report().isPresent()) {
            copy(view.report().get().text());
        } else {
            copyKeys();
        }
    }

    private void copyKeys() {
        copy(works.selection().stream().map(row -> row.reference().key()).collect(Collectors.joining(",")));
    }

    private void copyDois() {
        copy(works.selection().stream()
                .map(row -> row.reference().doi())
                .filter(doi -> !doi.isEmpty())
                .collect(Collectors.joining(System.lineSeparator())));
    }

    private void openDoi() {
        references().stream().filter(work -> !work.doi().isEmpty()).findFirst().map(Details::doi).ifPresent(view::openLink);
    }

    private void selectAll() {
        works.control().selectAll();
        update();
    }

    private void copy(String text) {
        if (!text.isEmpty() && !works.control().isDisposed()) {
            Clipboard clipboard = new Clipboard(works.control().getDisplay());
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
