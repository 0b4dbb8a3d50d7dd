package org.scholion.jobs.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.Paper;
import org.scholion.jobs.PaperChecks;
import org.scholion.jobs.PaperLibraries;
import org.scholion.jobs.PaperListener;
import org.scholion.jobs.PaperSources;
import org.scholion.jobs.ScholionJob;
import org.scholion.library.Libraries;
import org.scholion.library.LibraryException;
import org.scholion.library.ReadReferences;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.library.search.RefreshProgress;
import org.scholion.library.search.RefreshReport;
import org.scholion.library.shared.SharedLibrary;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job for all sources: it waits until nothing has changed for a moment, and asks each source whether it is another. */
public final class PaperLibrariesComponent implements PaperLibraries {

    private static final Logger LOG = LoggerFactory.getLogger(PaperLibrariesComponent.class);
    private static final long DELAY_MILLIS = 700;

    private final ReferenceLibrary library;
    private final Libraries libraries;
    private final PaperChecks checks;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Set<Path> failed = new HashSet<>();
    private final PaperListener opened = paper -> refresh();
    private final RefreshJob job = new RefreshJob();
    private volatile List<Path> standard = List.of();

    public PaperLibrariesComponent(ReferenceLibrary library, Libraries libraries, PaperChecks checks) {
        this.library = library;
        this.libraries = libraries;
        this.checks = checks;
        checks.addListener(opened);
        refresh();
    }

    void deactivate() {
        checks.removeListener(opened);
        job.cancel();
    }

    @Override
    public List<Path> sources(Manuscript manuscript) {
        Set<Path> sources = new LinkedHashSet<>(bibliographies(manuscript));
        sources.addAll(PaperSources.beside(manuscript));
        sources.addAll(standard);
        return List.copyOf(sources);
    }

    @Override
    public List<Path> bibliographies(Manuscript manuscript) {
        return PaperSources.keepsOwn(manuscript) ? List.of(manuscript.root().path()) : PaperSources.named(manuscript);
    }

    @Override
    public void refresh() {
        job.schedule(DELAY_MILLIS);
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private final class RefreshJob extends ScholionJob {

        RefreshJob() {
            super(Messages.job_library, JobFamily.LIBRARY, Job.DECORATE);
        }

        @Override
        protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException {
            Set<Path> sources = new LinkedHashSet<>();
            Map<Path, ReadReferences> documents = new LinkedHashMap<>();
            for (Paper paper : checks.papers()) {
                paper.manuscript().ifPresent(manuscript -> {
                    sources.addAll(PaperSources.named(manuscript));
                    sources.addAll(PaperSources.beside(manuscript));
                    if (PaperSources.keepsOwn(manuscript)) {
                        documents.put(manuscript.root().path(), PaperSources.own(manuscript));
                    }
                });
            }
            boolean changed = false;
            try {
                List<Path> now = new ArrayList<>(libraries.sources(Libraries.STANDARD));
                now.addAll(libraries.sources(SharedLibrary.NAME));
                changed = !now.equals(standard);
                standard = List.copyOf(now);
                libraries.all().forEach(one -> sources.addAll(one.sources()));
            } catch (LibraryException unreadable) {
                LOG.warn("the list of libraries cannot be read", unreadable);
            }
            progress.setWorkRemaining(sources.size() + documents.size());
            for (Path source : sources) {
                changed |= refresh(source, Optional.empty(), progress.split(1), cancel);
            }
            for (Map.Entry<Path, ReadReferences> document : documents.entrySet()) {
                changed |= refresh(document.getKey(), Optional.of(document.getValue()), progress.split(1), cancel);
            }
            if (changed) {
                listeners.forEach(Runnable::run);
            }
        }

        /** @param read what the source holds; empty to read its file */
        private boolean refresh(Path source, Optional<ReadReferences> read, SubMonitor progress, CancelToken cancel)
                throws CancelledException {
            RefreshProgress told = (done, total) -> progress.setWorkRemaining(total - done + 1).worked(1);
            try {
                RefreshReport report = read.isPresent()
                        ? library.refresh(source, read.get(), true, told, cancel)
                        : library.refresh(source, true, told, cancel);
                failed.remove(source);
                return report.changed() > 0 || report.removed() > 0;
            } catch (LibraryException unreadable) {
                if (failed.add(source)) {
                    LOG.warn("{} cannot be searched", source, unreadable);
                }
                return false;
            }
        }
    }
}
