package org.scholion.ui.latex.internal.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scholion.testkit.BotEditor;

class TypingTest extends LatexWorkbenchTest {

    @Test
    void anEnvironmentIsClosedByEnter() {
        BotEditor editor = open(main);
        editor.navigateBehind("The end.").typeText("\n\\begin{itemize}\n").typeText("one");
        assertTrue(editor.getText().contains("The end.\n\\begin{itemize}\n  \\item one\n\\end{itemize}\n"), editor.getText());
    }

    @Test
    void bracketsAndQuotesComeInPairs() {
        BotEditor editor = open(main);
        editor.navigateBehind("The end.").typeText(" \\emph{word} \"quoted\"");
        assertTrue(editor.getText().contains("The end. \\emph{word} ``quoted''\n"), editor.getText());
    }

    @Test
    void linesAreCommentedOutAndInAgainAndOneUndoTakesItBack() {
        BotEditor editor = open(main);
        String before = editor.getText();
        int start = before.indexOf("\\begin{equation}");
        int end = before.indexOf("\\end{equation}") + 3;
        editor.show();
        editor.select(start, end - start);
        bot.command("org.scholion.ui.latex.toggleComment");
        assertTrue(editor.getText().contains("% \\begin{equation}\n%   \\vect{x} = 0 \\label{eq:one}\n% \\end{equation}"), editor.getText());
        editor.undo();
        assertEquals(before, editor.getText());
        bot.command("org.scholion.ui.latex.toggleComment");
        bot.command("org.scholion.ui.latex.toggleComment");
        assertEquals(before, editor.getText());
    }

    @Test
    void theCaretGoesToTheMatchingBracket() {
        BotEditor editor = open(main);
        editor.show();
        editor.navigateTo("\\begin{equation}");
        bot.command("org.eclipse.ui.genericeditor.gotoMatchingBracket");
        int end = editor.getText().indexOf("\\end{equation}") + "\\end{equation}".length();
        assertTrue(Math.abs(editor.caret() - end) <= 1, "caret at " + editor.caret() + " instead of " + end);
    }
}
