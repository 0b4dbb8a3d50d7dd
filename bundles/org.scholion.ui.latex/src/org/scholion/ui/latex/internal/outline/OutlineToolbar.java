package org.scholion.ui.latex.internal.outline;

import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.jface.viewers.ViewerFilter;
import org.scholion.ui.latex.internal.Messages;
import org.scholion.ui.latex.internal.Pictures;

/** What the outline shows and in which order. */
final class OutlineToolbar {

    private final TreeViewer viewer;

    OutlineToolbar(TreeViewer viewer) {
        this.viewer = viewer;
    }

    void fill(IToolBarManager bar) {
        bar.add(filter(Messages.outline_showFloats, "figure", node -> node.kind().isFloat()));
        bar.add(filter(Messages.outline_showLabels, "label", node -> node.kind().isLabel()));
        bar.add(sort());
        bar.add(button(Messages.outline_expandAll, "expand", viewer::expandAll));
        bar.add(button(Messages.outline_collapseAll, "collapse", viewer::collapseAll));
    }

    private static Action button(String text, String picture, Runnable work) {
        Action action = new Action(text, IAction.AS_PUSH_BUTTON) {
            @Override
            public void run() {
                work.run();
            }
        };
        action.setToolTipText(text);
        action.setImageDescriptor(Pictures.descriptor(picture));
        return action;
    }

    private Action filter(String text, String picture, Predicate<OutlineNode> concerned) {
        ViewerFilter hidden = new ViewerFilter() {
            @Override
            public boolean select(Viewer shown, @Nullable Object parent, Object element) {
                return !(element instanceof OutlineNode node) || !concerned.test(node);
            }
        };
        Action action = new Action(text, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                if (isChecked()) {
                    viewer.removeFilter(hidden);
                } else {
                    viewer.addFilter(hidden);
                }
            }
        };
        action.setChecked(true);
        action.setToolTipText(text);
        action.setImageDescriptor(Pictures.descriptor(picture));
        return action;
    }

    private Action sort() {
        Action action = new Action(Messages.outline_sort, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                viewer.setComparator(isChecked() ? new ViewerComparator() : null);
            }
        };
        action.setToolTipText(Messages.outline_sort);
        action.setImageDescriptor(Pictures.descriptor("sort"));
        return action;
    }
}
