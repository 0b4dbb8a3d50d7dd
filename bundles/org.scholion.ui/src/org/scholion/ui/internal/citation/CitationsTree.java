package org.scholion.ui.internal.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.scholion.ui.citation.CitableWork;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.Icon;
import org.scholion.ui.internal.Messages;

/** The rows of the view: one a work, best first. */
final class CitationsTree {

    private static final int LEAST_WIDTH = 60;

    private final Tree tree;
    private final ResourceManager images;
    private List<CitableWork> works = List.of();

    CitationsTree(Composite parent, ResourceManager images) {
        this.images = images;
        tree = new Tree(parent, SWT.MULTI | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
        tree.setHeaderVisible(true);
        Accessibles.name(tree, Messages.citations_treeName);
        TreeColumnLayout layout = new TreeColumnLayout();
        parent.setLayout(layout);
        column(layout, Messages.citations_columnTitle, 36);
        column(layout, Messages.citations_columnAuthors, 19);
        column(layout, Messages.citations_columnReason, 28);
        column(layout, Messages.citations_columnCited, 8);
        column(layout, Messages.citations_columnVenue, 17);
        column(layout, Messages.citations_columnKey, 22);
    }

    private void column(TreeColumnLayout layout, String name, int weight) {
        TreeColumn column = new TreeColumn(tree, SWT.LEFT);
        column.setText(name);
        column.setMoveable(true);
        layout.setColumnData(column, new ColumnWeightData(weight, LEAST_WIDTH, true));
    }

    Tree control() {
        return tree;
    }

    void onOpen(Runnable action) {
        tree.addListener(SWT.DefaultSelection, event -> action.run());
    }

    void onSelection(Consumer<List<CitableWork>> action) {
        tree.addListener(SWT.Selection, event -> action.accept(selection()));
    }

    /** Shows other works. None is selected, since what was selected was meant for another sentence; but the keyboard has a row to go on from. */
    void show(List<CitableWork> newer) {
        if (newer.equals(works)) {
            return;
        }
        works = newer;
        tree.setRedraw(false);
        tree.removeAll();
        for (CitableWork work : works) {
            fill(new TreeItem(tree, SWT.NONE), work);
        }
        if (tree.isFocusControl() && !works.isEmpty()) {
            tree.setSelection(tree.getItem(0));
        }
        tree.setRedraw(true);
    }

    private void fill(TreeItem item, CitableWork work) {
        int times = work.suggestion().cited();
        String cited = times == 0 ? "" : NLS.bind(Messages.citations_times, times);
        String key = work.own()
                ? work.key()
                : NLS.bind(Messages.citations_fromLibrary, work.key(), work.suggestion().library().getFileName());
        item.setText(new String[] {
            work.title(), work.authorYear(), work.suggestion().reason(), cited, work.suggestion().venue(), key
        });
        item.setImage(images.create((times == 0 ? Icon.WORK : Icon.CITED).descriptor()));
    }

    /** The selected works, in the order of the rows. */
    List<CitableWork> selection() {
        List<CitableWork> selected = new ArrayList<>();
        for (TreeItem item : tree.getSelection()) {
            int index = tree.indexOf(item);
            if (index >= 0 && index < works.size()) {
                selected.add(works.get(index));
            }
        }
        return selected;
    }

    /** The keyboard goes to the rows; the first one is selected when none is. */
    void focus() {
        if (tree.getSelectionCount() == 0 && tree.getItemCount() > 0) {
            tree.setSelection(tree.getItem(0));
        }
        tree.setFocus();
    }
}
