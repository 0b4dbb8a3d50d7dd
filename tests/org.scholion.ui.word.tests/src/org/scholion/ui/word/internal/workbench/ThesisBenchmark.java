package org.scholion.ui.word.internal.workbench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.junit.jupiter.api.Test;
import org.scholion.testkit.BotEditor;
import org.scholion.text.CancelToken;
import org.scholion.ui.word.internal.WordEditor;
import org.scholion.ui.word.internal.document.Services;

/**
 * Measures how long a thesis of 500 pages takes to open, to be scrolled a page, to go to its end, and to take a letter. Not a test:
 * {@code releng/benchmarks/run-word} names it. System properties: {@code scholion.documents} the folder of documents, {@code
 * scholion.result} the file for the result.
 */
class ThesisBenchmark extends WordWorkbenchTest {

    /** As long as Word says; a paper with notes, tables and references. */
    private static final String MODEL = "rh-changes--manuscript.docx";

    private static final int MODEL_PAGES = 16;
    private static final int PAGES = 500;
    private static final int STEPS = 60;
    private static final double NANOS_PER_MILLI = 1e6;

    @Test
    void measure() throws Exception {
        Path source = Path.of(System.getProperty("scholion.documents", "absent"), MODEL);
        assumeTrue(Files.isRegularFile(source), "no document at " + source);
        Path thesis = repeated(source, folder.resolve("thesis.docx"));
        // classes and fonts are there already when an author opens the second document of a day
        bot.open(PaperDocx.write(folder.resolve("paper.docx")), WordEditor.ID);
        List<Double> reads = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            Services.reader(thesis).orElseThrow().read(thesis, thesis, CancelToken.NEVER);
            reads.add((System.nanoTime() - start) / NANOS_PER_MILLI);
        }
        List<Double> opens = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            BotEditor opened = bot.open(thesis, WordEditor.ID);
            painted(opened);
            opens.add((System.nanoTime() - start) / NANOS_PER_MILLI);
            bot.closeAllEditors();
        }
        BotEditor editor = bot.open(thesis, WordEditor.ID);
        painted(editor);
        List<Double> scrolls = times(editor, () -> page(editor));
        long start = System.nanoTime();
        bot.ask(() -> {
            StyledText text = editor.styledTextWidget();
            text.setTopIndex(text.getLineCount() - 1);
            return true;
        });
        painted(editor);
        double end = (System.nanoTime() - start) / NANOS_PER_MILLI;
        int place = editor.getText().indexOf(" the ", editor.getText().length() / 2);
        editor.select(place, 0);
        List<Double> letters = times(editor, () -> editor.typeText("x"));
        String json = String.format(
                Locale.ROOT, "{\"words\":%d,\"lines\":%d,\"readMillis\":%s,\"openMillis\":%s,\"pageMillis\":%s,\"endMillis\":%.0f,\"letterMillis\":%s}",
                editor.getText().split("\\s+").length, bot.ask(() -> editor.styledTextWidget().getLineCount()), quantiles(reads), quantiles(opens),
                quantiles(scrolls), end, quantiles(letters));
        Files.writeString(Path.of(System.getProperty("scholion.result", "thesis.json")), json + "\n");
    }

    private List<Double> times(BotEditor editor, Runnable step) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            long start = System.nanoTime();
            step.run();
            painted(editor);
            times.add((System.nanoTime() - start) / NANOS_PER_MILLI);
        }
        return times;
    }

    private void page(BotEditor editor) {
        editor.press(SWT.NONE, SWT.PAGE_DOWN, '\0');
    }

    /** Draws at once what is to be drawn. */
    private void painted(BotEditor editor) {
        bot.ask(() -> {
            editor.styledTextWidget().update();
            return true;
        });
    }

    private static String quantiles(List<Double> times) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return String.format(
                Locale.ROOT, "{\"p50\":%.1f,\"p95\":%.1f,\"max\":%.1f}", sorted.get(sorted.size() / 2),
                sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * 0.95) - 1)), sorted.getLast());
    }

    /** A document whose body is that of another one again and again. */
    private static Path repeated(Path source, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(source.toFile()); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    out.write(entry.getName().equals("word/document.xml") ? longer(bytes) : bytes);
                }
                out.closeEntry();
            }
        }
        return target;
    }

    private static byte[] longer(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int start = text.indexOf("<w:body>") + "<w:body>".length();
        int end = text.lastIndexOf("<w:sectPr");
        String body = text.substring(start, end);
        return (text.substring(0, start) + body.repeat(Math.ceilDiv(PAGES, MODEL_PAGES)) + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }
}
