package org.scholion.ui.internal.view;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.scholion.assist.Category;
import org.scholion.assist.Severity;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.Icon;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.editor.FindingText;

/** The search field and a button for each category, which says how many findings there are. */
final class FilterBar {

    private static final int SEARCH_WIDTH = 140;

    private final Text search;
    private final ToolBar bar;
    private final Map<Category, ToolItem> buttons = new EnumMap<>(Category.class);
    private final Runnable changed;
    private Severity least = Severity.INFO;

    FilterBar(Composite parent, ResourceManager images, Runnable changed) {
        this.changed = changed;
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 3).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        search = new Text(row, SWT.SINGLE | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage(Messages.view_search);
        Accessibles.name(search, Messages.view_searchName);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(SEARCH_WIDTH, SWT.DEFAULT).applyTo(search);
        search.addModifyListener(event -> changed.run());
        bar = new ToolBar(row, SWT.FLAT | SWT.RIGHT);
        Accessibles.name(bar, Messages.view_categoriesName);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(bar);
        for (Category category : Category.values()) {
            ToolItem button = new ToolItem(bar, SWT.CHECK);
            button.setImage(images.create(Icon.of(category).descriptor()));
            button.setSelection(true);
            button.addListener(SWT.Selection, event -> changed.run());
            buttons.put(category, button);
        }
        count(Map.of());
    }

    Text search() {
        return search;
    }

    Severity least() {
        return least;
    }

    void least(Severity severity) {
        least = severity;
        changed.run();
    }

    FindingFilterState state() {
        Set<Category> shown = EnumSet.noneOf(Category.class);
        buttons.forEach((category, button) -> {
            if (button.getSelection()) {
                shown.add(category);
            }
        });
        return new FindingFilterState(shown, true, least, search.getText());
    }

    void reset() {
        least = Severity.INFO;
        buttons.values().forEach(button -> button.setSelection(true));
        search.setText("");
        changed.run();
    }

    /** Says on each button how many findings its category has. */
    void count(Map<Category, Integer> counts) {
        boolean resized = false;
        for (Map.Entry<Category, ToolItem> entry : buttons.entrySet()) {
            String number = Integer.toString(counts.getOrDefault(entry.getKey(), 0));
            ToolItem button = entry.getValue();
            if (!number.equals(button.getText())) {
                resized |= number.length() != button.getText().length();
                button.setText(number);
                button.setToolTipText(
                        NLS.bind(Messages.view_categoryButton, FindingText.category(entry.getKey()), number));
            }
        }
        if (resized) {
            bar.getParent().layout(true);
        }
    }
}
