package org.scholion.ui.citation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.scholion.assist.AssistException;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.ui.internal.Messages;

/**
 * The works for a citation in a list of completions, best first. A job ranks them; the answer for the last place is kept, since the list is
 * asked for with every letter. Thread-safe.
 */
public final class CitationRanks {

    private static final int MOST = 60;
    private static final long PATIENCE_MILLIS = 500;

    /** An answer that is older is asked for again: a library or the paper may have been read meanwhile. */
    private static final long FRESH_NANOS = 1_000_000_000;

    private static final int WORDS_BEFORE = 400;

    private static final ServiceCaller<PaperCitations> CITATIONS = new ServiceCaller<>(CitationRanks.class, PaperCitations.class);

    /** A citation: its file, what stands before its keys, and its other keys. */
    private record Place(Path file, String before, List<String> others) {}

    /**
     * A question.
     *
     * @param works the answer, when it is there
     * @param meanwhile what was answered for the same place before
     * @param nanos when it was asked
     */
    private record Asked(
            Place place, CompletableFuture<List<CitableWork>> works, List<CitableWork> meanwhile, Job job, long nanos) {

        boolean isOld() {
            return works.isDone() && System.nanoTime() - nanos > FRESH_NANOS;
        }

        List<CitableWork> known() {
            return works.getNow(meanwhile);
        }
    }

    private Optional<Asked> last = Optional.empty();

    /**
     * The works for a citation. Waits a moment for them, but never in the thread of the user interface.
     *
     * @param text of the file
     * @param keysStart where the keys of the citation begin, or the citation where it has none yet
     * @param offset of the caret
     * @param others the keys that stand in it already
     * @return empty when they are not known yet
     */
    public List<CitableWork> works(Path file, String text, int keysStart, int offset, List<String> others) {
        Place place = new Place(file, text.substring(Math.max(0, keysStart - WORDS_BEFORE), keysStart), others);
        Asked asked = ask(place, offset);
        if (Display.getCurrent() != null || !asked.known().isEmpty()) {
            return asked.known();
        }
        try {
            return asked.works().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            return List.of();
        } catch (InterruptedException nobodyWaits) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("works are never completed with a failure", impossible);
        }
    }

    private synchronized Asked ask(Place place, int offset) {
        Optional<Asked> same = last.filter(asked -> asked.place().equals(place));
        if (same.isPresent() && !same.get().isOld()) {
            return same.get();
        }
        last.ifPresent(asked -> asked.job().cancel());
        CompletableFuture<List<CitableWork>> works = new CompletableFuture<>();
        RankJob job = new RankJob(place.file(), offset, works);
        Asked asked = new Asked(place, works, same.map(Asked::known).orElse(List.of()), job, System.nanoTime());
        last = Optional.of(asked);
        job.schedule();
        return asked;
    }

    private static final class RankJob extends ScholionJob {

        private final Path file;
        private final int offset;
        private final CompletableFuture<List<CitableWork>> works;

        RankJob(Path file, int offset, CompletableFuture<List<CitableWork>> works) {
            super(Messages.citations_job, JobFamily.LIBRARY, Job.SHORT);
            this.file = file;
            this.offset = offset;
            this.works = works;
            setSystem(true);
        }

        @Override
        protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException {
            List<CitableWork> ranked = List.of();
            try {
                Optional<PaperCitations> citations = CITATIONS.current();
                if (citations.isPresent()) {
                    ranked = citations.get().at(file, offset, MOST, cancel).works();
                }
            } catch (AssistException cannot) {
                // the view of citations says what is the matter; here the order by name has to do
                ranked = List.of();
            } finally {
                works.complete(ranked);
            }
        }
    }
}
