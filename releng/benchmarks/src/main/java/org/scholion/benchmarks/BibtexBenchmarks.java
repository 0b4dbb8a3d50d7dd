package org.scholion.benchmarks;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jbibtex.BibTeXParser;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexParser;

/**
 * Measures reading a bibliography of 50,000 entries beside JBibTeX on the same text, in turns, and prints one JSON document.
 *
 * <p>Arguments: the folder with papers, which may be absent; the file for the result.
 */
public final class BibtexBenchmarks {

    private static final int ENTRIES = 50_000;
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 15;
    private static final double MIB = 1 << 20;
    private static final String KEY = "\u0000key\u0000";
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * What reading costs.
     *
     * @param allocatedMiB in one round
     */
    private record Cost(Quantiles.Millis millis, double allocatedMiB) {}

    /** A way to read the text, which gives the number of entries. */
    private interface Reading {
        int read(String text) throws Exception;
    }

    private BibtexBenchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Path papers = Path.of(arguments[0]);
        List<String> models = Files.isDirectory(papers) ? ofPapers(papers) : made();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ENTRIES; i++) {
            text.append(models.get(i % models.size()).replace(KEY, "key" + i)).append("\n\n");
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("machine", Machine.here());
        result.put("command", "releng/benchmarks/run-bibtex");
        result.put("loadAverage", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        result.put("text", (Files.isDirectory(papers) ? models.size() + " entries of papers that both read" : "made entries") + ", repeated");
        result.put("entries", ENTRIES);
        result.put("units", text.length());
        measure(text.toString(), result);
        String json = new GsonBuilder().setPrettyPrinting().create().toJson(result);
        Path file = Path.of(arguments[1]).toAbsolutePath();
        Files.createDirectories(file.getParent());
        Files.writeString(file, json + "\n");
        System.out.println(json);
    }

    private static void measure(String text, Map<String, Object> result) throws Exception {
        Map<String, Reading> ways = new LinkedHashMap<>();
        ways.put("scholion", whole -> BibtexParser.parse(whole).entries().size());
        ways.put("jbibtex", whole -> new BibTeXParser().parse(new StringReader(whole)).getEntries().size());
        Map<String, Quantiles> times = new LinkedHashMap<>();
        Map<String, Double> allocated = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Map.Entry<String, Reading> way : ways.entrySet()) {
                System.gc();
                long bytes = THREADS.getCurrentThreadAllocatedBytes();
                long start = System.nanoTime();
                int entries = way.getValue().read(text);
                long duration = System.nanoTime() - start;
                if (entries != ENTRIES) {
                    throw new IllegalStateException(way.getKey() + " read " + entries + " entries");
                }
                if (round >= 0) {
                    times.computeIfAbsent(way.getKey(), name -> new Quantiles()).add(duration);
                    allocated.put(way.getKey(), (THREADS.getCurrentThreadAllocatedBytes() - bytes) / MIB);
                }
            }
        }
        times.forEach((name, quantiles) -> result.put(name, new Cost(quantiles.millis(), allocated.get(name))));
        result.put("timesAsFast", times.get("jbibtex").millis().p50() / times.get("scholion").millis().p50());
        result.put("allocatedOfJbibtex", allocated.get("scholion") / allocated.get("jbibtex"));
    }

    /** Whole entries that both read, with a place for the key. */
    private static List<String> ofPapers(Path papers) throws IOException {
        List<String> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(papers)) {
            for (Path path : files.filter(file -> file.toString().endsWith(".bib")).sorted().toList()) {
                String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
                for (Entry entry : BibtexParser.parse(text).entries()) {
                    String own = entry.range().of(text);
                    if (entry.complete() && !entry.key().isEmpty() && bothRead(own)) {
                        int start = entry.keyRange().start() - entry.range().start();
                        entries.add(own.substring(0, start) + KEY + own.substring(start + entry.key().length()));
                    }
                }
            }
        }
        return entries;
    }

    private static boolean bothRead(String entry) {
        BibtexFile read = BibtexParser.parse(entry);
        try {
            return read.problems().isEmpty() && new BibTeXParser().parse(new StringReader(entry)).getEntries().size() == 1;
        } catch (ParseException | TokenMgrException | org.jbibtex.ObjectResolutionException refused) {
            return false;
        }
    }

    private static List<String> made() {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            entries.add("@article{" + KEY + ",\n  author = {M{\\\"u}ller, Anna and Doe, John H. and van den Berg, Pieter},\n  title = {On the {DNA} of "
                    + "Things Number " + i + " and of What Is Behind Them},\n  journal = {Journal of Things},\n  year = " + (1950 + i % 75)
                    + ",\n  volume = {" + i % 90 + "},\n  pages = {" + i + "--" + (i + 12) + "},\n  doi = {10.1000/things." + i + "},\n  abstract = {"
                    + "We look at things and say what they are. ".repeat(i % 12) + "}\n}");
        }
        return entries;
    }
}
