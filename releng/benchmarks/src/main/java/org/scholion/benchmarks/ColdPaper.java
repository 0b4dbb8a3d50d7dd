package org.scholion.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.OpenTexts;
import org.scholion.text.CancelToken;

/** One paper in a new process: reading it, loading rules and dictionaries, checking it. */
final class ColdPaper {

    private static final String PLAIN = "plain";
    private static final String SCHOLION = "scholion";

    private ColdPaper() {}

    /** Seconds of each round, in one process each; the two take turns. */
    record Result(String paper, List<Double> plainLanguageToolSeconds, List<Double> scholionSeconds) {}

    static Result inProcesses(Path paper, int rounds) throws IOException, InterruptedException {
        List<Double> plain = new ArrayList<>();
        List<Double> scholion = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            plain.add(inProcess(PLAIN, paper));
            scholion.add(inProcess(SCHOLION, paper));
        }
        return new Result(paper.getParent().getFileName() + "/" + paper.getFileName(), plain, scholion);
    }

    private static double inProcess(String checker, Path paper) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile", ""),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdPaper.class.getName(),
                        checker,
                        paper.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            throw new IOException(checker + " ended with " + process.exitValue());
        }
        return Double.parseDouble(said);
    }

    /** Arguments: which checker, and the paper. Prints the seconds. */
    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        Manuscript paper = Stations.reader().read(Path.of(arguments[1]), OpenTexts.NONE, CancelToken.NEVER);
        Checker checker = arguments[0].equals(PLAIN) ? new PlainLanguageTool() : new ScholionChecker();
        checker.check(paper);
        System.out.printf(Locale.ROOT, "%.3f%n", (System.nanoTime() - start) / 1e9);
    }
}
