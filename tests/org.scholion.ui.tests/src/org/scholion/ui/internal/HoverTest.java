package org.scholion.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.scholion.testkit.BotEditor;
import org.scholion.ui.internal.editor.FindingHover;

class HoverTest extends WorkbenchTest {

    @Test
    void theHoverCoversTheFindingAndNothingElse() throws IOException {
        BotEditor editor = open(paper("paper.tex", "We eat a banana."), GENERIC);
        waitForMarks(editor, "banana");
        FindingHover hover = new FindingHover();
        ISourceViewer viewer = editor.sourceViewer();
        int start = editor.getText().indexOf("banana");

        assertEquals(new Region(start, 6), bot.ask(() -> hover.getHoverRegion(viewer, start + 2)));
        assertEquals(null, bot.ask(() -> hover.getHoverRegion(viewer, start - 5)));
    }

    @Test
    void itsLinksDoWhatTheySay() throws IOException {
        BotEditor editor = open(paper("paper.tex", "We eat a banana."), GENERIC);
        waitForMarks(editor, "banana");
        FindingHover hover = new FindingHover();
        ISourceViewer viewer = editor.sourceViewer();
        int start = editor.getText().indexOf("banana");

        List<String> links = bot.ask(() -> {
            Shell parent = viewer.getTextWidget().getShell();
            var control = hover.getHoverControlCreator().createInformationControl(parent);
            ((IInformationControlExtension2) control)
                    .setInput(hover.getHoverInfo2(viewer, new Region(start, 6)));
            Point size = control.computeSizeHint();
            control.setSize(size.x, size.y);
            control.setLocation(new Point(300, 300));
            control.setVisible(true);
            List<Link> found = bot.controls().stream().filter(Link.class::isInstance).map(Link.class::cast)
                    .filter(link -> link.getText().startsWith("<a>"))
                    .toList();
            List<String> texts = found.stream().map(Link::getText).toList();
            found.getFirst().notifyListeners(SWT.Selection, new Event());
            return texts;
        });

        assertEquals(
                List.of(
                        "<a>Replace with “apple”</a>",
                        "<a>Replace with “pear”</a>",
                        "<a>Ignore “banana” here</a>",
                        "<a>Switch off the rule FAKE_BANANA in this paper</a>",
                        "<a>Explain the rule FAKE_BANANA</a>"),
                links);
        assertTrue(editor.getText().contains("We eat a apple."), editor.getText());
    }

    @Test
    void whenTheMouseRestsMessageAndLinksShow() throws IOException {
        BotEditor editor = open(paper("paper.tex", "We eat a banana."), GENERIC);
        waitForMarks(editor, "banana");
        editor.show();

        assumeTrue(editor.isInActiveShell(), "hovers show in the active window only, and there is none without a window manager");

        editor.hover("nana");

        bot.waitUntil(
                () -> bot.controls().stream().anyMatch(control -> control instanceof Link link && link.getText().contains("apple")),
                "the links show");
        assertTrue(
                bot.ask(() -> bot.controls().stream()
                        .anyMatch(control -> control instanceof Label label && label.getText().equals("The fruit rule."))),
                "the message shows above them");
        bot.screenshot("hover");
        editor.press(0, SWT.ESC, SWT.ESC);
    }
}
