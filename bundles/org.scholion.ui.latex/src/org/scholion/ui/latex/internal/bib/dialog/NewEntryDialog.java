package org.scholion.ui.latex.internal.bib.dialog;

import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.scholion.ui.latex.internal.AccessibleNames;
import org.scholion.ui.latex.internal.Messages;
import org.scholion.ui.latex.internal.bib.ReadReference;

/** Takes the text of a reference and shows the entry that it makes. */
final class NewEntryDialog extends Dialog {

    private static final int WIDTH = 620;
    private static final int HEIGHT = 520;
    private static final int PAUSE_MILLIS = 200;

    private final ReadReference.Reader reader;
    private Optional<ReadReference> read = Optional.empty();
    private @Nullable Computation<ReadReference> running;
    private @Nullable Text entry;
    private @Nullable Label problems;

    NewEntryDialog(Shell parent, ReadReference.Reader reader) {
        super(parent);
        setShellStyle(getShellStyle() | SWT.RESIZE);
        this.reader = reader;
    }

    /** The entry that shows; empty where there is no text. */
    Optional<ReadReference> read() {
        return read;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.bib_newTitle);
    }

    @Override
    protected Point getInitialSize() {
        return new Point(WIDTH, HEIGHT);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.swtDefaults().margins(10, 10).applyTo(area);
        label(area, Messages.bib_newText);
        Text pasted = new Text(area, SWT.MULTI | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL);
        AccessibleNames.give(pasted, Messages.bib_newText);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH / 2, HEIGHT / 6).applyTo(pasted);
        // Tab leads on to the buttons
        pasted.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT);
        label(area, Messages.bib_newEntry);
        Text shown = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        shown.setFont(JFaceResources.getTextFont());
        AccessibleNames.give(shown, Messages.bib_newEntry);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH / 2, HEIGHT / 3).applyTo(shown);
        entry = shown;
        Label told = new Label(area, SWT.WRAP);
        told.setText("\n\n");
        int threeLines = told.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH / 2, threeLines).applyTo(told);
        problems = told;
        pasted.addModifyListener(event -> refresh(pasted.getText()));
        pasted.setFocus();
        return area;
    }

    private static void label(Composite area, String text) {
        Label label = new Label(area, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH / 2, SWT.DEFAULT).applyTo(label);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.bib_newButton, true).setEnabled(false);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    public boolean close() {
        abandon();
        return super.close();
    }

    private void abandon() {
        Computation<ReadReference> before = running;
        if (before != null) {
            before.abandon();
        }
        running = null;
    }

    private void refresh(String text) {
        abandon();
        if (text.isBlank()) {
            show(Optional.empty());
            return;
        }
        // what shows is not what the text says until it was read
        enable(false);
        Computation<ReadReference> next = new Computation<>(
                Messages.bib_newJob, cancel -> reader.read(text), getShell().getDisplay(), found -> show(Optional.of(found)));
        running = next;
        next.schedule(PAUSE_MILLIS);
    }

    private void show(Optional<ReadReference> found) {
        Text shown = entry;
        Label told = problems;
        if (shown == null || told == null || shown.isDisposed()) {
            return;
        }
        read = found;
        shown.setText(found.map(ReadReference::entry).orElse(""));
        told.setText(found.map(one -> String.join(" ", one.problems())).orElse("").replace("&", "&&"));
        enable(found.isPresent());
    }

    private void enable(boolean on) {
        Button insert = getButton(IDialogConstants.OK_ID);
        if (insert != null) {
            insert.setEnabled(on);
        }
    }
}
