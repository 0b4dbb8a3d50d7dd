package org.scholion.jobs.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.scholion.assist.Advice;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.CheckRequest;
import org.scholion.assist.CheckRequest.Progress;
import org.scholion.assist.CheckResult;
import org.scholion.assist.CheckService;
import org.scholion.assist.Finding;
import org.scholion.assist.Origin;
import org.scholion.assist.Severity;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

/** Finds the word "teh"; before each block it waits until the gate is open. */
final class WordChecker implements CheckService {

    final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));
    final AtomicReference<CountDownLatch> lastGate = new AtomicReference<>(new CountDownLatch(0));
    final AtomicReference<RuntimeException> problem = new AtomicReference<>();
    final AtomicReference<List<Integer>> wantedFirst = new AtomicReference<>(List.of());
    final AtomicInteger cancelled = new AtomicInteger();
    final AtomicInteger started = new AtomicInteger();
    final AtomicInteger finished = new AtomicInteger();

    @Override
    public CheckResult check(CheckRequest request, CancelToken cancel) throws CancelledException {
        started.incrementAndGet();
        wantedFirst.set(request.firstBlocks());
        if (problem.get() != null) {
            throw problem.get();
        }
        List<Finding> all = new ArrayList<>();
        int total = request.manuscript().blocks().size();
        for (int i = 0; i < total; i++) {
            await(gate.get(), cancel);
            if (i == total - 1) {
                await(lastGate.get(), cancel);
            }
            List<Finding> found = new ArrayList<>();
            String text = request.manuscript().blocks().get(i).prose().text();
            for (int at = text.indexOf("teh"); at >= 0; at = text.indexOf("teh", at + 1)) {
                found.add(Finding.inBlock(request.manuscript(), i, new BlockFinding(TextRange.ofLength(at, 3), advice())));
            }
            all.addAll(found);
            request.progress().accept(new Progress(i, found, i + 1, total));
        }
        finished.incrementAndGet();
        return new CheckResult(request.manuscript(), all, List.of(), List.of(), total);
    }

    private void await(CountDownLatch latch, CancelToken cancel) throws CancelledException {
        try {
            while (!latch.await(2, TimeUnit.MILLISECONDS)) {
                if (cancel.isCancelled()) {
                    cancelled.incrementAndGet();
                    cancel.check();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private static Advice advice() {
        return new Advice(
                "TEH", Category.SPELLING, Severity.ERROR, "Misspelled.", "", List.of("the"), new Origin("Test", "1"), 1, true);
    }
}
