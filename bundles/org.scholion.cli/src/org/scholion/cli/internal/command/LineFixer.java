package org.scholion.cli.internal.command;

import java.util.Map;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.FileNames;
import org.scholion.cli.internal.Console;
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
        LineIndex lines = new LineIndex(text);
        StringBuilder fixed = new StringBuilder(text.length() + 64);
        for (int line = 1; line <= lines.lineCount(); line++) {
            cancel.check();
            progress.show(NLS.bind(Messages.progress_line, line, lines.lineCount()));
            int end = line < lines.lineCount() ? lines.start(line + 1) : text.length();
            String whole = text.substring(lines.start(line), end);
            String content = whole.replaceAll("[\\r\\n]+$", "");
            fixed.append(fixLine(content, cancel)).append(whole, content.length(), whole.length());
        }
        return fixed.toString();
    }

    private String fixLine(String line, CancelToken cancel) throws CancelledException {
        if (line.isBlank()) {
            return line;
        }
        Paper paper = new Paper(names, PlainText.read(unit, line), Set.of());
        Fixes fixes = Fixes.choose(checker.check(paper, cancel), all);
        return new TextEdits(fixes.editsOf(unit)).applyTo(line).replaceAll("[\\r\\n]+", " ");
    }
}
