package org.scholion.cli.internal.command;

import java.util.ArrayList;
import java.util.List;
import org.scholion.cli.internal.Style;
import org.scholion.text.LineIndex;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;
import org.scholion.text.TextRange;

/** The changes of one text in the unified format that {@code patch} and version control understand. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;
    private static final String NO_NEWLINE = "\\ No newline at end of file\n";

    /** Old lines that are replaced; 1-based, the last one included. */
    private record Change(int first, int last, List<TextEdit> edits) {}

    private final String text;
    private final LineIndex lines;
    private final int lineCount;
    private final Style style;

    /** @param text before the changes */
    UnifiedDiff(String text, Style style) {
        this.text = text;
        this.style = style;
        lines = new LineIndex(text);
        boolean endsWithLineEnd = lines.start(lines.lineCount()) == text.length();
        lineCount = endsWithLineEnd ? lines.lineCount() - 1 : lines.lineCount();
    }

    /**
     * The difference.
     *
     * @param name of the file, for the head
     * @param edits of the text, in order, not overlapping
     */
    String of(String name, List<TextEdit> edits) {
        StringBuilder diff = new StringBuilder();
        diff.append(style.bold("--- " + name)).append('\n').append(style.bold("+++ " + name)).append('\n');
        int grown = 0;
        List<Change> changes = changes(edits);
        for (int i = 0; i < changes.size(); ) {
            int end = i + 1;
            while (end < changes.size() && changes.get(end).first() - changes.get(end - 1).last() <= 2 * CONTEXT + 1) {
                end++;
            }
            grown += appendHunk(diff, changes.subList(i, end), grown);
            i = end;
        }
        return diff.toString();
    }

    private List<Change> changes(List<TextEdit> edits) {
        List<Change> changes = new ArrayList<>();
        for (TextEdit edit : edits) {
            int first = Math.min(lines.line(edit.range().start()), Math.max(1, lineCount));
            int last = Math.min(lines.line(edit.range().end()), Math.max(1, lineCount));
            Change previous = changes.isEmpty() ? null : changes.getLast();
            if (previous != null && first <= previous.last()) {
                List<TextEdit> both = new ArrayList<>(previous.edits());
                both.add(edit);
                changes.set(changes.size() - 1, new Change(previous.first(), Math.max(last, previous.last()), both));
            } else {
                changes.add(new Change(first, last, List.of(edit)));
            }
        }
        return changes;
    }

    /** Returns by how many lines the text grows. */
    private int appendHunk(StringBuilder diff, List<Change> changes, int grown) {
        int first = Math.max(1, changes.getFirst().first() - CONTEXT);
        int last = Math.min(lineCount, changes.getLast().last() + CONTEXT);
        StringBuilder body = new StringBuilder();
        int growth = 0;
        int at = first;
        for (Change change : changes) {
            appendOld(body, ' ', at, change.first() - 1);
            appendOld(body, '-', change.first(), change.last());
            List<String> after = linesAfter(change);
            after.forEach(line -> appendLine(body, '+', line));
            growth += after.size() - (change.last() - change.first() + 1);
            at = change.last() + 1;
        }
        appendOld(body, ' ', at, last);
        int count = last - first + 1;
        String head = "@@ -" + first + ',' + count + " +" + (first + grown) + ',' + (count + growth) + " @@";
        diff.append(style.place(head)).append('\n').append(body);
        return growth;
    }

    private void appendOld(StringBuilder body, char sign, int first, int last) {
        for (int line = first; line <= last; line++) {
            appendLine(body, sign, text.substring(lines.start(line), lineEnd(line)));
        }
    }

    private int lineEnd(int line) {
        return line < lines.lineCount() ? lines.start(line + 1) : text.length();
    }

    private List<String> linesAfter(Change change) {
        TextRange old = new TextRange(lines.start(change.first()), lineEnd(change.last()));
        List<TextEdit> inside = change.edits().stream()
                .map(edit -> new TextEdit(edit.range().shifted(-old.start()), edit.replacement()))
                .toList();
        String after = new TextEdits(inside).applyTo(old.of(text));
        LineIndex index = new LineIndex(after);
        List<String> result = new ArrayList<>();
        for (int line = 1; line <= index.lineCount(); line++) {
            int end = line < index.lineCount() ? index.start(line + 1) : after.length();
            if (end > index.start(line)) {
                result.add(after.substring(index.start(line), end));
            }
        }
        return result;
    }

    private void appendLine(StringBuilder body, char sign, String line) {
        boolean ended = line.endsWith("\n") || line.endsWith("\r");
        String content = ended ? line.replaceAll("[\\r\\n]+$", "") : line;
        String shown = sign + content;
        body.append(
                switch (sign) {
                    case '+' -> style.added(shown);
                    case '-' -> style.removed(shown);
                    default -> shown;
                });
        body.append('\n').append(ended ? "" : NO_NEWLINE);
    }
}
