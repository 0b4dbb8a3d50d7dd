package org.scholion.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** A table; rows of a virtual one are made when they are asked for. */
public final class BotTable {

    private final Table table;

    BotTable(Table table) {
        this.table = table;
    }

    /** All rows with all columns. */
    public List<List<String>> rows() {
        return Ui.get(() -> {
            List<List<String>> rows = new ArrayList<>();
            for (TableItem item : table.getItems()) {
                rows.add(cells(item));
            }
            return rows;
        });
    }

    /** A column of all rows. */
    public List<String> column(int index) {
        return rows().stream().map(row -> row.get(index)).toList();
    }

    /** Selects the first row of which any column contains a text. */
    public BotTable select(String text) {
        Ui.run(() -> {
            TableItem item = Arrays.stream(table.getItems())
                    .filter(row -> cells(row).stream().anyMatch(cell -> cell.contains(text)))
                    .findFirst()
                    .orElseThrow(() -> new BotException("no row “" + text + "”"));
            table.setSelection(item);
            Event event = new Event();
            event.item = item;
            Widgets.notify(table, SWT.Selection, event);
        });
        return this;
    }

    /** What a double click or Enter on the selected row does. */
    public void open() {
        Ui.run(() -> {
            Event event = new Event();
            event.item = table.getSelection()[0];
            Widgets.notify(table, SWT.DefaultSelection, event);
        });
    }

    /** The entries of the context menu that can be chosen. */
    public List<String> contextMenu() {
        return Ui.get(() -> {
            Menu menu = shownMenu();
            List<String> labels = Arrays.stream(menu.getItems())
                    .filter(MenuItem::isEnabled)
                    .map(MenuItem::getText)
                    .filter(label -> !label.isEmpty())
                    .toList();
            Widgets.notify(menu, SWT.Hide);
            return labels;
        });
    }

    /** Chooses from the context menu the first entry that begins with a text; what it opens may stay open. */
    public void contextMenu(String label) {
        MenuItem chosen = Ui.get(() -> {
            Menu menu = shownMenu();
            MenuItem item = Arrays.stream(menu.getItems())
                    .filter(entry -> entry.getText().startsWith(label))
                    .findFirst()
                    .orElseThrow(() -> new BotException("no menu entry “" + label + "”"));
            if (!item.isEnabled()) {
                throw new BotException("cannot be chosen: “" + label + "”");
            }
            return item;
        });
        Ui.later(() -> Widgets.notify(chosen, SWT.Selection));
    }

    public Table widget() {
        return table;
    }

    private Menu shownMenu() {
        Menu menu = table.getMenu();
        Widgets.notify(menu, SWT.Show);
        return menu;
    }

    private static List<String> cells(TableItem item) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < Math.max(1, item.getParent().getColumnCount()); column++) {
            cells.add(item.getText(column));
        }
        return cells;
    }
}
