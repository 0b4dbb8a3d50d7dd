package org.scholion.ui.latex.internal.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scholion.text.TextRange;

class CommentToggleTest {

    @Test
    void linesAreCommentedOutAtTheirCommonIndentation() {
        assertEquals("  % a\n\n  %   b", toggled("  a\n\n    b"));
    }

    @Test
    void linesThatAreAllCommentsComeBack() {
        assertEquals("  a\n\n    b", toggled("  % a\n\n  %   b"));
        assertEquals("a\nb", toggled("%a\n% b"));
    }

    @Test
    void oneLineWithoutCommentMakesAllOfThemComments() {
        assertEquals("% a\n% % b", toggled("a\n% b"));
    }

    @Test
    void togglingTwiceGivesTheTextBack() {
        String text = "\\begin{a}\n  b % c\n\n\t% d\n\\end{a}";
        assertEquals(text, toggled(toggled(text)));
    }

    private static String toggled(String text) {
        List<TextRange> lines = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            lines.add(TextRange.ofLength(start, line.length()));
            start += line.length() + 1;
        }
        return CommentToggle.of(text, lines).applyTo(text);
    }
}
