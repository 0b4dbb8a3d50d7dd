package org.scholion.ui.latex.internal.outline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.AbstractTreeViewer;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.FilteredTree;
import org.eclipse.ui.dialogs.PatternFilter;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.scholion.jobs.Paper;
import org.scholion.jobs.PaperListener;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.AccessibleNames;
import org.scholion.ui.latex.internal.Messages;
import org.scholion.ui.latex.internal.Papers;

/**
 * The outline of the whole paper that an editor shows a file of, kept up while it is written. A choice shows the place in the editor;
 * Enter or a double click goes there, in the editor of another file too.
 */
final class PaperOutline extends Page implements IContentOutlinePage {

    private static final int EXPANDED_WHEN_AT_MOST = 80;

    private final ITextEditor editor;
    private final Path file;
    private final PaperListener paperListener = this::paperChanged;
    private final ISelectionChangedListener caretListener = this::caretMoved;
    private @Nullable FilteredTree tree;
    private final AtomicBoolean updating = new AtomicBoolean();
    private @Nullable Manuscript shown;
    private List<OutlineNode> nodes = List.of();
    private boolean following;

    PaperOutline(ITextEditor editor, Path file) {
        this.editor = editor;
        this.file = file;
    }

    @Override
    public void createControl(Composite parent) {
        PatternFilter filter = new NameFilter();
        filter.setIncludeLeadingWildcard(true);
        FilteredTree created = new FilteredTree(parent, SWT.V_SCROLL | SWT.H_SCROLL, filter, true, true);
        created.setInitialText(Messages.outline_filter);
        tree = created;
        AccessibleNames.give(created.getFilterControl(), Messages.outline_filter);
        TreeViewer viewer = created.getViewer();
        AccessibleNames.give(viewer.getTree(), Messages.outline_tree);
        OutlineContent content = new OutlineContent();
        viewer.setContentProvider(content);
        viewer.setComparer(content);
        viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new OutlineLabels()));
        viewer.addPostSelectionChangedListener(this::nodeSelected);
        viewer.addDoubleClickListener(event -> selectedNode(event.getSelection()).ifPresent(this::goTo));
        new OutlineToolbar(viewer).fill(getSite().getActionBars().getToolBarManager());
        getSite().setSelectionProvider(viewer);
        Papers.addListener(paperListener);
        if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
            provider.addPostSelectionChangedListener(caretListener);
        }
        Papers.paper(editor).flatMap(Paper::manuscript).ifPresent(this::show);
    }

    @Override
    public void dispose() {
        Papers.removeListener(paperListener);
        if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
            provider.removePostSelectionChangedListener(caretListener);
        }
        super.dispose();
    }

    @Override
    public @Nullable Control getControl() {
        return tree;
    }

    @Override
    public void setFocus() {
        FilteredTree created = tree;
        if (created != null) {
            created.getViewer().getTree().setFocus();
        }
    }

    private void paperChanged(Paper paper) {
        FilteredTree created = tree;
        if (created == null || created.isDisposed()) {
            return;
        }
        if (!updating.compareAndSet(false, true)) {
            return;
        }
        created.getDisplay().asyncExec(() -> {
            updating.set(false);
            boolean ours = Papers.paper(editor).filter(paper::equals).isPresent();
            if (ours && !created.isDisposed()) {
                paper.manuscript().filter(read -> read != shown).ifPresent(this::show);
            }
        });
    }

    private void show(Manuscript manuscript) {
        FilteredTree created = tree;
        if (created == null) {
            return;
        }
        boolean first = shown == null;
        shown = manuscript;
        List<OutlineNode> roots = OutlineBuilder.build(manuscript);
        if (!first && OutlineNode.move(nodes, roots)) {
            return;
        }
        nodes = roots;
        TreeViewer viewer = created.getViewer();
        Object[] expanded = viewer.getExpandedElements();
        ISelection selection = viewer.getSelection();
        viewer.getTree().setRedraw(false);
        following = true;
        try {
            viewer.setInput(roots);
            if (first) {
                viewer.expandToLevel(count(roots) <= EXPANDED_WHEN_AT_MOST ? AbstractTreeViewer.ALL_LEVELS : 2);
            } else {
                viewer.setExpandedElements(expanded);
                viewer.setSelection(selection);
            }
        } finally {
            following = false;
            viewer.getTree().setRedraw(true);
        }
    }

    private static int count(List<OutlineNode> nodes) {
        return nodes.stream().mapToInt(node -> 1 + count(node.children())).sum();
    }

    /** Shows the node that the caret is in. */
    private void caretMoved(SelectionChangedEvent event) {
        FilteredTree created = tree;
        if (created == null || created.isDisposed() || following || !(event.getSelection() instanceof ITextSelection selection)) {
            return;
        }
        TreeViewer viewer = created.getViewer();
        if (!viewer.getTree().isFocusControl()) {
            OutlineNode node = last(nodes, selection.getOffset(), null);
            if (node != null) {
                following = true;
                viewer.setSelection(new StructuredSelection(node), true);
                following = false;
            }
        }
    }

    /** The last node of this file that begins before the caret. */
    private @Nullable OutlineNode last(List<OutlineNode> among, int caret, @Nullable OutlineNode best) {
        OutlineNode found = best;
        for (OutlineNode node : among) {
            boolean here = node.range().unit().path().equals(file) && node.range().range().start() <= caret;
            boolean later = found == null || node.range().range().start() >= found.range().range().start();
            found = here && later ? node : found;
            found = last(node.children(), caret, found);
        }
        return found;
    }

    private void nodeSelected(SelectionChangedEvent event) {
        Optional<OutlineNode> node = selectedNode(event.getSelection());
        if (following || node.isEmpty() || !node.get().range().unit().path().equals(file)) {
            return;
        }
        following = true;
        place(node.get()).ifPresent(range -> editor.selectAndReveal(range.start(), 0));
        following = false;
    }

    private void goTo(OutlineNode node) {
        Optional<TextRange> range = place(node);
        try {
            if (range.isPresent()) {
                Papers.reveal(node.range().unit().path(), TextRange.at(range.get().start()));
            }
        } catch (PartInitException problem) {
            StatusManager.getManager().handle(problem.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    private Optional<TextRange> place(OutlineNode node) {
        Manuscript manuscript = shown;
        return manuscript == null ? Optional.empty() : Optional.of(Papers.current(manuscript, node.range()));
    }

    private static Optional<OutlineNode> selectedNode(ISelection selection) {
        boolean one = selection instanceof IStructuredSelection;
        return one && ((IStructuredSelection) selection).getFirstElement() instanceof OutlineNode node
                ? Optional.of(node)
                : Optional.empty();
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        viewer().ifPresent(viewer -> viewer.addSelectionChangedListener(listener));
    }

    @Override
    public ISelection getSelection() {
        return viewer().map(TreeViewer::getSelection).orElse(StructuredSelection.EMPTY);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        viewer().ifPresent(viewer -> viewer.removeSelectionChangedListener(listener));
    }

    @Override
    public void setSelection(@Nullable ISelection selection) {
        viewer().ifPresent(viewer -> viewer.setSelection(selection));
    }

    private Optional<TreeViewer> viewer() {
        FilteredTree created = tree;
        return created == null ? Optional.empty() : Optional.of(created.getViewer());
    }

    /** Looks into what is shown of a node. */
    private static final class NameFilter extends PatternFilter {

        private final OutlineLabels labels = new OutlineLabels();

        @Override
        protected boolean isLeafMatch(Viewer viewer, Object element) {
            return wordMatches(labels.getText(element));
        }
    }
}
