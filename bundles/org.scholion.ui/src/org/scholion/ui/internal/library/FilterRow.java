package org.scholion.ui.internal.library;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jface.layout.RowDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.scholion.library.WorkType;
import org.scholion.library.search.LibraryFilter;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.CheckBox;

/** The fields that say what must hold of the works. */
final class FilterRow {

    private static final int YEAR_WIDTH = 44;
    private static final int NAME_WIDTH = 110;

    private final Composite row;
    private final Text from;
    private final Text to;
    private final Text author;
    private final Text group;
    private final Combo type;
    private final Button document;
    private final Button clear;
    private final Consumer<LibraryFilter> listener;
    private LibraryFilter filter = LibraryFilter.NONE;
    private boolean showing;

    /** @param listener hears of the filter that is wanted */
    FilterRow(Composite parent, Consumer<LibraryFilter> listener) {
        this.listener = listener;
        row = new Composite(parent, SWT.NONE);
        RowLayoutFactory.fillDefaults().wrap(true).center(true).spacing(6).applyTo(row);
        from = field(Messages.filter_from, Messages.filter_fromName, YEAR_WIDTH);
        label("\u2013");
        to = field(Messages.filter_to, Messages.filter_toName, YEAR_WIDTH);
        author = field(Messages.filter_author, Messages.filter_author, NAME_WIDTH);
        type = new Combo(row, SWT.READ_ONLY);
        List<String> types = new ArrayList<>(List.of(Messages.filter_anyType));
        types.addAll(Labels.types());
        type.setItems(types.toArray(String[]::new));
        type.select(0);
        Accessibles.name(type, Messages.filter_typeName);
        type.addListener(SWT.Selection, event -> changed());
        group = field(Messages.filter_group, Messages.filter_group, NAME_WIDTH);
        document = CheckBox.in(row);
        document.setText(Messages.filter_document);
        document.addListener(SWT.Selection, event -> changed());
        clear = new Button(row, SWT.PUSH);
        clear.setText(Messages.filter_clear);
        clear.addListener(SWT.Selection, event -> listener.accept(LibraryFilter.NONE));
        clear.setEnabled(false);
    }

    Composite control() {
        return row;
    }

    /** Shows a filter that was made elsewhere. */
    void show(LibraryFilter wanted) {
        showing = true;
        if (!wanted.equals(filter)) {
            put(from, year(wanted.from()));
            put(to, year(wanted.to()));
            put(author, wanted.author());
            put(group, wanted.group());
            document.setSelection(wanted.document());
            type.select(wanted.types().size() == 1 ? 1 + wanted.types().iterator().next().ordinal() : 0);
            filter = wanted;
        }
        clear.setEnabled(!wanted.equals(LibraryFilter.NONE));
        showing = false;
    }

    /** A year that is not typed to its end is none yet. */
    private void changed() {
        if (showing) {
            return;
        }
        Set<WorkType> types = type.getSelectionIndex() > 0
                ? EnumSet.of(WorkType.values()[type.getSelectionIndex() - 1])
                : filter.types().size() > 1 ? filter.types() : Set.of();
        LibraryFilter wanted = new LibraryFilter(
                Filters.year(from.getText()),
                Filters.year(to.getText()),
                author.getText().strip(),
                types,
                group.getText().strip(),
                document.getSelection());
        if (!wanted.equals(filter)) {
            filter = wanted;
            listener.accept(wanted);
        }
    }

    private Text field(String message, String name, int width) {
        Text text = new Text(row, SWT.SINGLE | SWT.BORDER);
        text.setMessage(message);
        Accessibles.name(text, name);
        RowDataFactory.swtDefaults().hint(width, SWT.DEFAULT).applyTo(text);
        text.addModifyListener(event -> changed());
        return text;
    }

    private void label(String text) {
        new Label(row, SWT.NONE).setText(text);
    }

    private static void put(Text field, String text) {
        if (!field.getText().strip().equals(text)) {
            field.setText(text);
        }
    }

    private static String year(OptionalInt year) {
        return year.isPresent() ? Integer.toString(year.getAsInt()) : "";
    }
}
