package org.scholion.ui.latex.internal.bib.dialog;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.library.edit.KeyPattern;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.AccessibleNames;
import org.scholion.ui.latex.internal.Messages;
import org.scholion.ui.latex.internal.bib.CitationRenaming;
import org.scholion.ui.latex.internal.bib.KeyChanges;
import org.scholion.ui.latex.internal.bib.KeyChanges.Change;

/** Shows which keys a pattern makes, before any is changed. */
final class KeysDialog extends BibliographyDialog {

    private static final List<String> PATTERNS = List.of(
            KeyPattern.DEFAULT, "[auth:lower][year]", "[auth:lower][year][veryshorttitle:lower]", "[authors2][shortyear]",
            "[auth][year]_[shorttitle2]");
    private static final int WIDTH = 680;
    private static final int HEIGHT = 520;
    private static final int PAUSE_MILLIS = 200;

    private final Path path;
    private final KeysHandler.Start start;
    private final List<Manuscript> papers;
    private final TextRange selection;
    private KeyChanges changes;
    private Predicate<Entry> wanted = entry -> true;
    private String pattern;
    private boolean citations;
    private @Nullable Computation<KeyChanges> running;
    private @Nullable Table table;
    private @Nullable Label hint;
    private @Nullable Label summary;
    private @Nullable Button citationsButton;

    KeysDialog(OpenBibliography open, KeysHandler.Start start, List<Manuscript> papers) {
        super(open.shell(), Messages.bib_keysTitle, new Point(WIDTH, HEIGHT));
        path = open.file();
        this.start = start;
        this.papers = papers;
        selection = open.selection();
        pattern = start.habit().toString();
        changes = new KeyChanges(start.file(), List.of());
    }

    /** What the author agreed to. */
    KeyChanges changes() {
        return changes;
    }

    /** Whether the citations of the open papers are to change with the keys. */
    boolean changesCitations() {
        return citations;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.bib_keysPattern);
        Combo combo = new Combo(area, SWT.DROP_DOWN | SWT.BORDER);
        Set<String> offered = new LinkedHashSet<>(List.of(pattern));
        offered.addAll(PATTERNS);
        combo.setItems(offered.toArray(String[]::new));
        combo.setText(pattern);
        AccessibleNames.give(combo, Messages.bib_keysPattern);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        combo.addModifyListener(event -> {
            pattern = combo.getText().strip();
            refresh(PAUSE_MILLIS);
        });
        new Label(area, SWT.NONE).setText("");
        Label explanation = new Label(area, SWT.WRAP);
        int twoLines = 2 * explanation.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH / 2, twoLines).applyTo(explanation);
        hint = explanation;
        new Label(area, SWT.NONE).setText(Messages.bib_keysEntries);
        choices(area);
        table = preview(area);
        Label counted = new Label(area, SWT.NONE);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(counted);
        summary = counted;
        citations(area);
        return area;
    }

    private void choices(Composite area) {
        Composite row = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(14, 0).applyTo(row);
        Set<Entry> selected = new LinkedHashSet<>();
        for (Entry entry : start.file().entries()) {
            boolean inside = selection.isEmpty()
                    ? entry.range().start() <= selection.start() && selection.start() <= entry.range().end()
                    : entry.range().overlaps(selection);
            if (inside) {
                selected.add(entry);
            }
        }
        choice(row, Messages.bib_keysAll, entry -> true, true);
        choice(row, NLS.bind(Messages.bib_keysSelected, selected.size()), selected::contains, !selected.isEmpty());
        choice(row, Messages.bib_keysMissing, entry -> entry.key().isEmpty(), true);
    }

    private void choice(Composite row, String label, Predicate<Entry> entries, boolean enabled) {
        Button button = new Button(row, SWT.RADIO);
        button.setText(label);
        button.setEnabled(enabled);
        button.setSelection(row.getChildren().length == 1);
        button.addListener(SWT.Selection, event -> {
            if (button.getSelection()) {
                wanted = entries;
                refresh(0);
            }
        });
    }

    private Table preview(Composite area) {
        Composite holder = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(SWT.DEFAULT, HEIGHT / 2).applyTo(holder);
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        Table made = new Table(holder, SWT.VIRTUAL | SWT.BORDER | SWT.FULL_SELECTION);
        made.setHeaderVisible(true);
        AccessibleNames.give(made, Messages.bib_keysTable);
        column(made, layout, Messages.bib_keysOld, 30);
        column(made, layout, Messages.bib_keysNew, 30);
        column(made, layout, Messages.bib_keysWork, 40);
        made.addListener(SWT.SetData, event -> {
            Change change = changes.changes().get(event.index);
            ((TableItem) event.item).setText(new String[] {change.entry().key(), change.key(), change.title()});
        });
        return made;
    }

    private static void column(Table table, TableColumnLayout layout, String name, int weight) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(name);
        layout.setColumnData(column, new ColumnWeightData(weight, true));
    }

    private void citations(Composite area) {
        if (papers.isEmpty()) {
            Label label = new Label(area, SWT.WRAP);
            label.setText(Messages.bib_noPaper);
            GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(WIDTH / 2, SWT.DEFAULT).applyTo(label);
            return;
        }
        Button button = new Button(area, SWT.CHECK);
        button.setText(NLS.bind(Messages.bib_changeCitations, 0));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(button);
        button.addListener(SWT.Selection, event -> citations = button.getSelection());
        citationsButton = button;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.bib_keysButton, true).setEnabled(false);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        refresh(0);
    }

    @Override
    public boolean close() {
        abandon();
        return super.close();
    }

    private void abandon() {
        Computation<KeyChanges> before = running;
        if (before != null) {
            before.abandon();
        }
        running = null;
    }

    private void refresh(int delayMillis) {
        abandon();
        Button change = getButton(IDialogConstants.OK_ID);
        if (change != null) {
            change.setEnabled(false);
        }
        KeyPattern made;
        try {
            made = KeyPattern.of(pattern);
        } catch (IllegalArgumentException e) {
            explain(String.valueOf(e.getMessage()), true);
            show(new KeyChanges(start.file(), List.of()));
            return;
        }
        explain(Messages.bib_keysHint, false);
        Predicate<Entry> entries = wanted;
        Computation<KeyChanges> next = new Computation<>(
                Messages.bib_keysJob,
                cancel -> KeyChanges.of(start.file(), path, made, entries, cancel),
                getShell().getDisplay(),
                this::show);
        running = next;
        next.schedule(delayMillis);
    }

    private void explain(String text, boolean wrong) {
        Label label = hint;
        Label plain = summary;
        if (label != null && plain != null) {
            label.setText(text.replace("&", "&&"));
            // a label that is given no colour falls back to that of the platform, which the theme may have changed
            label.setForeground(wrong ? JFaceColors.getErrorText(label.getDisplay()) : plain.getForeground());
        }
    }

    private void show(KeyChanges found) {
        changes = found;
        Table preview = table;
        Label counted = summary;
        if (preview == null || counted == null || preview.isDisposed()) {
            return;
        }
        preview.setItemCount(found.changes().size());
        preview.clearAll();
        counted.setText(NLS.bind(Messages.bib_keysSummary, found.changes().size(), start.file().entries().size()));
        Button cited = citationsButton;
        if (cited != null) {
            int places = CitationRenaming.of(papers, found.renamed()).count();
            cited.setText(NLS.bind(Messages.bib_changeCitations, places));
            cited.setEnabled(places > 0);
        }
        Button change = getButton(IDialogConstants.OK_ID);
        if (change != null) {
            change.setEnabled(!found.changes().isEmpty());
        }
    }
}
