package org.scholion.benchmarks;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures and prints one JSON document.
 *
 * <p>Arguments: the folder of papers, the launcher, what was measured in the window (a JSON file), and the file for the result.
 */
public final class Benchmarks {

    /** 10,800 words. */
    private static final String PAPER_OF_TEN_THOUSAND_WORDS = "entente/paper.tex";
    /** 32,700 words of prose in 7 files, English. */
    private static final String PROJECT = "hsf-roadmap/cwp-arxiv.tex";

    private static final int ROUNDS = 3;
    private static final long SEED = 1;

    private final Path papers;
    private final Path launcher;
    private final Map<String, Object> result = new LinkedHashMap<>();

    private Benchmarks(Path papers, Path launcher) {
        this.papers = papers;
        this.launcher = launcher;
    }

    public static void main(String[] arguments) throws Exception {
        Benchmarks benchmarks = new Benchmarks(Path.of(arguments[0]), Path.of(arguments[1]));
        benchmarks.measure();
        benchmarks.result.put("keystrokesInWindow", JsonParser.parseString(Files.readString(Path.of(arguments[2]))));
        String json = new GsonBuilder().setPrettyPrinting().create().toJson(benchmarks.result);
        Files.writeString(Path.of(arguments[3]), json + "\n");
        System.out.println(json);
    }

    private void measure() throws Exception {
        result.put("machine", Machine.here());
        result.put("command", "releng/benchmarks/run");
        result.put("project", PROJECT);
        say("one paper from a cold start");
        result.put("cold", ColdPaper.inProcesses(papers.resolve(PAPER_OF_TEN_THOUSAND_WORDS), ROUNDS));
        say("whole papers, warm");
        result.put("warm", new WarmPapers(papers).measure());
        say("typing in the project");
        result.put("typing", new Typing(Stations.reader(), Stations.checks(), papers.resolve(PROJECT)).type(30, 10, SEED));
        product();
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

    private static void say(String what) {
        System.err.println("measuring: " + what);
    }
}
