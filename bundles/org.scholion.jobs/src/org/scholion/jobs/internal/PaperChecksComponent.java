package org.scholion.jobs.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.SafeRunner;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.scholion.assist.CheckService;
import org.scholion.jobs.JobExecutor;
import org.scholion.jobs.OpenFile;
import org.scholion.jobs.Paper;
import org.scholion.jobs.PaperChecks;
import org.scholion.jobs.PaperListener;
import org.scholion.jobs.ScholionSettings;
import org.scholion.jobs.SettingsStore;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.OpenTexts;

/** Knows the open files and their papers. Readers and the checker may come and go: they are looked up when they are needed. */
public final class PaperChecksComponent implements PaperChecks {

    private final ServiceTracker<ManuscriptReader, ManuscriptReader> readers;
    private final ServiceTracker<CheckService, CheckService> checkers;
    private final SettingsStore settings;
    private final JobExecutor executor;
    private final Runnable onSettings = this::recheck;
    private final CopyOnWriteArrayList<PaperListener> listeners = new CopyOnWriteArrayList<>();
    /** Guards the two collections. */
    private final Object lock = new Object();

    private final List<EditedFile> files = new ArrayList<>();
    private final Map<Path, PaperSession> papers = new LinkedHashMap<>();

    public PaperChecksComponent(BundleContext context, SettingsStore settings, JobExecutor executor) {
        this.settings = settings;
        this.executor = executor;
        readers = new ServiceTracker<>(context, ManuscriptReader.class, new Arrivals<>(context, this::readerCame));
        checkers = new ServiceTracker<>(context, CheckService.class, new Arrivals<>(context, this::recheck));
        readers.open();
        checkers.open();
        settings.addListener(onSettings);
    }

    void deactivate() {
        settings.removeListener(onSettings);
        sessions().forEach(PaperSession::cancel);
        readers.close();
        checkers.close();
    }

    @Override
    public boolean reads(Path file) {
        return reader(file).isPresent();
    }

    @Override
    public OpenFile open(Path path, String text) {
        EditedFile file = new EditedFile(path.toAbsolutePath().normalize(), text, this);
        synchronized (lock) {
            files.add(file);
        }
        locate(file);
        return file;
    }

    @Override
    public Optional<OpenFile> openFile(Path path) {
        return edited(path).map(found -> found);
    }

    @Override
    public List<Paper> papers() {
        return List.copyOf(sessions());
    }

    @Override
    public OpenTexts openTexts() {
        return path -> edited(path).map(EditedFile::openText);
    }

    @Override
    public void recheck() {
        sessions().forEach(PaperSession::settingsChanged);
    }

    @Override
    public void addListener(PaperListener listener) {
        listeners.addIfAbsent(listener);
    }

    @Override
    public void removeListener(PaperListener listener) {
        listeners.remove(listener);
    }

    ScholionSettings settings() {
        return settings.current();
    }

    JobExecutor executor() {
        return executor;
    }

    Optional<CheckService> checker() {
        return Optional.ofNullable(checkers.getService());
    }

    Optional<ManuscriptReader> reader(Path file) {
        ManuscriptReader[] found = readers.getServices(new ManuscriptReader[0]);
        for (ManuscriptReader reader : found) {
            if (reader.reads(file)) {
                return Optional.of(reader);
            }
        }
        return Optional.empty();
    }

    void tell(Paper paper) {
        for (PaperListener listener : listeners) {
            SafeRunner.run(() -> listener.paperChanged(paper));
        }
    }

    List<EditedFile> filesOf(PaperSession session) {
        synchronized (lock) {
            return files.stream().filter(file -> file.session().filter(session::equals).isPresent()).toList();
        }
    }

    /** Looks for the paper of a file in the background. */
    void locate(EditedFile file) {
        new LocateJob(file, this).schedule();
    }

    /** The file belongs to the paper with that main file. */
    void located(EditedFile file, Path root) {
        PaperSession joined;
        Optional<PaperSession> left;
        synchronized (lock) {
            if (file.isClosed()) {
                return;
            }
            joined = papers.computeIfAbsent(root, path -> new PaperSession(path, this));
            left = file.session().filter(old -> old != joined);
            file.joined(Optional.of(joined));
        }
        left.ifPresent(this::closeIfUnused);
        joined.textChanged();
    }

    void closed(EditedFile file) {
        Optional<PaperSession> left = file.session();
        synchronized (lock) {
            files.remove(file);
            file.joined(Optional.empty());
        }
        left.ifPresent(this::closeIfUnused);
    }

    /** A paper that lost a file is read anew; one that lost its last file is closed. */
    private void closeIfUnused(PaperSession session) {
        boolean used;
        synchronized (lock) {
            used = files.stream().anyMatch(file -> file.session().filter(session::equals).isPresent());
            if (!used) {
                papers.remove(session.root(), session);
            }
        }
        if (used) {
            session.textChanged();
        } else {
            session.close();
        }
    }

    private void readerCame() {
        synchronized (lock) {
            files.stream().filter(file -> file.session().isEmpty()).forEach(this::locate);
        }
    }

    private Optional<EditedFile> edited(Path path) {
        Path wanted = path.toAbsolutePath().normalize();
        synchronized (lock) {
            return files.reversed().stream().filter(file -> file.path().equals(wanted)).findFirst();
        }
    }

    private List<PaperSession> sessions() {
        synchronized (lock) {
            return List.copyOf(papers.values());
        }
    }
}
