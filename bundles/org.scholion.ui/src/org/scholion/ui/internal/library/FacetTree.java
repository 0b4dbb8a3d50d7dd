package org.scholion.ui.internal.library;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;
import org.scholion.library.search.LibraryFilter;
import org.scholion.library.search.LibraryHits.Count;
import org.scholion.library.search.LibraryHits.Facet;
import org.scholion.ui.internal.Accessibles;

/**
 * How many works there are by year, author, type and group. A tick asks for one value; the tick of a heading, taken off, for all
 * again.
 */
final class FacetTree {

    private final Tree tree;
    private final Consumer<LibraryFilter> listener;
    private final Map<Facet, Boolean> expanded = new EnumMap<>(Facet.class);
    private LibraryFilter filter = LibraryFilter.NONE;

    /** A value of a facet, kept with its row. */
    private record Value(Facet facet, String text) {}

    /** @param listener hears of the filter that is wanted */
    FacetTree(Composite parent, Consumer<LibraryFilter> listener) {
        this.listener = listener;
        tree = new Tree(parent, SWT.CHECK | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        Accessibles.name(tree, Messages.facets_name);
        tree.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK) {
                toggle(event.item);
            }
        });
        tree.addListener(SWT.DefaultSelection, event -> toggle(event.item));
        tree.addListener(SWT.Expand, event -> remember(event, true));
        tree.addListener(SWT.Collapse, event -> remember(event, false));
    }

    Tree control() {
        return tree;
    }

    void show(LibraryFilter wanted, Map<Facet, List<Count>> counts) {
        filter = wanted;
        tree.setRedraw(false);
        tree.removeAll();
        for (Facet facet : Facet.values()) {
            List<Count> shown = Filters.shown(wanted, facet, counts.getOrDefault(facet, List.of()));
            if (!shown.isEmpty()) {
                fill(facet, shown);
            }
        }
        tree.setRedraw(true);
    }

    private void fill(Facet facet, List<Count> counts) {
        TreeItem heading = new TreeItem(tree, SWT.NONE);
        heading.setText(Labels.of(facet));
        heading.setData(facet);
        for (Count count : counts) {
            TreeItem item = new TreeItem(heading, SWT.NONE);
            item.setText(Labels.of(facet, count.value()) + " (" + count.count() + ")");
            item.setData(new Value(facet, count.value()));
            boolean on = Filters.isOn(filter, facet, count.value());
            item.setChecked(on);
            heading.setChecked(heading.getChecked() || on);
        }
        heading.setExpanded(expanded.getOrDefault(facet, true));
    }

    private void toggle(@Nullable Widget item) {
        if (item != null && item.getData() instanceof Value value) {
            listener.accept(Filters.toggle(filter, value.facet(), value.text()));
        } else if (item instanceof TreeItem heading && item.getData() instanceof Facet facet) {
            heading.setChecked(false);
            listener.accept(Filters.without(filter, facet));
        }
    }

    private void remember(Event event, boolean open) {
        if (event.item != null && event.item.getData() instanceof Facet facet) {
            expanded.put(facet, open);
        }
    }
}
