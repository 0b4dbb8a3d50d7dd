package org.scholion.ui.internal.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.view.FindingsModel.Group;

/** The rows of the view. Items are made when they come into sight, so that the length of a list does not matter. */
final class FindingsTree {

    /** A group with more rows is closed until the author opens it. */
    private static final int OPEN_AT_FIRST = 200;

    private static final int LEAST_WIDTH = 60;

    private final Tree tree;
    private final ResourceManager images;
    private final Set<String> toggled = new HashSet<>();
    private FindingsModel model = FindingsModel.EMPTY;
    private boolean grouped;

    FindingsTree(Composite parent, ResourceManager images) {
        this.images = images;
        tree = new Tree(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
        tree.setHeaderVisible(true);
        Accessibles.name(tree, Messages.view_treeName);
        TreeColumnLayout layout = new TreeColumnLayout();
        parent.setLayout(layout);
        column(layout, Messages.column_message, 50);
        column(layout, Messages.column_words, 22);
        column(layout, Messages.column_rule, 20);
        column(layout, Messages.column_place, 16);
        tree.addListener(SWT.SetData, this::fill);
        tree.addListener(SWT.Expand, event -> remember((TreeItem) event.item, true));
        tree.addListener(SWT.Collapse, event -> remember((TreeItem) event.item, false));
    }

    Tree control() {
        return tree;
    }

    void onOpen(Consumer<FindingRow> action) {
        tree.addListener(SWT.DefaultSelection, event -> row((TreeItem) event.item).ifPresentOrElse(action, () -> toggle(event)));
    }

    /** Shows other rows; what was open and selected stays so. */
    void show(FindingsModel newer, boolean inGroups) {
        List<FindingRow> selected = selection();
        boolean same = grouped == inGroups && newer.groups().equals(model.groups());
        model = newer;
        grouped = inGroups;
        if (same) {
            tree.clearAll(true);
            for (int i = 0; grouped && i < model.groups().size(); i++) {
                fillGroup(tree.getItem(i), model.groups().get(i));
            }
            return;
        }
        tree.setRedraw(false);
        tree.removeAll();
        if (grouped) {
            tree.setItemCount(model.groups().size());
            for (int i = 0; i < model.groups().size(); i++) {
                TreeItem item = tree.getItem(i);
                fillGroup(item, model.groups().get(i));
                item.setExpanded(isOpen(model.groups().get(i)));
            }
        } else {
            tree.setItemCount(model.shown());
        }
        select(selected);
        tree.setRedraw(true);
    }

    /** The selected rows; of a selected group its rows. */
    List<FindingRow> selection() {
        List<FindingRow> rows = new ArrayList<>();
        for (TreeItem item : tree.getSelection()) {
            row(item).ifPresentOrElse(rows::add, () -> group(item).ifPresent(group -> rows.addAll(group.rows())));
        }
        return rows.stream().distinct().toList();
    }

    /** The one selected row. */
    Optional<FindingRow> selected() {
        TreeItem[] items = tree.getSelection();
        return items.length == 1 ? row(items[0]) : Optional.empty();
    }

    /** Selects rows and shows the first of them. */
    void select(List<FindingRow> rows) {
        Set<FindingRow> wanted = new HashSet<>(rows);
        List<TreeItem> items = new ArrayList<>();
        for (int i = 0; i < model.groups().size() && !wanted.isEmpty(); i++) {
            List<FindingRow> members = model.groups().get(i).rows();
            for (int j = 0; j < members.size() && !wanted.isEmpty(); j++) {
                if (wanted.remove(members.get(j))) {
                    items.add(grouped ? tree.getItem(i).getItem(j) : tree.getItem(j));
                }
            }
        }
        tree.setSelection(items.toArray(TreeItem[]::new));
        if (!items.isEmpty()) {
            tree.showSelection();
        }
    }

    /** Selects the row after the selected one, or before it; begins anew at the end. */
    Optional<FindingRow> step(boolean forward) {
        List<FindingRow> rows = model.visibleRows();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        int at = selection().stream().findFirst().map(rows::indexOf).orElse(-1);
        int next = forward ? at + 1 : (at < 0 ? rows.size() : at) - 1;
        FindingRow row = rows.get(Math.floorMod(next, rows.size()));
        select(List.of(row));
        return Optional.of(row);
    }

    private void column(TreeColumnLayout layout, String name, int weight) {
        TreeColumn column = new TreeColumn(tree, SWT.LEFT);
        column.setText(name);
        column.setMoveable(true);
        layout.setColumnData(column, new ColumnWeightData(weight, LEAST_WIDTH, true));
    }

    private void fill(Event event) {
        TreeItem item = (TreeItem) event.item;
        row(item).ifPresentOrElse(row -> fillRow(item, row), () -> group(item).ifPresent(group -> fillGroup(item, group)));
    }

    private void fillRow(TreeItem item, FindingRow row) {
        item.setText(new String[] {row.message(), row.words(), row.rule(), row.place()});
        item.setImage(images.create(row.icon().descriptor()));
    }

    private void fillGroup(TreeItem item, Group group) {
        item.setText(new String[] {NLS.bind(Messages.view_group, group.name(), group.rows().size()), "", "", ""});
        item.setImage(images.create(group.icon().descriptor()));
        if (item.getItemCount() != group.rows().size()) {
            item.setItemCount(group.rows().size());
        }
    }

    private Optional<FindingRow> row(TreeItem item) {
        TreeItem parent = item.getParentItem();
        if (grouped && parent == null) {
            return Optional.empty();
        }
        int groupIndex = parent == null ? 0 : tree.indexOf(parent);
        int index = parent == null ? tree.indexOf(item) : parent.indexOf(item);
        if (groupIndex < 0 || groupIndex >= model.groups().size()) {
            return Optional.empty();
        }
        List<FindingRow> rows = model.groups().get(groupIndex).rows();
        return index >= 0 && index < rows.size() ? Optional.of(rows.get(index)) : Optional.empty();
    }

    private Optional<Group> group(TreeItem item) {
        int index = grouped && item.getParentItem() == null ? tree.indexOf(item) : -1;
        return index >= 0 && index < model.groups().size() ? Optional.of(model.groups().get(index)) : Optional.empty();
    }

    private boolean isOpen(Group group) {
        return (group.rows().size() <= OPEN_AT_FIRST) != toggled.contains(group.name());
    }

    private void remember(TreeItem item, boolean open) {
        group(item).ifPresent(group -> {
            if (isOpen(group) != open && !toggled.remove(group.name())) {
                toggled.add(group.name());
            }
        });
    }

    private void toggle(Event event) {
        TreeItem item = (TreeItem) event.item;
        boolean open = !item.getExpanded();
        item.setExpanded(open);
        remember(item, open);
    }
}
