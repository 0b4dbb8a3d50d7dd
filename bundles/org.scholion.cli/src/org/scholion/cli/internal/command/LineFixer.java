package org.scholion.cli.internal.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.FileNames;
import org.scholion.cli.internal.Inputs;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.Paper;
import org.scholion.cli.internal.PlainText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.LineIndex;
import org.scholion.text.TextEdits;

/** Corrects texts of one line each: as many lines come out as go in. */
final class LineFixer {

    private final Checker checker;
    private final boolean all;
    private final SourceUnit unit;
    private final FileNames names;

    LineFixer(Checker checker, Console console, boolean all) {
        this.checker = checker;
        this.all = all;
        unit = Inputs.standardInputUnit(console);
        names = new FileNames(console.folder(), Map.of(unit.path(), Inputs.STANDARD_INPUT), true);
    }

    /** The corrected lines, line ends as they were. */
    String fix(String text, ProgressLine progress, CancelToken cancel) throws CancelledException {
        LineIndex index = new LineIndex(text);
        List<String> lines = new ArrayList<>();
        for (int line = 1; line <= index.lineCount(); line++) {
            lines.add(text.substring(index.start(line), line < index.lineCount() ? index.start(line + 1) : text.length()));
        }
        return new Work(lines, progress, cancel).run();
    }

    /** The lines of one text; whoever is free takes the next. */
    private final class Work {
        private final List<String> lines;
        private final String[] fixed;
        private final ProgressLine progress;
        private final CancelToken cancel;
        private final AtomicInteger next = new AtomicInteger();
        private final Phaser busy = new Phaser(1);
        private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

        Work(List<String> lines, ProgressLine progress, CancelToken cancel) {
            this.lines = lines;
            this.progress = progress;
            this.cancel = cancel;
            fixed = new String[lines.size()];
        }

        String run() throws CancelledException {
            for (int i = 1; i < checker.parallelism(); i++) {
                checker.workers().execute(this::part);
            }
            part();
            busy.arriveAndAwaitAdvance();
            cancel.check();
            if (!failures.isEmpty()) {
                throw new IllegalStateException(failures.iterator().next());
            }
            return String.join("", Arrays.asList(fixed));
        }

        /** Takes lines until there are none; one that comes when all is done has nothing to do. */
        private void part() {
            busy.register();
            try {
                for (int line = next.getAndIncrement(); line < fixed.length; line = next.getAndIncrement()) {
                    progress.show(NLS.bind(Messages.progress_line, line + 1, fixed.length));
                    fixed[line] = fixLine(lines.get(line), cancel);
                }
            } catch (CancelledException interrupted) {
                next.set(fixed.length);
            } catch (RuntimeException | LinkageError | StackOverflowError problem) {
                failures.add(problem);
                next.set(fixed.length);
            } finally {
                busy.arriveAndDeregister();
            }
        }
    }

    private String fixLine(String line, CancelToken cancel) throws CancelledException {
        cancel.check();
        String content = line.replaceAll("[\\r\\n]+$", "");
        if (content.isBlank()) {
            return line;
        }
        Paper paper = new Paper(names, PlainText.read(unit, content), Set.of());
        Fixes fixes = Fixes.choose(checker.checkLine(paper, cancel), all);
        String corrected = new TextEdits(fixes.editsOf(unit)).applyTo(content).replaceAll("[\\r\\n]+", " ");
        return corrected + line.substring(content.length());
    }
}
