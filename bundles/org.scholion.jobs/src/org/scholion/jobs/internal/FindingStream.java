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
import org.scholion.text.TextRange;

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
    private final List<PlacedFinding> before;
    private final List<PlacedFinding> found = new ArrayList<>();
    private final Set<Key> announced = new HashSet<>();
    private final List<SourceRange> doneBlocks = new ArrayList<>();
    private final long quietUntil = System.nanoTime() + QUIET_MILLIS * NANOS;
    private long showAt = quietUntil;
    private long tellAt = quietUntil;
    private int worked;
    private int total;

    FindingStream(PaperSession session, CheckJob job, Manuscript manuscript, SubMonitor progress) {
        this.session = session;
        this.job = job;
        this.manuscript = manuscript;
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
        if (last || System.nanoTime() >= showAt) {
            List<PlacedFinding> shown = merged();
            session.update(job, state -> new PaperState(
                    Phase.CHECKING, step.done(), step.total(), state.manuscript(), shown, false, state.failures(), ""));
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
        SourceRange range = old.finding().range();
        Optional<TextRange> now = session.file(old.path())
                .map(file -> file.toCurrent(range.range(), old.revision()))
                .orElse(Optional.of(range.range()));
        if (now.isEmpty()) {
            return false;
        }
        SourceRange here = new SourceRange(range.unit(), now.get());
        return !session.isBlockFinding(old) || doneBlocks.stream().noneMatch(block -> block.contains(here));
    }
}
