package org.scholion.ui.latex.internal.bib.dialog;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.scholion.library.edit.MergeProposal.Choice;
import org.scholion.library.edit.MergeProposal.Field;
import org.scholion.ui.latex.internal.AccessibleNames;
import org.scholion.ui.latex.internal.Messages;

/** The fields of two entries side by side, of which one value each is chosen: by a click on it, or by the arrows left and right. */
final class FieldChoices {

    private static final String CHOSEN = "\u25CF ";
    private static final String OTHER = "\u25CB ";
    private static final int LONGEST = 300;

    private final Table table;
    private final TableColumn kept;
    private final TableColumn merged;
    private List<Field> fields = List.of();

    /** @param chosen hears of what the author chose: the name of a field and whose value it takes */
    FieldChoices(Composite parent, BiConsumer<String, Choice> chosen) {
        TableColumnLayout layout = new TableColumnLayout();
        parent.setLayout(layout);
        table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        AccessibleNames.give(table, Messages.bib_mergeFields);
        column(layout, 18).setText(Messages.bib_mergeField);
        kept = column(layout, 41);
        merged = column(layout, 41);
        table.addListener(SWT.MouseDown, event -> {
            TableItem item = table.getItem(new Point(event.x, event.y));
            for (int column = 1; item != null && column <= 2; column++) {
                if (item.getBounds(column).contains(event.x, event.y)) {
                    choose(table.indexOf(item), column, chosen);
                }
            }
        });
        table.addListener(SWT.KeyDown, event -> {
            boolean left = event.keyCode == SWT.ARROW_LEFT;
            if ((left || event.keyCode == SWT.ARROW_RIGHT) && table.getSelectionIndex() >= 0) {
                choose(table.getSelectionIndex(), left ? 1 : 2, chosen);
                event.doit = false;
            }
        });
    }

    private TableColumn column(TableColumnLayout layout, int weight) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        layout.setColumnData(column, new ColumnWeightData(weight, true));
        return column;
    }

    private void choose(int row, int column, BiConsumer<String, Choice> chosen) {
        chosen.accept(fields.get(row).name(), column == 1 ? Choice.KEPT : Choice.MERGED);
    }

    /** Shows fields, with the names of the entries above their values. */
    void show(List<Field> shown, String keptName, String mergedName) {
        int selected = table.getSelectionIndex();
        fields = shown;
        kept.setText(keptName);
        merged.setText(mergedName);
        table.setRedraw(false);
        table.setItemCount(shown.size());
        for (int i = 0; i < shown.size(); i++) {
            Field field = shown.get(i);
            TableItem item = table.getItem(i);
            item.setText(new String[] {
                field.name(),
                value(field.kept(), field.choice() == Choice.KEPT),
                value(field.merged(), field.choice() == Choice.MERGED)
            });
            item.setFont(0, field.differs() ? JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT) : null);
        }
        if (selected >= 0 && selected < shown.size()) {
            table.setSelection(selected);
        }
        table.setRedraw(true);
    }

    private static String value(Optional<String> latex, boolean chosen) {
        String value = latex.orElse(Messages.bib_mergeNoValue).replaceAll("\\s+", " ");
        return (chosen ? CHOSEN : OTHER) + (value.length() > LONGEST ? value.substring(0, LONGEST) + "\u2026" : value);
    }
}
