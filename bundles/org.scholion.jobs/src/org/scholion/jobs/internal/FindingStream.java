package org.scholion.jobs.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.CheckRequest;
import org.scholion.assist.Finding;
import org.scholion.jobs.PaperState;
import org.scholion.jobs.PaperState.Phase;
import org.scholion.jobs.PlacedFinding;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;

/**
 * The findings of a running check, shown now and then: those of the blocks that are done, and those of the check before for the rest.
 * Called by one thread at a time.
 */
final class FindingStream {

    /** What a finding is about, whether its replacements are known by now or not. */
    record Key(SourceRange range, String rule) {
        static Key of(Finding finding) {
            return new Key(finding.range(), finding.advice().rule());
        }
    }

    /** A check that takes less shows its result only. */
    private static final long QUIET_MILLIS = 60;

    private static final long PAUSE_MILLIS = 150;
    private static final long NANOS = 1_000_000;

    private final PaperSession session;
    private final CheckJob job;
    private final Manuscript manuscript;
    private final SubMonitor progress;
    private final int caretBlock;
    private final List<PlacedFinding> before;
    private final List<PlacedFinding> found = new ArrayList<>();
    private final Set<Key> announced = new HashSet<>();
    private final List<SourceRange> doneBlocks = new ArrayList<>();
    private final long quietUntil = System.nanoTime() + QUIET_MILLIS * NANOS;
    private long showAt = quietUntil;
    private long tellAt = quietUntil;
    private int worked;
    private int total;

    /** @param caretBlock the index of the block in which the author writes, whose findings show as soon as they are known; -1 for none */
    FindingStream(PaperSession session, CheckJob job, Manuscript manuscript, int caretBlock, SubMonitor progress) {
        this.session = session;
        this.job = job;
        this.manuscript = manuscript;
        this.caretBlock = caretBlock;
        this.progress = progress;
        before = session.state().findings();
    }

    synchronized int total() {
        return total;
    }

    /** All findings that came from one block alone. */
    synchronized Set<Key> announced() {
        return Set.copyOf(announced);
    }

    synchronized void blockDone(CheckRequest.Progress step) {
        total = step.total();
        tell(step);
        doneBlocks.add(manuscript.blocks().get(step.blockIndex()).range());
        for (Finding finding : step.findings()) {
            found.add(new PlacedFinding(finding, manuscript));
            announced.add(Key.of(finding));
        }
        // behind the last block replacements are looked for, which may take a while
        boolean last = step.done() == step.total() && System.nanoTime() >= quietUntil;
        boolean awaited = step.blockIndex() == caretBlock && isNews(step.findings());
        if (last || awaited || System.nanoTime() >= showAt) {
            List<PlacedFinding> shown = merged();
            session.update(job, state -> new PaperState(
                    Phase.CHECKING, step.done(), step.total(), state.manuscript(), shown, false, state.failures(), state.limitations(), ""));
            showAt = System.nanoTime() + PAUSE_MILLIS * NANOS;
        }
    }

    /** The Workbench takes its time for each word of progress: it gets one now and then. */
    private void tell(CheckRequest.Progress step) {
        if (System.nanoTime() < tellAt && step.done() < step.total()) {
            return;
        }
        progress.setWorkRemaining(Math.max(1, total - worked));
        progress.worked(step.done() - worked);
        progress.subTask(NLS.bind(Messages.task_check, step.done(), step.total()));
        worked = step.done();
        tellAt = System.nanoTime() + PAUSE_MILLIS * NANOS;
    }

    /** Whether the block in which the author writes has other findings than those that show. */
    private boolean isNews(List<Finding> findings) {
        SourceRange block = manuscript.blocks().get(caretBlock).range();
        Set<Key> shown = new HashSet<>();
        for (PlacedFinding old : before) {
            if (session.isBlockFinding(old)) {
                now(old).filter(block::contains).ifPresent(range -> shown.add(new Key(range, old.advice().rule())));
            }
        }
        Set<Key> known = new HashSet<>();
        findings.forEach(finding -> known.add(Key.of(finding)));
        return !known.equals(shown);
    }

    private List<PlacedFinding> merged() {
        List<PlacedFinding> merged = new ArrayList<>(found);
        before.stream().filter(this::staysMeanwhile).forEach(merged::add);
        Map<SourceUnit, Integer> order = new HashMap<>();
        manuscript.sources().forEach(source -> order.put(source.unit(), order.size()));
        merged.sort(Comparator.<PlacedFinding>comparingInt(
                        placed -> order.getOrDefault(placed.finding().range().unit(), order.size()))
                .thenComparing(placed -> placed.finding().range().range()));
        return merged;
    }

    private boolean staysMeanwhile(PlacedFinding old) {
        return now(old)
                .filter(here -> !session.isBlockFinding(old) || doneBlocks.stream().noneMatch(block -> block.contains(here)))
                .isPresent();
    }

    /** Where a finding of the check before stands now; nowhere when its text was taken away. */
    private Optional<SourceRange> now(PlacedFinding old) {
        SourceRange range = old.finding().range();
        return session.file(old.path())
                .map(file -> file.toCurrent(range.range(), old.revision()))
                .orElse(Optional.of(range.range()))
                .map(here -> new SourceRange(range.unit(), here));
    }
}
