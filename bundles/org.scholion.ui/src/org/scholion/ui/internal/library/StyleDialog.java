package org.scholion.ui.internal.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.scholion.library.style.StyleInfo;
import org.scholion.ui.internal.Accessibles;

/** Lets the author choose a style, or that of the paper: the usual ones are listed, all others are found by name. */
final class StyleDialog extends Dialog {

    private static final int MOST = 500;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;

    private final StyleChoice now;
    private List<Optional<StyleInfo>> rows = List.of();
    private Optional<String> chosen;

    StyleDialog(Shell parent, StyleChoice now) {
        super(parent);
        this.now = now;
        chosen = now.chosen();
    }

    /** The id of a style; empty for that of the paper. */
    Optional<String> chosen() {
        return chosen;
    }

    @Override
    protected void configureShell(@Nullable Shell shell) {
        super.configureShell(shell);
        if (shell != null) {
            shell.setText(Messages.style_title);
        }
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(@Nullable Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Text search = new Text(area, SWT.SINGLE | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage(Messages.style_search);
        Accessibles.name(search, Messages.style_search);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        Table table = new Table(area, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        Accessibles.name(table, Messages.style_list);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(table);
        search.addModifyListener(event -> fill(table, search.getText()));
        search.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                table.setFocus();
            }
        });
        table.addListener(SWT.Selection, event -> choose(table));
        table.addListener(SWT.DefaultSelection, event -> {
            choose(table);
            okPressed();
        });
        fill(table, "");
        return area;
    }

    private void fill(Table table, String name) {
        List<Optional<StyleInfo>> wanted = new ArrayList<>();
        if (name.isBlank()) {
            wanted.add(Optional.empty());
        }
        List<StyleInfo> found = name.isBlank() ? StyleChoice.usual(now.chosen()) : StyleChoice.styles().search(name, MOST);
        found.forEach(style -> wanted.add(Optional.of(style)));
        rows = wanted;
        table.removeAll();
        wanted.forEach(style -> new TableItem(table, SWT.NONE).setText(label(style)));
        int selected = 0;
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).map(StyleInfo::id).equals(chosen)) {
                selected = i;
            }
        }
        table.setSelection(selected);
        table.showSelection();
        choose(table);
    }

    private void choose(Table table) {
        int index = table.getSelectionIndex();
        if (index >= 0 && index < rows.size()) {
            chosen = rows.get(index).map(StyleInfo::id);
        }
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(index >= 0);
        }
    }

    private String label(Optional<StyleInfo> style) {
        if (style.isEmpty()) {
            StyleChoice ofPaper = new StyleChoice(Optional.empty(), now.paper(), now.language());
            return NLS.bind(ofPaper.paper().isPresent() ? Messages.style_paper : Messages.style_default, ofPaper.title());
        }
        String shortTitle = style.get().shortTitle();
        return shortTitle.isEmpty() ? style.get().title() : style.get().title() + " (" + shortTitle + ")";
    }
}
