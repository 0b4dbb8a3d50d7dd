package org.scholion.ui.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelListener;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.scholion.jobs.ScholionSettings;
import org.scholion.testkit.BotEditor;

/**
 * Measures how long after the last letter of a misspelled word its mark is in the editor, in a project of about 33,000 words. Not a
 * test: {@code releng/benchmarks/run} names it. System properties: {@code scholion.papers} the folder of papers, {@code
 * scholion.result} the file for the result.
 */
class KeystrokesBenchmark extends WorkbenchTest {

    private static final String PROJECT = "hsf-roadmap";
    private static final String WORD = "resullts";
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 60;
    private static final Pattern INSIDE_SENTENCE = Pattern.compile("[a-z]{4,} [a-z]{4,} (?=[a-z]{4,} [a-z]{4,})");

    @Test
    void measure() throws IOException {
        Path papers = Path.of(System.getProperty("scholion.papers", "absent"));
        assumeTrue(Files.isDirectory(papers), "no papers in " + papers);
        Path main = copy(papers.resolve(PROJECT)).resolve("cwp-arxiv.tex");
        Path chapter = longest(main.getParent());
        BotEditor editor = open(chapter, GENERIC);
        Random random = new Random(1);
        long[] nanos = new long[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long took = typeWord(editor, chapter, random);
            if (round >= 0) {
                nanos[round] = took;
            }
        }
        Arrays.sort(nanos);
        int words = paperOf(chapter).state().manuscript().orElseThrow().wordCount();
        String json = String.format(
                Locale.ROOT,
                "{\"words\":%d,\"marks\":%d,\"pauseMillis\":%d,\"p50\":%.1f,\"p95\":%.1f,\"max\":%.1f}",
                words, ROUNDS, ScholionSettings.DEFAULT.delayMillis(), millis(nanos, 0.5), millis(nanos, 0.95), millis(nanos, 1));
        Files.writeString(Path.of(System.getProperty("scholion.result", "keystrokes.json")), json + "\n");
    }

    private long typeWord(BotEditor editor, Path chapter, Random random) {
        List<Integer> places = INSIDE_SENTENCE.matcher(editor.getText()).results().map(MatchResult::end).toList();
        int place = places.get(random.nextInt(places.size()));
        editor.select(place, 0).typeText(WORD.substring(0, WORD.length() - 1));
        bot.waitUntil(() -> !paperOf(chapter).state().phase().isBusy(), "the word without its last letter is checked", LONG);
        AtomicLong marked = new AtomicLong();
        IAnnotationModelListener listener = changed -> {
            boolean there = editor.marks("org.scholion.ui").stream()
                    .anyMatch(mark -> mark.offset() == place && mark.covered().equals(WORD));
            if (there) {
                marked.compareAndSet(0, System.nanoTime());
            }
        };
        IAnnotationModel model = editor.sourceViewer().getAnnotationModel();
        model.addAnnotationModelListener(listener);
        long start = System.nanoTime();
        editor.typeText(WORD.substring(WORD.length() - 1));
        bot.waitUntil(() -> marked.get() != 0, "the word is marked", LONG);
        model.removeAnnotationModelListener(listener);
        editor.select(place, WORD.length()).press(SWT.NONE, SWT.BS, SWT.BS);
        bot.waitUntil(() -> !editor.getText().contains(WORD), "the word is gone", LONG);
        waitUntilChecked(chapter);
        return marked.get() - start;
    }

    private Path copy(Path project) throws IOException {
        Path target = folder.resolve(project.getFileName().toString());
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(project.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return target;
    }

    private static Path longest(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(file -> file.toString().endsWith(".tex"))
                    .max((one, other) -> Long.compare(one.toFile().length(), other.toFile().length()))
                    .orElseThrow();
        }
    }

    private static double millis(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }
}
