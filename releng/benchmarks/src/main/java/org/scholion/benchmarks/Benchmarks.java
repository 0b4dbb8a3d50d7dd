package org.scholion.benchmarks;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.scholion.assist.CheckRequest;
import org.scholion.assist.CheckResult;
import org.scholion.assist.CheckService;
import org.scholion.assist.CheckSettings;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.OpenTexts;
import org.scholion.text.CancelToken;

/**
 * Measures and prints one JSON document.
 *
 * <p>Arguments: the folder of papers, the launcher, and the file for the result.
 */
public final class Benchmarks {

    /** 17,700 words of prose in one file, English. */
    private static final String PAPER = "basic-simulation/basic_training.tex";
    /** 10,800 words. */
    private static final String PAPER_OF_TEN_THOUSAND_WORDS = "entente/paper.tex";
    /** 32,700 words of prose in 7 files, English. */
    private static final String PROJECT = "hsf-roadmap/cwp-arxiv.tex";

    private static final int WORKERS = 2;
    private static final long SEED = 1;

    private final Path papers;
    private final Path launcher;
    private final Map<String, Object> result = new LinkedHashMap<>();

    private Benchmarks(Path papers, Path launcher) {
        this.papers = papers;
        this.launcher = launcher;
    }

    /** A whole paper, several times in one process: the first time includes loading all rules and dictionaries. */
    record Whole(int words, int findings, double coldSeconds, double warmSeconds, double warmWordsPerSecond) {}

    public static void main(String[] arguments) throws Exception {
        Benchmarks benchmarks = new Benchmarks(Path.of(arguments[0]), Path.of(arguments[1]));
        benchmarks.measure();
        String json = new GsonBuilder().setPrettyPrinting().create().toJson(benchmarks.result);
        Files.writeString(Path.of(arguments[2]), json + "\n");
        System.out.println(json);
    }

    private void measure() throws Exception {
        result.put("machine", Machine.here());
        result.put("command", "releng/benchmarks/run");
        result.put("paper", PAPER);
        result.put("project", PROJECT);
        say("plain LanguageTool on the paper");
        Manuscript paper = read(Stations.reader(), PAPER);
        PlainLanguageTool plain = new PlainLanguageTool();
        result.put("plainLanguageToolCold", plain.check(paper));
        say("Scholion on the paper");
        result.put("scholionWholePaper", whole(paper));
        // again after the other, on a warm machine: the order must not decide
        say("plain LanguageTool again");
        result.put("plainLanguageToolWarm", plain.check(paper));
        say("typing in the project");
        result.put("typing", new Typing(Stations.reader(), Stations.checks(), papers.resolve(PROJECT)).type(30, 10, SEED));
        product();
    }

    private Whole whole(Manuscript paper) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS - 1)) {
            long start = System.nanoTime();
            check(Stations.checks(), paper, workers);
            double cold = seconds(start);
            // another engine, so that nothing is known of the paper; rules and code are warm
            CheckService fresh = Stations.checks();
            check(fresh, read(Stations.reader(), "minimap2/minimap2.tex"), workers);
            start = System.nanoTime();
            CheckResult checked = check(fresh, paper, workers);
            double warm = seconds(start);
            return new Whole(
                    paper.wordCount(), checked.findings().size(), cold, warm, paper.wordCount() / warm);
        }
    }

    private static CheckResult check(CheckService checks, Manuscript paper, ExecutorService workers) throws Exception {
        CheckRequest request = new CheckRequest(paper, CheckSettings.DEFAULT, List.of(), workers, WORKERS, Benchmarks::ignore);
        return checks.check(request, CancelToken.NEVER);
    }

    private static void ignore(CheckRequest.Progress progress) {
        // only the end counts
    }

    private void product() throws IOException, InterruptedException {
        if (!Files.isExecutable(launcher)) {
            result.put("product", "not built: " + launcher.getFileName());
            return;
        }
        String file = papers.resolve(PAPER_OF_TEN_THOUSAND_WORDS).toString();
        say("check from a cold start");
        ProductRun.toTheEnd(List.of(launcher.toString(), "--version"));
        List<String> check = List.of(launcher.toString(), "check", "--format", "json", file);
        result.put("checkProcess", List.of(ProductRun.toTheEnd(check), ProductRun.toTheEnd(check), ProductRun.toTheEnd(check)));
        if (Optional.ofNullable(System.getenv("DISPLAY")).isPresent()) {
            say("the application until its window is there");
            List<String> application = List.of(launcher.toString());
            result.put("applicationToWindow", List.of(
                    ProductRun.toTheWindow(application, "Scholion"),
                    ProductRun.toTheWindow(application, "Scholion"),
                    ProductRun.toTheWindow(application, "Scholion")));
        }
    }

    private Manuscript read(ManuscriptReader reader, String name) throws Exception {
        return reader.read(papers.resolve(name), OpenTexts.NONE, CancelToken.NEVER);
    }

    private static double seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e9;
    }

    private static void say(String what) {
        System.err.println("measuring: " + what);
    }
}
