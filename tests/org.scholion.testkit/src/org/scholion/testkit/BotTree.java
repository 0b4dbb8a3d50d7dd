package org.scholion.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** A tree. */
public final class BotTree {

    private final Tree tree;

    BotTree(Tree tree) {
        this.tree = tree;
    }

    /** The texts of the first column, top level. */
    public List<String> items() {
        return Ui.get(() -> Arrays.stream(tree.getItems()).map(TreeItem::getText).toList());
    }

    /** All rows that have no rows below, with all columns. */
    public List<List<String>> leaves() {
        return Ui.get(() -> {
            List<List<String>> rows = new ArrayList<>();
            leaves(tree.getItems(), rows);
            return rows;
        });
    }

    /** Selects the first row whose first column, or any other, contains a text. */
    public BotTree select(String text) {
        Ui.run(() -> {
            TreeItem item = find(tree.getItems(), text).orElseThrow(() -> new BotException("no row “" + text + "”"));
            tree.setSelection(item);
            Event event = new Event();
            event.item = item;
            Widgets.notify(tree, SWT.Selection, event);
        });
        return this;
    }

    public BotTree selectAll() {
        Ui.run(tree::selectAll);
        return this;
    }

    /** What a double click or Enter on the selected row does. */
    public void open() {
        Ui.run(() -> {
            Event event = new Event();
            event.item = tree.getSelection()[0];
            Widgets.notify(tree, SWT.DefaultSelection, event);
        });
    }

    public List<String> selection() {
        return Ui.get(() -> Arrays.stream(tree.getSelection()).map(TreeItem::getText).toList());
    }

    /** The entries of the context menu. */
    public List<String> contextMenu() {
        return Ui.get(() -> {
            Menu menu = shownMenu();
            List<String> labels = Arrays.stream(menu.getItems()).map(MenuItem::getText).filter(label -> !label.isEmpty()).toList();
            Widgets.notify(menu, SWT.Hide);
            return labels;
        });
    }

    /** Chooses from the context menu the first entry that begins with a text. */
    public void contextMenu(String label) {
        Ui.run(() -> {
            Menu menu = shownMenu();
            MenuItem item = Arrays.stream(menu.getItems())
                    .filter(entry -> entry.getText().startsWith(label))
                    .findFirst()
                    .orElseThrow(() -> new BotException("no menu entry “" + label + "”"));
            Widgets.notify(item, SWT.Selection);
            Widgets.notify(menu, SWT.Hide);
        });
    }

    public Tree widget() {
        return tree;
    }

    private Menu shownMenu() {
        Menu menu = tree.getMenu();
        Widgets.notify(menu, SWT.Show);
        return menu;
    }

    private static Optional<TreeItem> find(TreeItem[] items, String text) {
        for (TreeItem item : items) {
            for (int column = 0; column < Math.max(1, item.getParent().getColumnCount()); column++) {
                if (item.getItemCount() == 0 && item.getText(column).contains(text)) {
                    return Optional.of(item);
                }
            }
            Optional<TreeItem> below = find(item.getItems(), text);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    private static void leaves(TreeItem[] items, List<List<String>> rows) {
        for (TreeItem item : items) {
            if (item.getItemCount() > 0) {
                leaves(item.getItems(), rows);
            } else {
                List<String> row = new ArrayList<>();
                for (int column = 0; column < Math.max(1, item.getParent().getColumnCount()); column++) {
                    row.add(item.getText(column));
                }
                rows.add(row);
            }
        }
    }
}
