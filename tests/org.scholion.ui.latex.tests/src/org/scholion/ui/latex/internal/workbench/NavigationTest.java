package org.scholion.ui.latex.internal.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.jface.text.Region;
import org.junit.jupiter.api.Test;
import org.scholion.testkit.BotEditor;
import org.scholion.ui.latex.internal.assist.LatexHover;

class NavigationTest extends LatexWorkbenchTest {

    @Test
    void aReferenceLeadsToItsLabelInAnotherFile() {
        goFrom("fig:plot");
        assertEquals("results.tex", bot.activeEditor().title());
        assertEquals("fig:plot", bot.activeEditor().selection());
    }

    @Test
    void aCitationLeadsToItsEntry() {
        goFrom("knuth84");
        assertEquals("refs.bib", bot.activeEditor().title());
        assertEquals("knuth84", bot.activeEditor().selection());
    }

    @Test
    void aFileNameLeadsToTheFile() {
        goFrom("results}");
        assertEquals("results.tex", bot.activeEditor().title());
    }

    @Test
    void anOwnCommandLeadsToItsDefinition() {
        BotEditor editor = open(main);
        editor.show();
        editor.navigateTo("vect{x}");
        bot.command("org.eclipse.ui.edit.text.open.hyperlink");
        assertEquals(editor.getText().indexOf("\\vect"), editor.caret() - (editor.selection().startsWith("\\") ? 0 : 1));
    }

    @Test
    void aLabelThatMovedIsFoundWhereItStandsNow() {
        BotEditor label = open(results);
        label.navigateTo("\\section").typeText("Some words before. ");
        BotEditor editor = open(main);
        editor.show();
        editor.navigateTo("fig:plot");
        bot.command("org.eclipse.ui.edit.text.open.hyperlink");
        assertEquals("fig:plot", bot.activeEditor().selection());
    }

    @Test
    void theHoverSaysWhatALabelNames() {
        String hover = hover("fig:plot");
        assertTrue(hover.contains("<b>Figure</b>") && hover.contains("A plot of everything") && hover.contains("results.tex:5"), hover);
    }

    @Test
    void theHoverShowsTheEntryOfACitation() {
        String hover = hover("knuth84");
        assertTrue(hover.contains("book</b>") && hover.contains("Knuth, Donald E.") && hover.contains("1984"), hover);
    }

    @Test
    void theHoverShowsTheBodyOfAnOwnCommand() {
        String hover = hover("vect{x}");
        assertTrue(hover.contains("\\mathbf{#1}") && hover.contains("main.tex:3"), hover);
    }

    @Test
    void thereIsNoHoverOnWords() {
        assertNull(hover("The end"));
    }

    private String hover(String place) {
        BotEditor editor = open(main);
        int offset = editor.getText().indexOf(place) + 1;
        return bot.ask(() -> new LatexHover().getHoverInfo(editor.sourceViewer(), new Region(offset, 0)));
    }

    private void goFrom(String place) {
        BotEditor editor = open(main);
        editor.show();
        editor.navigateTo(place);
        bot.command("org.eclipse.ui.edit.text.open.hyperlink");
    }
}
