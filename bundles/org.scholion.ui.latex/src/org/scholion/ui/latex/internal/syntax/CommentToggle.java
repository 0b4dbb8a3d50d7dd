package org.scholion.ui.latex.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;
import org.scholion.text.TextRange;

/** Comments lines out, or takes the comment away where all of them have it. */
public final class CommentToggle {

    private CommentToggle() {}

    /**
     * The change for some lines.
     *
     * @param text holds the lines
     * @param lines the lines without their delimiters, from top to bottom
     */
    public static TextEdits of(CharSequence text, List<TextRange> lines) {
        List<TextRange> written = lines.stream().filter(line -> !line.of(text).isBlank()).toList();
        boolean allCommented = !written.isEmpty() && written.stream().allMatch(line -> line.of(text).stripLeading().startsWith("%"));
        List<TextEdit> edits = new ArrayList<>();
        int column = written.stream().mapToInt(line -> indent(line.of(text))).min().orElse(0);
        for (TextRange line : written) {
            if (allCommented) {
                int percent = line.start() + indent(line.of(text));
                boolean space = percent + 1 < line.end() && text.charAt(percent + 1) == ' ';
                edits.add(new TextEdit(TextRange.ofLength(percent, space ? 2 : 1), ""));
            } else {
                edits.add(new TextEdit(TextRange.at(line.start() + column), "% "));
            }
        }
        return new TextEdits(edits);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
