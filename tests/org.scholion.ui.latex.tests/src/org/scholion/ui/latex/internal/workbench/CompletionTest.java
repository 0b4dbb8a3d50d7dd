package org.scholion.ui.latex.internal.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.Test;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.ScholionBot;
import org.scholion.ui.latex.internal.assist.LatexCompletion;

class CompletionTest extends LatexWorkbenchTest {

    @Test
    void labelsComeWithWhatTheyName() {
        List<String> offered = offered("see \\ref{fi");
        assertEquals("fig:plot  Figure · A plot of everything", offered.getFirst());
    }

    @Test
    void citationsAreFoundByAuthor() {
        List<String> offered = offered("see \\cite{donald");
        assertEquals(1, offered.size(), offered.toString());
        assertTrue(offered.getFirst().startsWith("knuth84  ✓ Knuth, 1984 · "), offered.toString());
    }

    @Test
    void commandsOfThePaperAndOfLatexAreOffered() {
        assertTrue(offered("a \\vec").stream().anyMatch(shown -> shown.startsWith("\\vect  ")));
        assertTrue(offered("a \\fra").getFirst().startsWith("\\frac  "));
    }

    @Test
    void filesOfThePaperAreOffered() {
        assertEquals(List.of("results  results.tex"), offered("\\input{re"));
    }

    @Test
    void theOpenEnvironmentIsOfferedForItsEnd() {
        assertEquals(List.of("quote", "document"), offered("\\begin{quote} a \\end{"));
    }

    @Test
    void aChosenProposalIsWrittenAndItsArgumentsAreFilledIn() {
        BotEditor editor = open(main);
        editor.navigateBehind("The end.").typeText(" \\fra");
        choose(editor, "\\frac");
        editor.typeText("1\t2");
        assertTrue(editor.getText().contains("The end. \\frac{1}{2}\n"), editor.getText());
    }

    @Test
    void aChosenEnvironmentComesWithItsEnd() {
        BotEditor editor = open(main);
        editor.navigateBehind("The end.").typeText("\n\\begin{quote");
        choose(editor, "quote");
        editor.typeText("words");
        assertTrue(editor.getText().contains("The end.\n\\begin{quote}\n  words\n\\end{quote}\n"), editor.getText());
    }

    @Test
    void theListOpensByItselfBehindABackslash() {
        BotEditor editor = open(main);
        editor.show();
        editor.navigateBehind("The end.").typeText(" \\");
        bot.waitUntil(() -> popup() != null, "a list of commands", LONG);
        bot.screenshot("completion");
        editor.close();
    }

    /** What is offered behind a text that is typed at the end of the paper. */
    private List<String> offered(String typed) {
        BotEditor editor = open(main);
        String text = editor.getText();
        int place = text.indexOf("The end.");
        editor.setText(text.substring(0, place) + typed + "\n" + text.substring(place));
        ICompletionProposal[] proposals =
                bot.ask(() -> new LatexCompletion().computeCompletionProposals(editor.sourceViewer(), place + typed.length()));
        return Arrays.stream(proposals).map(ICompletionProposal::getDisplayString).toList();
    }

    private void choose(BotEditor editor, String name) {
        editor.show();
        bot.waitUntil(() -> popup() != null, "the list that opens by itself", LONG);
        bot.waitUntil(() -> first(popup()).startsWith(name), "a list that begins with " + name, LONG);
        editor.typeText("\n");
    }

    private static String first(Table table) {
        TableItem[] items = table.getItems();
        return items.length == 0 ? "" : items[0].getText();
    }

    private static Table popup() {
        for (Control control : new ScholionBot().controls()) {
            if (control instanceof Table table && table.getShell().getText().isEmpty() && table.getItemCount() > 0) {
                return table;
            }
        }
        return null;
    }
}
