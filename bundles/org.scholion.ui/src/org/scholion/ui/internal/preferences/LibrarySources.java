package org.scholion.ui.internal.preferences;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.PaperLibraries;
import org.scholion.jobs.ScholionJob;
import org.scholion.library.Libraries;
import org.scholion.library.LibraryException;
import org.scholion.library.ReferenceFiles;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.ui.internal.Messages;

/** The sources of the standard library. Reads and writes in jobs. */
final class LibrarySources {

    private static final ServiceCaller<Libraries> LIBRARIES = new ServiceCaller<>(LibrarySources.class, Libraries.class);
    private static final ServiceCaller<ReferenceLibrary> LIBRARY = new ServiceCaller<>(LibrarySources.class, ReferenceLibrary.class);
    private static final ServiceCaller<PaperLibraries> PAPERS = new ServiceCaller<>(LibrarySources.class, PaperLibraries.class);

    /** A source with what is known of it. */
    record Row(Path source, int references, State state) {}

    /** Whether a source can be searched. */
    enum State {
        SEARCHED,
        NOT_YET,
        MISSING
    }

    /** Hears from the thread of a job. */
    @FunctionalInterface
    interface Listener {

        /**
         * The sources were looked at.
         *
         * @param failure for the author; empty when all went well
         */
        void known(List<Row> rows, String failure);
    }

    /** A change of the list. */
    @FunctionalInterface
    private interface Change {
        void make(Libraries libraries) throws LibraryException;
    }

    private final Listener listener;

    LibrarySources(Listener listener) {
        this.listener = listener;
    }

    void load() {
        run(false, libraries -> {
            // only looks
        });
    }

    /** Adds sources, unless they are of no known format. */
    void add(List<Path> sources) {
        run(true, libraries -> {
            for (Path source : sources) {
                if (!ReferenceFiles.known(source)) {
                    throw new LibraryException(NLS.bind(Messages.library_unknown, source));
                }
                libraries.add(Libraries.STANDARD, source);
            }
        });
    }

    void remove(List<Path> sources) {
        run(true, libraries -> {
            for (Path source : sources) {
                libraries.remove(Libraries.STANDARD, source);
            }
        });
    }

    /** {@code changed} hears, from any thread, when an index was made. */
    static void addListener(Runnable changed) {
        PAPERS.call(papers -> papers.addListener(changed));
    }

    static void removeListener(Runnable changed) {
        PAPERS.call(papers -> papers.removeListener(changed));
    }

    private void run(boolean changes, Change change) {
        new ScholionJob(Messages.library_job, JobFamily.WRITE, Job.SHORT) {
            @Override
            protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException {
                Optional<Libraries> libraries = LIBRARIES.current();
                if (libraries.isEmpty()) {
                    listener.known(List.of(), Messages.citations_missing);
                    return;
                }
                String failure = "";
                List<Row> rows = new ArrayList<>();
                try {
                    change.make(libraries.get());
                } catch (LibraryException refused) {
                    failure = String.valueOf(refused.getMessage());
                }
                try {
                    for (Path source : libraries.get().sources(Libraries.STANDARD)) {
                        cancel.check();
                        rows.add(row(source));
                    }
                } catch (LibraryException unreadable) {
                    failure = String.valueOf(unreadable.getMessage());
                }
                listener.known(rows, failure);
                if (changes) {
                    PAPERS.call(PaperLibraries::refresh);
                }
            }
        }.schedule();
    }

    private static Row row(Path source) throws LibraryException {
        Optional<ReferenceLibrary> library = LIBRARY.current();
        int references = library.isEmpty() ? 0 : library.get().references(source).size();
        if (!Files.exists(source)) {
            return new Row(source, references, State.MISSING);
        }
        return new Row(source, references, references > 0 ? State.SEARCHED : State.NOT_YET);
    }
}
