package org.scholion.ui.internal.preferences;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.preferences.LibrarySources.Row;

/** The sources of the standard library, which can be cited in every paper. Changes hold at once. */
public final class LibraryPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int LIST_HEIGHT = 200;
    private static final int LIST_WIDTH = 420;
    private static final String[] PATTERNS = {"*.bib;*.ris;*.json;*.xml;*.nbib;*.txt;*.pdf", "*.*"};

    private final LibrarySources sources = new LibrarySources(this::known);
    private final Runnable indexed = sources::load;
    private final Display display = Display.getCurrent();
    private Optional<Table> table = Optional.empty();

    @Override
    public void init(IWorkbench workbench) {
        setDescription(Messages.library_description);
        noDefaultAndApplyButton();
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
        Composite frame = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(LIST_WIDTH, LIST_HEIGHT).applyTo(frame);
        Table rows = new Table(frame, SWT.BORDER | SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        rows.setHeaderVisible(true);
        Accessibles.name(rows, Messages.library_tableName);
        TableColumnLayout layout = new TableColumnLayout();
        frame.setLayout(layout);
        column(rows, layout, Messages.library_columnSource, 45);
        column(rows, layout, Messages.library_columnReferences, 30);
        column(rows, layout, Messages.library_columnState, 25);
        Composite buttons = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(buttons);
        button(buttons, Messages.library_addFile).addListener(SWT.Selection, event -> addFiles());
        button(buttons, Messages.library_addFolder).addListener(SWT.Selection, event -> addFolder());
        Button remove = button(buttons, Messages.library_remove);
        remove.setEnabled(false);
        rows.addListener(SWT.Selection, event -> remove.setEnabled(rows.getSelectionCount() > 0));
        remove.addListener(SWT.Selection, event -> {
            sources.remove(Arrays.stream(rows.getSelection()).map(item -> (Path) item.getData()).toList());
            remove.setEnabled(false);
        });
        table = Optional.of(rows);
        LibrarySources.addListener(indexed);
        sources.load();
        new SharedLibraryGroup(area, 2).load();
        return area;
    }

    @Override
    public void dispose() {
        LibrarySources.removeListener(indexed);
        super.dispose();
    }

    private void addFiles() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setFilterExtensions(PATTERNS);
        if (dialog.open() != null) {
            List<Path> chosen = new ArrayList<>();
            for (String name : dialog.getFileNames()) {
                chosen.add(Path.of(dialog.getFilterPath(), name));
            }
            sources.add(chosen);
        }
    }

    private void addFolder() {
        DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.OPEN);
        dialog.setMessage(Messages.library_folderMessage);
        String folder = dialog.open();
        if (folder != null) {
            sources.add(List.of(Path.of(folder)));
        }
    }

    private void known(List<Row> rows, String failure) {
        display.asyncExec(() -> table.filter(shown -> !shown.isDisposed()).ifPresent(shown -> {
            shown.removeAll();
            for (Row row : rows) {
                TableItem item = new TableItem(shown, SWT.NONE);
                item.setText(new String[] {row.source().toString(), Integer.toString(row.references()), state(row)});
                item.setData(row.source());
            }
            setErrorMessage(failure.isEmpty() ? null : failure);
        }));
    }

    private static String state(Row row) {
        return switch (row.state()) {
            case SEARCHED -> Messages.library_searched;
            case NOT_YET -> Messages.library_notYet;
            case MISSING -> Messages.library_missing;
        };
    }

    private static void column(Table table, TableColumnLayout layout, String name, int weight) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(name);
        layout.setColumnData(column, new ColumnWeightData(weight, true));
    }

    private static Button button(Composite parent, String text) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(button);
        return button;
    }
}
