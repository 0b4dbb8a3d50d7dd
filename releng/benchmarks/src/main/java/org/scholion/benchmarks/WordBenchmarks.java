package org.scholion.benchmarks;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.EditProjection;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.word.internal.write.WordWriter;
import org.scholion.text.CancelToken;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/**
 * Measures reading and changing Word documents beside POI's document model on the same files, in turns, and prints one JSON document.
 *
 * <p>Arguments: the folder with documents; the file with what was measured in the editor; the file for the result.
 */
public final class WordBenchmarks {

    /** Its words and pages are those that Word counted; a paper with notes, tables and references. */
    private static final String MODEL = "rh-changes--manuscript.docx";

    private static final int MODEL_PAGES = 16;
    private static final String PART = "word/document.xml";
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 15;
    private static final double MIB = 1 << 20;
    private static final int COARSEST_MIB = 1024;
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Path documents;
    private final Path work;
    private final Map<String, Object> result = new LinkedHashMap<>();

    /**
     * What reading costs.
     *
     * @param millis of one round over all files
     * @param allocatedMiB in one round
     * @param retainedMiB what the results of all files hold
     * @param leastHeapMiB in which a new virtual machine reads the file; 0 where that was not measured
     */
    private record Cost(Quantiles.Millis millis, double allocatedMiB, double retainedMiB, int leastHeapMiB) {}

    private WordBenchmarks(Path documents, Path work) {
        this.documents = documents;
        this.work = work;
    }

    public static void main(String[] arguments) throws Exception {
        Path result = Path.of(arguments[2]).toAbsolutePath();
        Files.createDirectories(result.getParent());
        WordBenchmarks benchmarks = new WordBenchmarks(Path.of(arguments[0]), Files.createTempDirectory("word-benchmark"));
        benchmarks.measure();
        benchmarks.result.put("editor500Pages", JsonParser.parseString(Files.readString(Path.of(arguments[1]))));
        String json = new GsonBuilder().setPrettyPrinting().create().toJson(benchmarks.result);
        Files.writeString(result, json + "\n");
        System.out.println(json);
    }

