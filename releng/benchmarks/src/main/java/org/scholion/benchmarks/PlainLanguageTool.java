package org.scholion.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Prose;

/** The peer: LanguageTool with its default rules, on one thread, on the prose that our reader gives. */
final class PlainLanguageTool {

    /** What one pass cost. */
    record Pass(int words, int alarms, double seconds, double processorSeconds, double wordsPerSecond) {}

    private final JLanguageTool tool = new JLanguageTool(Languages.getLanguageForShortCode("en-US"));

    Pass check(Manuscript manuscript) throws IOException {
        List<String> texts = manuscript.blocks().stream()
                .map(block -> block.prose().text().replace(Prose.PLACEHOLDER, 'X'))
                .filter(text -> !text.isBlank())
                .toList();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long processor = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        int alarms = 0;
        for (String text : texts) {
            alarms += tool.check(text).size();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double processorSeconds = (threads.getCurrentThreadCpuTime() - processor) / 1e9;
        int words = manuscript.wordCount();
        return new Pass(words, alarms, seconds, processorSeconds, words / seconds);
    }
}
