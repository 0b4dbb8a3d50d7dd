package org.scholion.jobs.internal;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.jobs.OpenFile;
import org.scholion.jobs.Paper;
import org.scholion.jobs.PaperState;
import org.scholion.jobs.PaperState.Phase;
import org.scholion.jobs.PlacedFinding;

/** A paper with open files: at most one check at a time, of which the newest wins. */
final class PaperSession implements Paper {

    private final Path root;
    private final PaperChecksComponent checks;
    private final ISchedulingRule rule = new OneAtATime();
    /** Guards what follows. */
    private final Object lock = new Object();

    private @Nullable CheckJob current;
    private Set<FindingStream.Key> blockFindings = Set.of();
    private volatile PaperState state = PaperState.INITIAL;

    PaperSession(Path root, PaperChecksComponent checks) {
        this.root = root;
        this.checks = checks;
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public PaperState state() {
        return state;
    }

    @Override
    public Optional<OpenFile> openFile(Path path) {
        return file(path).map(found -> found);
    }

    @Override
    public void checkNow() {
        start(true, true);
    }

    /** Something changed: what runs is of no use any more, and after a pause a new check begins. */
    void textChanged() {
        start(false, state.manuscript().isEmpty());
    }

    /** What is looked for changed, not the text. */
    void settingsChanged() {
        start(false, true);
    }

    @Override
    public void cancel() {
        synchronized (lock) {
            if (current != null) {
                current.cancel();
            }
            if (!state.phase().isBusy()) {
                return;
            }
            current = null;
            state = state.in(Phase.CANCELLED);
        }
        checks.tell(this);
    }

    void close() {
        synchronized (lock) {
            if (current != null) {
                current.cancel();
                current = null;
            }
            state = state.in(Phase.CLOSED);
        }
        checks.tell(this);
    }

    ISchedulingRule rule() {
        return rule;
    }

    PaperChecksComponent checks() {
        return checks;
    }

    List<EditedFile> files() {
        return checks.filesOf(this);
    }

    Optional<EditedFile> file(Path path) {
        return files().stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /** The file in which the author was last. */
    Optional<EditedFile> focused() {
        return files().stream().max(Comparator.comparingLong(file -> file.focus().time()));
    }

    /** Whether the finding came from one block alone when the paper was checked last. */
    boolean isBlockFinding(PlacedFinding placed) {
        synchronized (lock) {
            return blockFindings.contains(FindingStream.Key.of(placed.finding()));
        }
    }

    /** Takes over what a check knows, unless a newer one began since. */
    void update(CheckJob job, UnaryOperator<PaperState> change) {
        synchronized (lock) {
            if (job != current) {
                return;
            }
            state = change.apply(state);
        }
        checks.tell(this);
    }

    /** The end of a check. */
    void finished(CheckJob job, PaperState result, Set<FindingStream.Key> fromBlocks) {
        synchronized (lock) {
            if (job != current) {
                return;
            }
            blockFindings = fromBlocks;
            state = result;
            current = null;
        }
        checks.tell(this);
    }

    private void start(boolean asked, boolean atOnce) {
        CheckJob job;
        long delayMillis;
        synchronized (lock) {
            if (state.phase() == Phase.CLOSED) {
                return;
            }
            CheckJob older = current;
            boolean foreground = asked || older != null && older.isAsked();
            if (older != null) {
                older.cancel();
            }
            job = new CheckJob(this, foreground, state.complete());
            current = job;
            delayMillis = atOnce ? 0 : checks.settings().delayMillis();
            state = state.in(Phase.WAITING);
        }
        checks.tell(this);
        if (delayMillis == 0) {
            job.schedule();
        } else {
            // Not schedule(delayMillis): a worker of the JobManager that wakes in the very millisecond at which a sleeping job is due
            // does not take it, and looks again 50 ms later (WorkerPool.startJob, JobManager.nextJob).
            CompletableFuture.delayedExecutor(delayMillis, TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(() -> scheduleUnlessOutdated(job));
        }
    }

    private void scheduleUnlessOutdated(CheckJob job) {
        synchronized (lock) {
            if (job == current) {
                job.schedule();
            }
        }
    }

    /** Keeps the checks of one paper apart. */
    private static final class OneAtATime implements ISchedulingRule {
        @Override
        public boolean contains(@Nullable ISchedulingRule other) {
            return other == this;
        }

        @Override
        public boolean isConflicting(@Nullable ISchedulingRule other) {
            return other == this;
        }
    }
}
