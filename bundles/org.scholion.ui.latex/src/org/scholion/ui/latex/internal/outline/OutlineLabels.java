package org.scholion.ui.latex.internal.outline;

import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.scholion.ui.latex.internal.Messages;
import org.scholion.ui.latex.internal.Pictures;

/** Shows a node by its heading or caption, and its label less loud behind it. */
final class OutlineLabels extends LabelProvider implements IStyledLabelProvider {

    private static final int LONGEST = 120;

    @Override
    public String getText(@Nullable Object element) {
        return element instanceof OutlineNode node ? getStyledText(node).getString() : super.getText(element);
    }

    @Override
    public StyledString getStyledText(Object element) {
        if (!(element instanceof OutlineNode node)) {
            return new StyledString(String.valueOf(element));
        }
        StyledString shown = new StyledString(name(node));
        if (!node.label().isEmpty()) {
            shown.append("  " + node.label(), StyledString.DECORATIONS_STYLER);
        }
        return shown;
    }

    @Override
    public @Nullable Image getImage(@Nullable Object element) {
        return element instanceof OutlineNode node
                ? Pictures.get(node.kind().name().toLowerCase(Locale.ROOT))
                : null;
    }

    private static String name(OutlineNode node) {
        if (node.kind() == OutlineNode.Kind.ABSTRACT) {
            return Messages.outline_abstract;
        }
        String text = node.text().isBlank() ? Messages.outline_untitled : node.text();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
