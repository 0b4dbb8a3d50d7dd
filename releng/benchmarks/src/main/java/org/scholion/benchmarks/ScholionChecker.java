package org.scholion.benchmarks;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.scholion.assist.CheckRequest;
import org.scholion.assist.CheckService;
import org.scholion.assist.CheckSettings;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;

/** Our engine as the command line uses it: all assistants, as many threads as the machine has processors. */
final class ScholionChecker implements Checker {

    private final CheckService checks = Stations.checks();

    @Override
    public int check(Manuscript paper) throws Exception {
        int threads = Runtime.getRuntime().availableProcessors();
        try (ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, threads - 1))) {
            CheckRequest request = new CheckRequest(
                    paper, CheckSettings.DEFAULT, List.of(), workers, threads, ScholionChecker::ignore);
            return checks.check(request, CancelToken.NEVER).findings().size();
        }
    }

    private static void ignore(CheckRequest.Progress progress) {
        // only the end counts
    }
}
