package org.scholion.ui.internal.preferences;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelTask;
import org.scholion.inference.store.CatalogueEntry;
import org.scholion.inference.store.FileCheck;
import org.scholion.inference.store.InstalledModel;
import org.scholion.inference.store.ModelSettings;
import org.scholion.inference.store.ModelStore;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.text.CancelToken;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.Messages;

/** The models: what can be had and what is installed. Nothing is fetched before a button is pressed. */
public final class ModelsPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int LIST_HEIGHT = 220;
    private static final int LIST_WIDTH = 400;
    private static final int TEXT_WIDTH = 200;

    private final Optional<ModelParts> parts;
    private List<ModelRow> rows = List.of();
    private @Nullable Table table;
    private @Nullable Text mirror;
    private @Nullable Text catalogues;
    private @Nullable Label report;
    private final List<Button> buttons = new ArrayList<>();

    public ModelsPage() {
        this(ModelParts.find());
    }

    ModelsPage(Optional<ModelParts> parts) {
        this.parts = parts;
    }

    @Override
    public void init(IWorkbench workbench) {
        setDescription(parts.isPresent() ? Messages.models_description : Messages.models_partMissing);
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
        if (parts.isEmpty()) {
            noDefaultAndApplyButton();
            return area;
        }
        Table models = table(area);
        Composite column = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(column);
        GridDataFactory.fillDefaults().applyTo(column);
        button(column, Messages.models_install, ModelRow::canInstall, this::install);
        button(column, Messages.models_remove, ModelRow::canRemove, this::remove);
        button(column, Messages.models_verify, ModelRow::canRemove, this::verify);
        Button imports = new Button(column, SWT.PUSH);
        imports.setText(Messages.models_import);
        GridDataFactory.fillDefaults().applyTo(imports);
        imports.addListener(SWT.Selection, event -> importFile());
        Label message = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(message);
        ModelSettings settings = parts.get().settings().current();
        mirror = field(area, Messages.models_mirror, settings.mirror().map(URI::toString).orElse(""));
        catalogues = field(area, Messages.models_catalogues, String.join(" ", settings.catalogues()));
        models.addListener(SWT.Selection, event -> enable());
        table = models;
        report = message;
        enable();
        reload("");
        return area;
    }

    @Override
    protected void performDefaults() {
        Text place = mirror;
        Text places = catalogues;
        if (place != null && places != null) {
            place.setText("");
            places.setText("");
        }
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        Text place = mirror;
        Text places = catalogues;
        if (parts.isEmpty() || place == null || places == null) {
            return true;
        }
        String address = place.getText().strip();
        if (!address.isEmpty() && !address.matches("https?://[^\\s]+")) {
            setErrorMessage(Messages.models_badMirror);
            return false;
        }
        List<String> others = List.of(places.getText().strip().split("\\s+")).stream().filter(one -> !one.isBlank()).toList();
        ModelSettings before = parts.get().settings().current();
        try {
            Optional<URI> wanted = address.isEmpty() ? Optional.empty() : Optional.of(URI.create(address));
            ModelSettings after = before.withPlaces(wanted, others);
            if (!after.equals(before)) {
                parts.get().settings().store(after);
            }
            setErrorMessage(null);
            return true;
        } catch (ModelException | IllegalArgumentException e) {
            setErrorMessage(e.getMessage());
            return false;
        }
    }

    private static Table table(Composite area) {
        Composite holder = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(LIST_WIDTH, LIST_HEIGHT).applyTo(holder);
        Table models = new Table(holder, SWT.SINGLE | SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        models.setHeaderVisible(true);
        Accessibles.name(models, Messages.models_tableName);
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        String[] names = {
            Messages.models_columnName,
            Messages.models_columnState,
            Messages.models_columnSize,
            Messages.models_columnTask,
            Messages.models_columnLanguages,
            Messages.models_columnDevice
        };
        // pixels; where the window is narrower the table scrolls
        int[] widths = {170, 110, 80, 100, 80, 80};
        for (int i = 0; i < names.length; i++) {
            TableColumn column = new TableColumn(models, SWT.LEFT);
            column.setText(names[i]);
            layout.setColumnData(column, new ColumnWeightData(widths[i], widths[i], true));
        }
        return models;
    }

    private void button(
            Composite column, String text, Predicate<ModelRow> possible, Consumer<ModelRow> action) {
        Button button = new Button(column, SWT.PUSH);
        button.setText(text);
        GridDataFactory.fillDefaults().applyTo(button);
        button.addListener(SWT.Selection, event -> selected().ifPresent(action));
        button.addListener(SWT.Modify, event -> button.setEnabled(selected().filter(possible).isPresent()));
        buttons.add(button);
    }

    private static Text field(Composite area, String label, String value) {
        Composite line = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(line);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(line);
        new Label(line, SWT.NONE).setText(label);
        Text text = new Text(line, SWT.SINGLE | SWT.BORDER);
        text.setText(value);
        GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(text);
        return text;
    }

    private void install(ModelRow row) {
        Optional<CatalogueEntry> entry = row.entry();
        if (entry.isEmpty() || parts.isEmpty()) {
            return;
        }
        Optional<String> licence = entry.get().licence().acceptance();
        boolean accepted = licence.isPresent()
                && MessageDialog.openConfirm(
                        getShell(), NLS.bind(Messages.models_licenceTitle, entry.get().licence().name()), licence.get());
        if (licence.isPresent() && !accepted) {
            return;
        }
        ModelStore store = parts.get().store();
        run(NLS.bind(Messages.models_jobInstall, entry.get().name()), (progress, cancel) -> {
            store.install(entry.get(), accepted, progress, cancel);
            return NLS.bind(Messages.models_done, entry.get().name());
        });
    }

    private void remove(ModelRow row) {
        Optional<InstalledModel> model = row.installed();
        if (model.isPresent() && parts.isPresent()
                && MessageDialog.openConfirm(
                        getShell(), Messages.models_removeTitle, NLS.bind(Messages.models_removeQuestion, model.get().name()))) {
            ModelStore store = parts.get().store();
            run(NLS.bind(Messages.models_jobRemove, model.get().name()), (progress, cancel) -> {
                store.remove(model.get().id());
                return "";
            });
        }
    }

    private void verify(ModelRow row) {
        Optional<InstalledModel> model = row.installed();
        if (model.isPresent() && parts.isPresent()) {
            ModelStore store = parts.get().store();
            run(NLS.bind(Messages.models_jobVerify, model.get().name()), (progress, cancel) -> {
                List<String> different = store.verify(model.get(), progress, cancel).stream()
                        .filter(check -> check.state() != FileCheck.State.SAME)
                        .map(FileCheck::path)
                        .toList();
                return different.isEmpty()
                        ? NLS.bind(Messages.models_verified, model.get().name())
                        : NLS.bind(Messages.models_different, model.get().name(), String.join(", ", different));
            });
        }
    }

    private void importFile() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] {"*.gguf", "*"});
        String chosen = dialog.open();
        if (chosen == null || parts.isEmpty()) {
            return;
        }
        Path file = Path.of(chosen);
        String name = String.valueOf(file.getFileName()).replaceAll("\\.[^.]+$", "");
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[^a-z0-9]+", "");
        ModelStore.Identity identity = new ModelStore.Identity(id, name, ModelTask.GENERATION, List.of(), Messages.models_unknownLicence);
        ModelStore store = parts.get().store();
        run(NLS.bind(Messages.models_jobImport, name), (progress, cancel) -> {
            store.importFrom(file, identity, progress, cancel);
            return NLS.bind(Messages.models_done, name);
        });
    }

    private void run(String name, ModelJob.Work work) {
        Table models = table;
        if (models != null) {
            new ModelJob(name, work, (message, failed) -> models.getDisplay().asyncExec(() -> {
                if (!models.isDisposed()) {
                    setErrorMessage(failed ? message.lines().findFirst().orElse(message) : null);
                    reload(message);
                }
            })).schedule();
        }
    }

    /** Catalogues and manifests are files: they are read behind the page. */
    private void reload(String message) {
        Table models = table;
        if (models == null || parts.isEmpty()) {
            return;
        }
        ModelParts services = parts.get();
        ScholionJob job = new ScholionJob(Messages.models_jobRead, JobFamily.MODEL, Job.SHORT) {
            @Override
            protected void work(SubMonitor progress, CancelToken cancel) {
                List<String> problems = new ArrayList<>();
                List<ModelRow> all = ModelRow.all(services, problems);
                models.getDisplay().asyncExec(() -> show(all, message.isEmpty() ? String.join("\n", problems) : message));
            }
        };
        job.setSystem(true);
        job.schedule();
    }

    private void show(List<ModelRow> all, String message) {
        Table models = table;
        Label label = report;
        if (models == null || label == null || models.isDisposed()) {
            return;
        }
        int before = models.getSelectionIndex();
        rows = all;
        models.removeAll();
        for (ModelRow row : all) {
            new TableItem(models, SWT.NONE).setText(row.cells());
        }
        if (before >= 0 && before < all.size()) {
            models.setSelection(before);
        }
        label.setText(message);
        label.getParent().layout();
        enable();
    }

    private void enable() {
        buttons.forEach(button -> button.notifyListeners(SWT.Modify, null));
    }

    private Optional<ModelRow> selected() {
        Table models = table;
        int index = models == null ? -1 : models.getSelectionIndex();
        return index < 0 || index >= rows.size() ? Optional.empty() : Optional.of(rows.get(index));
    }
}
