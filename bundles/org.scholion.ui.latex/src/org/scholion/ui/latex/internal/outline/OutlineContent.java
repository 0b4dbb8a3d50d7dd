package org.scholion.ui.latex.internal.outline;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.jface.viewers.ITreeContentProvider;

/** The tree of the outline; a node of a paper that was read again counts as the same when it has the same place in the tree and name. */
final class OutlineContent implements ITreeContentProvider, IElementComparer {

    @Override
    public Object[] getElements(@Nullable Object input) {
        return input instanceof List<?> roots ? roots.toArray() : new Object[0];
    }

    @Override
    public Object[] getChildren(Object parent) {
        return parent instanceof OutlineNode node ? node.children().toArray() : new Object[0];
    }

    @Override
    public @Nullable Object getParent(Object element) {
        return element instanceof OutlineNode node ? node.parent() : null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof OutlineNode node && !node.children().isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object one, @Nullable Object other) {
        return one instanceof OutlineNode first && other instanceof OutlineNode second ? same(first, second) : one == other;
    }

    @Override
    public int hashCode(Object element) {
        return element instanceof OutlineNode node ? node.text().hashCode() * 31 + node.kind().ordinal() : element.hashCode();
    }

    private static boolean same(@Nullable OutlineNode first, @Nullable OutlineNode second) {
        OutlineNode one = first;
        OutlineNode other = second;
        while (one != null && other != null) {
            if (one == other) {
                return true;
            }
            if (one.kind() != other.kind() || !one.text().equals(other.text()) || !one.label().equals(other.label())) {
                return false;
            }
            one = one.parent();
            other = other.parent();
        }
        return one == other;
    }
}
