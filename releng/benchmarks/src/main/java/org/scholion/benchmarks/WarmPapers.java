package org.scholion.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.OpenTexts;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Whole papers when everything is loaded and compiled. Both checkers see the same papers to warm up, and the measured ones for the
 * first time; they take turns in going first.
 */
final class WarmPapers {

    private static final List<String> WARM_UP = List.of(
            "minimap2/minimap2.tex", "alchemical-best-practices/manuscript.tex", "araa-gps/ms.tex",
            "legwork/ms.tex", "msd-errors/ms.tex");
    private static final List<String> MEASURED = List.of(
            "basic-simulation/basic_training.tex", "entente/paper.tex", "hsf-roadmap/cwp-arxiv.tex", "conjure/paper.tex");

    private final Path papers;

    WarmPapers(Path papers) {
        this.papers = papers;
    }

    /** What the papers cost one of the two; {@code processorSeconds} are those of the whole process, compiler and collector included. */
    record Cost(int words, int alarms, double seconds, double processorSeconds, double wordsPerSecond) {}

    /** Both beside each other; {@code timesAsFast} is the quotient of the seconds. */
    record Result(List<String> papers, Cost plainLanguageTool, Cost scholion, double timesAsFast) {}

    Result measure() throws Exception {
        Tally plain = new Tally(new PlainLanguageTool());
        Tally scholion = new Tally(new ScholionChecker());
        for (Manuscript paper : read(WARM_UP)) {
            plain.checker.check(paper);
            scholion.checker.check(paper);
        }
        boolean plainFirst = true;
        for (Manuscript paper : read(MEASURED)) {
            (plainFirst ? plain : scholion).measure(paper);
            (plainFirst ? scholion : plain).measure(paper);
            plainFirst = !plainFirst;
        }
        return new Result(MEASURED, plain.cost(), scholion.cost(), (double) plain.nanos / scholion.nanos);
    }

    private List<Manuscript> read(List<String> names) throws IOException, ManuscriptException, CancelledException {
        List<Manuscript> all = new ArrayList<>();
        for (String name : names) {
            all.add(Stations.reader().read(papers.resolve(name), OpenTexts.NONE, CancelToken.NEVER));
        }
        return all;
    }

    /** Adds up what one checker takes. */
    private static final class Tally {
        private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        private final Checker checker;
        private int words;
        private int alarms;
        private long nanos;
        private long processorNanos;

        Tally(Checker checker) {
            this.checker = checker;
        }

        void measure(Manuscript paper) throws Exception {
            System.gc();
            long processor = system.getProcessCpuTime();
            long start = System.nanoTime();
            alarms += checker.check(paper);
            nanos += System.nanoTime() - start;
            processorNanos += system.getProcessCpuTime() - processor;
            words += paper.wordCount();
        }

        Cost cost() {
            return new Cost(words, alarms, nanos / 1e9, processorNanos / 1e9, words / (nanos / 1e9));
        }
    }
}
