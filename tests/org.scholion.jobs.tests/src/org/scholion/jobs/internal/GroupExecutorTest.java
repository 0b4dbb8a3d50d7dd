package org.scholion.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.Test;
import org.scholion.jobs.JobFamily;

class GroupExecutorTest {

    private final GroupExecutor executor = new GroupExecutor();

    @Test
    void everythingIsRunAndNoMoreAtOnceThanAllowed() throws InterruptedException {
        int count = 200;
        CountDownLatch done = new CountDownLatch(count);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        for (int i = 0; i < count; i++) {
            executor.execute(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                running.decrementAndGet();
                done.countDown();
            });
        }

        assertTrue(done.await(30, TimeUnit.SECONDS), "left: " + done.getCount());
        assertTrue(most.get() <= Math.max(1, executor.parallelism() - 1), "at once: " + most.get());
    }

    @Test
    void itWorksAgainAfterItWasIdle() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            CountDownLatch done = new CountDownLatch(1);
            executor.execute(done::countDown);
            assertTrue(done.await(30, TimeUnit.SECONDS), "round " + round);
            Job.getJobManager().join(JobFamily.PART, null);
        }
    }
}
