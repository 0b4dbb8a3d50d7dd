package org.scholion.ui.internal.library;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.OnlineAccess;
import org.scholion.jobs.ScholionJob;
import org.scholion.library.LibraryException;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;
import org.scholion.text.CancelToken;
import org.scholion.ui.internal.Accessibles;

/** Which online sources may be asked, and what each gets. Nothing is sent by this page, and nothing counts before it is applied. */
public final class OnlineSourcesPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int WIDTH = 420;
    private static final int INDENT = 22;

    private final Optional<OnlineAccess> access = LibraryServices.access();
    private final Map<OnlineSource, Button> switches = new EnumMap<>(OnlineSource.class);
    private final Map<OnlineSource, Text> keys = new EnumMap<>(OnlineSource.class);
    private final Map<OnlineSource, Boolean> forgotten = new EnumMap<>(OnlineSource.class);
    private final Map<OnlineSource, Boolean> kept = new ConcurrentHashMap<>();
    private final Display display = Display.getCurrent();
    private @Nullable Text contact;
    private @Nullable Label report;

    @Override
    public void init(IWorkbench workbench) {
        setDescription(access.isPresent() ? Messages.sources_description : org.scholion.ui.internal.Messages.citations_missing);
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(5, 3).applyTo(area);
        if (access.isEmpty()) {
            noDefaultAndApplyButton();
            return area;
        }
        OnlineSettings settings = access.get().settings();
        mail(area, settings.contact());
        for (OnlineSource source : OnlineSource.values()) {
            source(area, source, settings);
        }
        Composite row = row(area, 0);
        Button forget = new Button(row, SWT.PUSH);
        forget.setText(Messages.sources_forget);
        forget.addListener(SWT.Selection, event -> forgetAnswers());
        Label message = new Label(row, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(message);
        report = message;
        findKeys();
        update();
        return area;
    }

    private void mail(Composite area, String address) {
        Composite row = row(area, 0);
        new Label(row, SWT.NONE).setText(Messages.sources_mail);
        Text field = new Text(row, SWT.SINGLE | SWT.BORDER);
        Accessibles.name(field, Messages.sources_mail);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(field);
        field.setText(address);
        field.addModifyListener(event -> update());
        contact = field;
        wrapped(area, Messages.sources_mailHint, 0);
    }

    private void source(Composite area, OnlineSource source, OnlineSettings settings) {
        Button box = new Button(area, SWT.CHECK);
        box.setText(NLS.bind(Messages.sources_source, source.title(), settings.address(source).getAuthority()));
        box.setSelection(settings.isOn(source));
        box.addListener(SWT.Selection, event -> update());
        GridDataFactory.fillDefaults().indent(0, 8).applyTo(box);
        switches.put(source, box);
        wrapped(area, source.sent(), INDENT);
        Link terms = new Link(area, SWT.NONE);
        terms.setText("<a>" + Messages.sources_terms + "</a>");
        terms.setToolTipText(terms(source));
        GridDataFactory.fillDefaults().indent(INDENT, 0).applyTo(terms);
        terms.addListener(SWT.Selection, event -> Program.launch(terms(source)));
        if (source.key() != OnlineSource.Key.NONE) {
            key(area, source);
        }
    }

    private void key(Composite area, OnlineSource source) {
        Composite row = row(area, INDENT);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(row);
        String name = source.key() == OnlineSource.Key.NEEDED ? Messages.sources_keyNeeded : Messages.sources_key;
        new Label(row, SWT.NONE).setText(name);
        Text field = new Text(row, SWT.SINGLE | SWT.BORDER | SWT.PASSWORD);
        Accessibles.name(field, source.title() + " " + name);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(field);
        field.addModifyListener(event -> update());
        Button forget = new Button(row, SWT.PUSH);
        forget.setText(Messages.sources_forgetKey);
        Accessibles.name(forget, source.title() + " " + Messages.sources_forgetKey);
        forget.addListener(SWT.Selection, event -> {
            forgotten.put(source, true);
            field.setText("");
            field.setMessage(Messages.sources_keyWillGo);
            update();
        });
        keys.put(source, field);
    }

    /** Where a source says what it is and what it wants of those who ask it. */
    private static String terms(OnlineSource source) {
        return switch (source) {
            case CROSSREF -> "https://www.crossref.org/documentation/retrieve-metadata/rest-api/";
            case OPENALEX -> "https://openalex.org/";
            case ARXIV -> "https://info.arxiv.org/help/api/tou.html";
            case SEMANTIC_SCHOLAR -> "https://www.semanticscholar.org/product/api";
            case PUBMED -> "https://www.ncbi.nlm.nih.gov/home/about/policies/";
            case UNPAYWALL -> "https://unpaywall.org/";
            case DOI -> "https://www.doi.org/";
        };
    }

    private static Composite row(Composite area, int indent) {
        Composite row = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).indent(indent, 0).applyTo(row);
        return row;
    }

    private static void wrapped(Composite area, String text, int indent) {
        Label label = new Label(area, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).indent(indent, 0).hint(WIDTH, SWT.DEFAULT).applyTo(label);
    }

    private void findKeys() {
        run(Messages.job_keys, () -> {
            for (OnlineSource source : keys.keySet()) {
                kept.put(source, access.orElseThrow().hasKey(source));
            }
            return "";
        });
    }

    private void forgetAnswers() {
        run(Messages.job_forget, () -> {
            Optional<Path> cache = access.orElseThrow().settings().cache();
            int count = cache.isEmpty() ? 0 : LibraryServices.sources().forgetAnswers(cache.get());
            return NLS.bind(Messages.sources_forgot, count);
        });
    }

    /** Work that may wait. */
    @FunctionalInterface
    private interface Work {
        /** @return what to tell */
        String run() throws LibraryException;
    }

    private void run(String name, Work work) {
        ScholionJob job = new ScholionJob(name, JobFamily.WRITE, Job.SHORT) {
            @Override
            protected void work(SubMonitor progress, CancelToken cancel) {
                String told;
                try {
                    told = work.run();
                } catch (LibraryException cannot) {
                    told = String.valueOf(cannot.getLocalizedMessage());
                }
                String message = told;
                display.asyncExec(() -> tell(message));
            }
        };
        job.schedule();
    }

    private void tell(String message) {
        Label shown = report;
        if (shown == null || shown.isDisposed()) {
            return;
        }
        shown.setText(message.replace("&", "&&"));
        kept.forEach((source, is) -> {
            Text field = keys.get(source);
            if (field != null && !field.isDisposed() && !forgotten.getOrDefault(source, false)) {
                field.setMessage(is ? Messages.sources_keyKept : "");
            }
        });
        update();
    }

    private String mail() {
        Text field = contact;
        return field == null ? "" : field.getText().strip();
    }

    /** Says what cannot be kept, or would not work. */
    private void update() {
        String mail = mail();
        boolean mailRight = mail.isEmpty() || OnlineSettings.isMail(mail);
        Optional<OnlineSource> badKey = keys.entrySet().stream()
                .filter(field -> !field.getValue().getText().isBlank() && !OnlineSettings.isKey(field.getValue().getText().strip()))
                .map(Map.Entry::getKey)
                .findFirst();
        if (!mailRight) {
            setErrorMessage(NLS.bind(Messages.sources_badMail, mail));
        } else {
            setErrorMessage(badKey.isEmpty() ? null : NLS.bind(Messages.sources_badKey, badKey.get().title()));
        }
        setValid(mailRight && badKey.isEmpty());
        setMessage(warning(mail), IMessageProvider.WARNING);
    }

    private @Nullable String warning(String mail) {
        for (OnlineSource source : OnlineSource.values()) {
            if (isOn(source) && source.needsContact() && mail.isEmpty()) {
                return NLS.bind(Messages.sources_needsMail, source.title());
            }
            Text key = keys.get(source);
            boolean without = key != null && key.getText().isBlank()
                    && (!kept.getOrDefault(source, true) || forgotten.getOrDefault(source, false));
            if (isOn(source) && source.key() == OnlineSource.Key.NEEDED && without) {
                return NLS.bind(Messages.sources_needsKey, source.title());
            }
        }
        return null;
    }

    private boolean isOn(OnlineSource source) {
        Button box = switches.get(source);
        return box != null && box.getSelection();
    }

    @Override
    protected void performDefaults() {
        switches.values().forEach(box -> box.setSelection(false));
        Text field = contact;
        if (field != null) {
            field.setText("");
        }
        update();
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        if (access.isEmpty() || switches.isEmpty()) {
            return true;
        }
        OnlineSettings settings = access.get().settings().withContact(mail());
        for (OnlineSource source : switches.keySet()) {
            settings = settings.with(source, isOn(source));
        }
        access.get().store(settings);
        Map<OnlineSource, String> changed = new HashMap<>();
        forgotten.forEach((source, is) -> changed.put(source, ""));
        keys.forEach((source, field) -> {
            if (!field.getText().isBlank()) {
                changed.put(source, field.getText().strip());
            }
        });
        if (!changed.isEmpty()) {
            keep(access.get(), changed);
        }
        return true;
    }

    private void keep(OnlineAccess where, Map<OnlineSource, String> changed) {
        changed.keySet().forEach(source -> {
            Text field = keys.get(source);
            if (field != null) {
                field.setText("");
            }
        });
        forgotten.clear();
        ScholionJob job = new ScholionJob(Messages.job_keys, JobFamily.WRITE, Job.SHORT) {
            @Override
            protected void work(SubMonitor progress, CancelToken cancel) throws LibraryException {
                for (Map.Entry<OnlineSource, String> key : changed.entrySet()) {
                    where.keepKey(key.getKey(), key.getValue());
                    kept.put(key.getKey(), !key.getValue().isEmpty());
                }
                display.asyncExec(() -> tell(""));
            }
        };
        job.schedule();
    }
}
