package org.scholion.ui.internal.library;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.scholion.ui.internal.Accessibles;

/** Asks where works are imported to, and whether their open PDFs are wanted. */
final class ImportDialog extends TitleAreaDialog {

    private static final int WIDTH = 380;
    private static final String[] PATTERNS = {"*.bib", "*.*"};

    private final int count;
    private final List<Path> targets;
    private final boolean pdfs;
    private @Nullable Combo target;
    private @Nullable Button load;
    private @Nullable Text folder;
    private Optional<ImportPlan> plan = Optional.empty();
    private boolean folderChosen;

    /**
     * @param count of works
     * @param targets the files to choose from, the likeliest first
     * @param pdfs whether a source that is on knows open PDFs
     */
    ImportDialog(Shell parent, int count, List<Path> targets, boolean pdfs) {
        super(parent);
        this.count = count;
        this.targets = new ArrayList<>(targets);
        this.pdfs = pdfs;
        setHelpAvailable(false);
    }

    /** What was chosen; empty when the author gave up. */
    Optional<ImportPlan> plan() {
        return plan;
    }

    @Override
    protected void configureShell(@Nullable Shell shell) {
        super.configureShell(shell);
        if (shell != null) {
            shell.setText(Messages.import_title);
        }
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void createButtonsForButtonBar(@Nullable Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.import_ok, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        update();
    }

    @Override
    protected Control createDialogArea(@Nullable Composite parent) {
        setTitle(count == 1 ? Messages.import_headOne : NLS.bind(Messages.import_head, count));
        setMessage(Messages.import_message);
        Composite outer = (Composite) super.createDialogArea(parent);
        Composite area = new Composite(outer, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(10, 10).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        label(area, Messages.import_target);
        Combo files = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
        Accessibles.name(files, Messages.import_target);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(files);
        button(area, Messages.import_browse).addListener(SWT.Selection, event -> browseTarget());
        Button wanted = new Button(area, SWT.CHECK);
        wanted.setText(pdfs ? Messages.import_pdf : Messages.import_pdfNoSource);
        wanted.setEnabled(pdfs);
        GridDataFactory.fillDefaults().span(3, 1).indent(0, 6).applyTo(wanted);
        label(area, Messages.import_folder);
        Text place = new Text(area, SWT.SINGLE | SWT.BORDER);
        Accessibles.name(place, Messages.import_folder);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(place);
        Button browse = button(area, Messages.import_browse);
        browse.addListener(SWT.Selection, event -> browseFolder());
        place.setEnabled(false);
        browse.setEnabled(false);
        wanted.addListener(SWT.Selection, event -> {
            place.setEnabled(wanted.getSelection());
            browse.setEnabled(wanted.getSelection());
        });
        target = files;
        load = wanted;
        folder = place;
        files.setItems(targets.stream().map(Path::toString).toArray(String[]::new));
        files.select(0);
        files.addListener(SWT.Selection, event -> update());
        return outer;
    }

    private void update() {
        Combo files = target;
        Text place = folder;
        Button ok = getButton(IDialogConstants.OK_ID);
        int index = files == null ? -1 : files.getSelectionIndex();
        if (place != null && index >= 0 && !folderChosen) {
            place.setText(ImportPlan.folder(targets.get(index)).toString());
        }
        if (ok != null) {
            ok.setEnabled(index >= 0);
        }
    }

    private void browseTarget() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setFilterExtensions(PATTERNS);
        dialog.setOverwrite(false);
        String chosen = dialog.open();
        Combo files = target;
        if (chosen != null && files != null) {
            Path file = Path.of(chosen.toLowerCase(Locale.ROOT).endsWith(".bib") ? chosen : chosen + ".bib");
            targets.add(0, file);
            files.add(file.toString(), 0);
            files.select(0);
            update();
        }
    }

    private void browseFolder() {
        String chosen = new DirectoryDialog(getShell(), SWT.OPEN).open();
        Text place = folder;
        if (chosen != null && place != null) {
            folderChosen = true;
            place.setText(chosen);
        }
    }

    @Override
    protected void okPressed() {
        Combo files = target;
        Button wanted = load;
        Text place = folder;
        if (files != null && wanted != null && place != null && files.getSelectionIndex() >= 0) {
            Path file = targets.get(files.getSelectionIndex());
            try {
                Optional<Path> pdfFolder = wanted.getSelection() && !place.getText().isBlank()
                        ? Optional.of(Path.of(place.getText().strip()))
                        : Optional.empty();
                plan = Optional.of(new ImportPlan(file, pdfFolder));
            } catch (InvalidPathException refused) {
                setErrorMessage(NLS.bind(Messages.import_badFolder, place.getText()));
                return;
            }
        }
        super.okPressed();
    }

    private static void label(Composite parent, String text) {
        new Label(parent, SWT.NONE).setText(text);
    }

    private static Button button(Composite parent, String text) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        GridDataFactory.fillDefaults().applyTo(button);
        return button;
    }
}
