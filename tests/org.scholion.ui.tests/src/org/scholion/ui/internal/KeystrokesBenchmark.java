package org.scholion.ui.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelListener;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.scholion.jobs.ScholionSettings;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceMap.Origin;
import org.scholion.manuscript.SourceMap.Segment;
import org.scholion.manuscript.SourceUnit;
import org.scholion.testkit.BotEditor;

/**
 * Measures how long after the last letter of a misspelled word its mark is in the editor, in a project of about 33,000 words, and how
 * long the letters themselves take. Not a test: {@code releng/benchmarks/run} names it. System properties: {@code scholion.papers} the
 * folder of papers, {@code scholion.result} the file for the result.
 */
class KeystrokesBenchmark extends WorkbenchTest {

    private static final String PROJECT = "hsf-roadmap";
    private static final String CHAPTER = "cwp-main.tex";
    private static final String WORD = "resullts";
    private static final int WARM_UP = 15;
    private static final int ROUNDS = 120;
    private static final int SHORTEST_SEGMENT = 60;

    @Test
    void measure() throws IOException {
        Path papers = Path.of(System.getProperty("scholion.papers", "absent"));
        assumeTrue(Files.isDirectory(papers), "no papers in " + papers);
        Path chapter = copy(papers.resolve(PROJECT)).resolve(CHAPTER);
        BotEditor editor = open(chapter, GENERIC);
        bot.waitUntil(() -> checks().paper(chapter).orElseThrow().state().complete(), "the whole project is checked", LONG);
        Random random = new Random(1);
        long[] marks = new long[ROUNDS];
        List<Long> letters = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long took = typeWord(editor, chapter, random, round < 0 ? new ArrayList<>() : letters);
            if (round >= 0) {
                marks[round] = took;
            }
        }
        int words = paperOf(chapter).state().manuscript().orElseThrow().wordCount();
        String json = String.format(
                Locale.ROOT,
                "{\"words\":%d,\"pauseMillis\":%d,\"mark\":%s,\"letter\":%s}",
                words,
                ScholionSettings.DEFAULT.delayMillis(),
                quantiles(marks),
                quantiles(letters.stream().mapToLong(Long::longValue).toArray()));
        Files.writeString(Path.of(System.getProperty("scholion.result", "keystrokes.json")), json + "\n");
    }

    /** Types the word, waits for its mark and takes it away again. Nanoseconds from the last letter to the mark. */
    private long typeWord(BotEditor editor, Path file, Random random, List<Long> letters) {
        int place = place(paperOf(file).state().manuscript().orElseThrow(), file, random);
        editor.select(place, 0);
        for (char letter : WORD.substring(0, WORD.length() - 1).toCharArray()) {
            long start = System.nanoTime();
            editor.typeText(String.valueOf(letter));
            letters.add(System.nanoTime() - start);
        }
        assertTrue(editor.getText().startsWith(WORD.substring(0, WORD.length() - 1), place), "the letters are in the text");
        editor.typeText(" ").select(place + WORD.length() - 1, 0);
        waitUntilChecked(file);
        AtomicLong marked = new AtomicLong();
        IAnnotationModelListener listener = changed -> {
            if (isMarked(editor, place)) {
                marked.compareAndSet(0, System.nanoTime());
            }
        };
        IAnnotationModel model = editor.sourceViewer().getAnnotationModel();
        model.addAnnotationModelListener(listener);
        long start = System.nanoTime();
        editor.typeText(WORD.substring(WORD.length() - 1));
        bot.waitUntil(() -> marked.get() != 0, () -> "a mark on the word in “" + around(editor, place) + "”", LONG);
        model.removeAnnotationModelListener(listener);
        IDocument document = editor.sourceViewer().getDocument();
        int before = document.getLength();
        editor.select(place, WORD.length() + 1).press(SWT.NONE, SWT.BS, SWT.BS);
        bot.waitUntil(() -> document.getLength() == before - WORD.length() - 1, "the word is gone", LONG);
        waitUntilChecked(file);
        return marked.get() - start;
    }

    private static boolean isMarked(BotEditor editor, int place) {
        return editor.marks("org.scholion.ui").stream()
                .anyMatch(mark -> mark.offset() == place && mark.covered().equals(WORD));
    }

    private static String around(BotEditor editor, int place) {
        String text = editor.getText();
        return text.substring(Math.max(0, place - 60), Math.min(text.length(), place + 60));
    }

    /** Behind a space in the prose of a paragraph, where nothing but letters stands around. */
    private static int place(Manuscript manuscript, Path file, Random random) {
        SourceUnit unit = new SourceUnit.TextFile(file);
        List<Integer> places = new ArrayList<>();
        for (Block block : manuscript.blocks()) {
            if (block.kind() == BlockKind.PARAGRAPH && block.prose().passages().isEmpty()) {
                for (Segment segment : block.prose().map().segments()) {
                    String text = segment.prose().of(block.prose().text());
                    int space = text.indexOf(' ', text.length() / 2);
                    if (segment.origin() == Origin.VERBATIM
                            && segment.source().unit().equals(unit)
                            && text.length() > SHORTEST_SEGMENT
                            && space > 0
                            && space + 1 < text.length()
                            && Character.isLowerCase(text.charAt(space - 1))
                            && Character.isLowerCase(text.charAt(space + 1))) {
                        places.add(segment.source().range().start() + space + 1);
                    }
                }
            }
        }
        return places.get(random.nextInt(places.size()));
    }

    private Path copy(Path project) throws IOException {
        Path target = folder.resolve(project.getFileName().toString());
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(project.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                // not copied, so that it may be written to whatever the mode of the original is
                Files.write(copy, Files.readAllBytes(file));
            }
        }
        return target.toRealPath();
    }

    private static String quantiles(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "{\"count\":%d,\"p50\":%.1f,\"p95\":%.1f,\"max\":%.1f}",
                sorted.length, millis(sorted, 0.5), millis(sorted, 0.95), millis(sorted, 1));
    }

    private static double millis(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }
}
