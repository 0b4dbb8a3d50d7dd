package org.scholion.ui.internal.preferences;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.PaperLibraries;
import org.scholion.jobs.ScholionJob;
import org.scholion.library.LibraryException;
import org.scholion.library.shared.SharedLibrary;
import org.scholion.library.shared.SharedSettings;
import org.scholion.library.shared.SharedStatus;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.Messages;

/** Chooses the server of the shared library, which is off until then. It is asked in jobs. */
final class SharedLibraryGroup {

    private static final ServiceCaller<SharedLibrary> SHARED = new ServiceCaller<>(SharedLibraryGroup.class, SharedLibrary.class);
    private static final ServiceCaller<PaperLibraries> PAPERS = new ServiceCaller<>(SharedLibraryGroup.class, PaperLibraries.class);
    private static final int TEXT_WIDTH = 420;

    /** What is done in the background; what it says is shown. */
    @FunctionalInterface
    private interface Work {
        String with(SharedLibrary shared, CancelToken cancel) throws LibraryException, CancelledException;
    }

    private final Display display;
    private final Group group;
    private final Button use;
    private final Button test;
    private final Text address;
    private final Text collection;
    private final Label state;

    /** @param columns of the layout of the parent */
    SharedLibraryGroup(Composite parent, int columns) {
        display = parent.getDisplay();
        group = new Group(parent, SWT.NONE);
        group.setText(Messages.shared_title);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).applyTo(group);
        label(Messages.shared_sent);
        use = new Button(group, SWT.CHECK);
        use.setText(Messages.shared_use);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(use);
        address = text(Messages.shared_address);
        test = new Button(group, SWT.PUSH);
        test.setText(Messages.shared_test);
        collection = text(Messages.shared_collection);
        collection.setText(SharedSettings.COLLECTION);
        GridDataFactory.createFrom((GridData) collection.getLayoutData()).span(2, 1).applyTo(collection);
        state = label("");
        use.addListener(SWT.Selection, event -> choose());
        test.addListener(SWT.Selection, event -> typed().ifPresent(this::look));
        address.addListener(SWT.Modify, event -> enable());
        enable();
    }

    private Label label(String text) {
        Label label = new Label(group, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private Text text(String name) {
        new Label(group, SWT.NONE).setText(name);
        Text text = new Text(group, SWT.BORDER);
        Accessibles.name(text, name.replace("&", ""));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        return text;
    }

    /** What is in use is not edited: it is switched off before. */
    private void enable() {
        boolean on = use.getSelection();
        address.setEnabled(!on);
        collection.setEnabled(!on);
        test.setEnabled(!address.getText().isBlank());
    }

    private Optional<SharedSettings> typed() {
        try {
            return Optional.of(SharedSettings.of(address.getText(), collection.getText().strip()));
        } catch (IllegalArgumentException wrong) {
            show(NLS.bind(Messages.shared_noAddress, address.getText().strip()));
            return Optional.empty();
        }
    }

    private void choose() {
        Optional<SharedSettings> settings = use.getSelection() ? typed() : Optional.of(SharedSettings.OFF);
        use.setSelection(use.getSelection() && settings.isPresent());
        enable();
        settings.ifPresent(chosen -> run((shared, cancel) -> {
            shared.use(chosen);
            PAPERS.call(PaperLibraries::refresh);
            return chosen.isOn() ? told(shared.status(chosen, cancel), chosen) : Messages.shared_off;
        }));
    }

    private void look(SharedSettings settings) {
        run((shared, cancel) -> told(shared.status(settings, cancel), settings));
    }

    /** Shows what was chosen, and what the server has when one was. */
    void load() {
        run((shared, cancel) -> {
            SharedSettings settings = shared.settings();
            if (!settings.isOn()) {
                return Messages.shared_off;
            }
            String addresses = settings.addresses().stream().map(URI::toString).collect(Collectors.joining(", "));
            onDisplay(() -> {
                address.setText(addresses);
                collection.setText(settings.collection());
                use.setSelection(true);
                enable();
            });
            return told(shared.status(settings, cancel), settings);
        });
    }

    private static String told(SharedStatus status, SharedSettings settings) {
        String works = NLS.bind(Messages.shared_works, String.format("%,d", status.works()), status.sources().size());
        String meaning = status.meaning() || status.works() == 0 ? "" : ' ' + Messages.shared_words;
        return works + meaning + (settings.isReadable() ? ' ' + Messages.shared_readable : "");
    }

    private void run(Work work) {
        show(Messages.shared_asking);
        new ScholionJob(Messages.shared_job, JobFamily.WRITE, Job.SHORT) {
            @Override
            protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException {
                Optional<SharedLibrary> shared = SHARED.current();
                String said = Messages.citations_missing;
                try {
                    if (shared.isPresent()) {
                        said = work.with(shared.get(), cancel);
                    }
                } catch (LibraryException failed) {
                    said = String.valueOf(failed.getMessage());
                }
                String told = said;
                onDisplay(() -> show(told));
            }
        }.schedule();
    }

    private void onDisplay(Runnable shown) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!group.isDisposed()) {
                    shown.run();
                }
            });
        }
    }

    private void show(String text) {
        state.setText(text);
        group.requestLayout();
    }
}
