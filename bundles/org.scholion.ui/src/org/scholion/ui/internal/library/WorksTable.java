package org.scholion.ui.internal.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StyledCellLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.scholion.text.TextRange;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.Icon;

/**
 * The rows of works, best first. There are few enough to make them all: on GTK a virtual table that is cleared can lose rows, which then
 * outlive it and stop a change of the theme.
 */
final class WorksTable {

    private final TableViewer viewer;
    private final Image work;
    private final Image cited;
    private List<WorkRow> rows = List.of();

    WorksTable(Composite parent, ResourceManager images) {
        work = images.create(Icon.WORK.descriptor());
        cited = images.create(Icon.CITED.descriptor());
        viewer = new TableViewer(parent, SWT.MULTI | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
        Table table = viewer.getTable();
        table.setHeaderVisible(true);
        Accessibles.name(table, Messages.works_name);
        TableColumnLayout layout = new TableColumnLayout();
        parent.setLayout(layout);
        column(layout, Messages.works_title, 40, 200, row -> Snippet.of(title(row)), true);
        column(layout, Messages.works_authors, 16, 80, row -> plain(row.authors()), false);
        column(layout, Messages.works_year, 7, 46, row -> plain(row.year()), false);
        column(layout, Messages.works_venue, 17, 80, row -> plain(row.reference().venue()), false);
        column(layout, Messages.works_source, 14, 80, row -> plain(row.place()), false);
        column(layout, Messages.works_snippet, 28, 120, WorkRow::marked, false);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setInput(rows.toArray());
    }

    private static String title(WorkRow row) {
        return row.reference().title().isEmpty() ? row.reference().key() : row.reference().title();
    }

    private static Snippet plain(String text) {
        return new Snippet(text, List.of());
    }

    private void column(
            TableColumnLayout layout, String name, int weight, int least, Function<WorkRow, Snippet> text, boolean image) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(name);
        column.getColumn().setMoveable(true);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, least, true));
        column.setLabelProvider(new StyledCellLabelProvider() {
            @Override
            public void update(@Nullable ViewerCell cell) {
                if (cell != null && cell.getElement() instanceof WorkRow row) {
                    Snippet content = text.apply(row);
                    cell.setText(content.text());
                    cell.setStyleRanges(styles(content.marked()));
                    cell.setImage(image ? row.online().isPresent() && row.source().isPresent() ? cited : work : null);
                }
            }
        });
    }

    private static StyleRange[] styles(List<TextRange> marked) {
        return marked.stream()
                .map(range -> new StyleRange(range.start(), range.length(), null, null, SWT.BOLD))
                .toArray(StyleRange[]::new);
    }

    Table control() {
        return viewer.getTable();
    }

    void onOpen(Runnable action) {
        control().addListener(SWT.DefaultSelection, event -> action.run());
    }

    void onSelection(Runnable action) {
        control().addListener(SWT.Selection, event -> action.run());
    }

    /** Shows other works; the first is selected, so that there is something to read beside it, and stays so while it is the best. */
    void show(List<WorkRow> newer) {
        boolean sameBest = !rows.isEmpty() && !newer.isEmpty() && rows.getFirst().equals(newer.getFirst());
        List<WorkRow> selected = sameBest ? selection() : List.of();
        rows = newer;
        Table table = control();
        table.setRedraw(false);
        viewer.setInput(newer.toArray());
        table.setSelection(Math.max(0, selected.isEmpty() ? 0 : newer.indexOf(selected.getFirst())));
        table.showSelection();
        table.setRedraw(true);
    }

    List<WorkRow> rows() {
        return rows;
    }

    /** The selected works, in the order of the rows. */
    List<WorkRow> selection() {
        List<WorkRow> selected = new ArrayList<>();
        int[] indices = control().getSelectionIndices();
        Arrays.sort(indices);
        for (int index : indices) {
            if (index < rows.size()) {
                selected.add(rows.get(index));
            }
        }
        return selected;
    }

    void focus() {
        if (control().getSelectionCount() == 0 && !rows.isEmpty()) {
            control().setSelection(0);
        }
        control().setFocus();
    }
}