    private void measure() throws Exception {
        result.put("machine", Machine.here());
        result.put("command", "releng/benchmarks/run-word");
        result.put("loadAverage", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        List<String> left = new ArrayList<>();
        List<Path> readable = readable(left);
        Path three = repeated(300);
        Path five = repeated(500);
        try {
            result.put("documents", readable.size());
            result.put("documentsLeftOut", left);
            result.put("longDocuments", MODEL + ", its body repeated");
            Map<String, Object> reading = new LinkedHashMap<>();
            reading.put("docx-dev", reading(readable, false));
            reading.put("300 pages", reading(List.of(three), true));
            reading.put("500 pages", reading(List.of(five), true));
            result.put("reading", reading);
            System.err.println("measuring: accept and save");
            result.put("acceptAndSave300Pages", acceptAndSave(three));
        } finally {
            try (Stream<Path> files = Files.list(work)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(work);
        }
    }

    /** The documents that both can read. */
    private List<Path> readable(List<String> left) throws IOException {
        List<Path> readable = new ArrayList<>();
        try (Stream<Path> files = Files.list(documents)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".docx")).sorted().toList()) {
                try {
                    for (WordReading way : WordReading.values()) {
                        way.read(file);
                    }
                    readable.add(file);
                } catch (Exception refused) {
                    left.add(file.getFileName() + ": " + refused.getClass().getSimpleName());
                }
            }
        }
        return readable;
    }

    /** A document of so many pages at least. */
    private Path repeated(int pages) throws IOException {
        int times = Math.ceilDiv(pages, MODEL_PAGES);
        Path file = work.resolve(pages + ".docx");
        try (ZipFile in = new ZipFile(documents.resolve(MODEL).toFile());
                OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : in.stream().map(ZipEntry.class::cast).toList()) {
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(entry.getName().equals(PART) ? repeated(bytes, times) : bytes);
                zip.closeEntry();
            }
        }
        return file;
    }

    private static byte[] repeated(byte[] part, int times) {
        String text = new String(part, StandardCharsets.UTF_8);
        int start = text.indexOf('>', text.indexOf("<w:body")) + 1;
        int end = text.lastIndexOf("<w:sectPr");
        return (text.substring(0, start) + text.substring(start, end).repeat(times) + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> reading(List<Path> files, boolean heap) throws Exception {
        System.err.println("measuring: " + (files.size() == 1 ? files.getFirst().getFileName() : files.size() + " documents"));
        Map<WordReading, Quantiles> times = new EnumMap<>(WordReading.class);
        Map<WordReading, Quantiles> allocated = new EnumMap<>(WordReading.class);
        for (WordReading way : WordReading.values()) {
            times.put(way, new Quantiles());
            allocated.put(way, new Quantiles());
        }
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (WordReading way : WordReading.values()) {
                System.gc();
                long bytes = THREADS.getCurrentThreadAllocatedBytes();
                long start = System.nanoTime();
                for (Path file : files) {
                    way.read(file);
                }
                if (round >= 0) {
                    times.get(way).add(System.nanoTime() - start);
                    allocated.get(way).add(THREADS.getCurrentThreadAllocatedBytes() - bytes);
                }
            }
        }
        Map<String, Object> costs = new LinkedHashMap<>();
        for (WordReading way : WordReading.values()) {
            double middle = allocated.get(way).millis().p50() * 1_000_000;
            int least = heap ? leastHeap(way, files.getFirst()) : 0;
            costs.put(way.name().toLowerCase(), new Cost(times.get(way).millis(), middle / MIB, retained(way, files), least));
        }
        Cost ours = (Cost) costs.get("scholion");
        Cost peer = (Cost) costs.get("poi");
        costs.put("timeOfPoi", ours.millis().p50() / peer.millis().p50());
        costs.put("allocatedOfPoi", ours.allocatedMiB() / peer.allocatedMiB());
        costs.put("retainedOfPoi", ours.retainedMiB() / peer.retainedMiB());
        if (heap) {
            costs.put("leastHeapOfPoi", (double) ours.leastHeapMiB() / peer.leastHeapMiB());
        }
        return costs;
    }

    private static double retained(WordReading way, List<Path> files) throws Exception {
        long before = used();
        List<Object> held = new ArrayList<>();
        for (Path file : files) {
            held.add(way.read(file));
        }
        double retained = (used() - before) / MIB;
        if (held.size() != files.size()) {
            throw new IllegalStateException("not all is held");
        }
        return retained;
    }

    private static long used() throws InterruptedException {
        // what waits for its cleaner is free at the second collection
        System.gc();
        Thread.sleep(200);
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The smallest heap, to 4 MiB, in which a new virtual machine reads the file. */
    private int leastHeap(WordReading way, Path file) throws IOException, InterruptedException {
        int enough = COARSEST_MIB;
        int low = 4;
        while (enough - low > 4) {
            int middle = (enough + low) / 2;
            if (works(way, file, middle)) {
                enough = middle;
            } else {
                low = middle;
            }
        }
        return enough;
    }

    private boolean works(WordReading way, Path file, int heapMiB) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heapMiB + "m",
                        "-XX:+UseSerialGC",
                        "-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WordReading.class.getName(),
                        way.name(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        return ended && process.exitValue() == 0;
    }

    /** A change in the middle of a document that was read, until the new file is in its place. */
    private Map<String, Object> acceptAndSave(Path file) throws Exception {
        Manuscript manuscript = (Manuscript) WordReading.SCHOLION.read(file);
        List<SourceEdit> edit = edit(manuscript);
        WordWriter writer = new WordWriter();
        Path output = work.resolve("saved.docx");
        Map<String, Object> costs = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            Quantiles times = new Quantiles();
            long first = 0;
            long bytes = 0;
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                System.gc();
                long before = THREADS.getCurrentThreadAllocatedBytes();
                long start = System.nanoTime();
                writer.write(manuscript, edit, Optional.of(output), mode, CancelToken.NEVER);
                long duration = System.nanoTime() - start;
                bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
                if (round == -WARM_UP) {
                    first = duration;
                }
                if (round >= 0) {
                    times.add(duration);
                }
            }
            Map<String, Object> cost = new LinkedHashMap<>();
            cost.put("firstMillis", first / 1_000_000.0);
            cost.put("millis", times.millis());
            cost.put("allocatedMiB", bytes / MIB);
            costs.put(mode.name(), cost);
        }
        return costs;
    }

    private static List<SourceEdit> edit(Manuscript manuscript) {
        for (Block block : manuscript.blocks().subList(manuscript.blocks().size() / 2, manuscript.blocks().size())) {
            int word = block.prose().text().indexOf(" the ");
            if (word > 0) {
                TextEdit edit = new TextEdit(TextRange.ofLength(word + 1, "the".length()), "this");
                Optional<List<SourceEdit>> edits = EditProjection.project(block.prose(), edit, manuscript.notation());
                if (edits.isPresent()) {
                    return edits.get();
                }
            }
        }
        throw new IllegalStateException("no text to change");
    }
}
