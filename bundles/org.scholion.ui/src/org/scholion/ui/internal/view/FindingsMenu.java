package org.scholion.ui.internal.view;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.actions.ActionFactory;
import org.scholion.assist.Severity;
import org.scholion.jobs.PlacedFinding;
import org.scholion.ui.internal.Icon;
import org.scholion.ui.internal.MenuActions;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.editor.FindingText;
import org.scholion.ui.internal.fix.Fix;
import org.scholion.ui.internal.fix.FixRunner;

/** The menus of the view: what to do about the selected findings, and how they are shown. */
final class FindingsMenu {

    /** So many replacements stand in the menu. */
    private static final int MOST_REPLACEMENTS = 5;

    private final FindingsView view;
    private final PaperUi ui;
    private final FindingsTree tree;

    FindingsMenu(FindingsView view, PaperUi ui, FindingsTree tree) {
        this.view = view;
        this.ui = ui;
        this.tree = tree;
    }

    void install() {
        MenuManager context = new MenuManager();
        context.setRemoveAllWhenShown(true);
        context.addMenuListener(this::fillContextMenu);
        tree.control().setMenu(context.createContextMenu(tree.control()));
        IActionBars bars = view.getViewSite().getActionBars();
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), action(Messages.view_copy, null, this::copy));
        bars.setGlobalActionHandler(
                ActionFactory.SELECT_ALL.getId(), action("", null, () -> tree.control().selectAll()));
        MenuManager groups = new MenuManager(Messages.view_groupBy);
        groups.setRemoveAllWhenShown(true);
        groups.addMenuListener(this::fillGroupMenu);
        MenuManager severities = new MenuManager(Messages.view_least);
        severities.setRemoveAllWhenShown(true);
        severities.addMenuListener(this::fillSeverityMenu);
        bars.getMenuManager().add(groups);
        bars.getMenuManager().add(severities);
        bars.getMenuManager().add(action(Messages.view_showAll, null, () -> view.filter().ifPresent(FilterBar::reset)));
        bars.updateActionBars();
    }

    private void fillContextMenu(IMenuManager menu) {
        List<FindingRow> rows = tree.selection();
        if (rows.isEmpty()) {
            return;
        }
        tree.selected().ifPresent(row -> menu.add(action(Messages.view_goTo, null, () -> view.reveal(row, true))));
        menu.add(new Separator());
        tree.selected().flatMap(FindingRow::placed).ifPresent(placed -> fillFixes(menu, placed));
        if (rows.size() > 1) {
            fillForMany(menu, rows);
        }
        menu.add(new Separator());
        menu.add(action(Messages.view_copy, null, this::copy));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    private void fillFixes(IMenuManager menu, PlacedFinding placed) {
        int replacements = 0;
        for (Fix fix : Fix.of(placed)) {
            if (!(fix instanceof Fix.Replace) || replacements++ < MOST_REPLACEMENTS) {
                menu.add(action(fix.label(), fix.icon().descriptor(), () -> ui.fixes().run(fix, page())));
            }
            if (fix instanceof Fix.Replace replace && replacements == 1) {
                addAlike(menu, replace);
            }
        }
    }

    private void addAlike(IMenuManager menu, Fix.Replace first) {
        view.paper().ifPresent(paper -> {
            List<Fix.Replace> alike = ui.fixes().alike(paper, first);
            if (alike.size() > 1) {
                String label = NLS.bind(
                        Messages.fix_replaceAlike,
                        FindingText.shortened(first.replacement(), Fix.LABEL_WORDS),
                        alike.size());
                menu.add(action(label, Icon.FIX_ALL.descriptor(), () -> replace(alike)));
            }
        });
    }

    private void fillForMany(IMenuManager menu, List<FindingRow> rows) {
        List<Fix.Replace> first = rows.stream()
                .flatMap(row -> row.placed().stream())
                .flatMap(placed -> Fix.of(placed).stream()
                        .filter(Fix.Replace.class::isInstance)
                        .map(Fix.Replace.class::cast)
                        .limit(1))
                .toList();
        if (!first.isEmpty()) {
            String label = NLS.bind(Messages.fix_replaceFirstOf, first.size());
            menu.add(action(label, Icon.FIX_ALL.descriptor(), () -> replace(first)));
        }
        List<Fix> ignore = rows.stream()
                .flatMap(row -> row.placed().stream())
                .<Fix>map(Fix.Ignore::new)
                .toList();
        if (!ignore.isEmpty()) {
            String label = NLS.bind(Messages.fix_ignoreMany, ignore.size());
            menu.add(action(label, Icon.IGNORE.descriptor(), () -> ignore.forEach(fix -> ui.fixes().run(fix, page()))));
        }
    }

    private void replace(List<Fix.Replace> fixes) {
        FixRunner.Outcome outcome = ui.fixes().replace(fixes, page());
        view.status(
                outcome.left() == 0
                        ? NLS.bind(Messages.fix_made, outcome.made())
                        : NLS.bind(Messages.fix_madeSome, outcome.made(), outcome.left()));
    }

    private void fillGroupMenu(IMenuManager menu) {
        for (Grouping grouping : Grouping.values()) {
            menu.add(radio(grouping.label(), grouping == view.grouping(), () -> view.group(grouping)));
        }
    }

    private void fillSeverityMenu(IMenuManager menu) {
        view.filter().ifPresent(filter -> {
            for (Severity severity : Severity.values()) {
                menu.add(radio(
                        FindingText.severity(severity), severity == filter.least(), () -> filter.least(severity)));
            }
        });
    }

    private void copy() {
        String text = tree.selection().stream()
                .map(row -> row.place() + '\t' + row.message() + '\t' + row.words() + '\t' + row.rule())
                .collect(Collectors.joining(System.lineSeparator()));
        MenuActions.copy(text, tree.control());
    }

    private IWorkbenchPage page() {
        return view.getSite().getPage();
    }

    private static Action action(String label, @Nullable ImageDescriptor image, Runnable run) {
        Action action = new Action(label.replace("&", "&&"), image) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setDescription(label);
        return action;
    }

    private static Action radio(String label, boolean checked, Runnable run) {
        Action action = new Action(label, SWT.RADIO) {
            @Override
            public void run() {
                if (isChecked()) {
                    run.run();
                }
            }
        };
        action.setChecked(checked);
        return action;
    }
}
