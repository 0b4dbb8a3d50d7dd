package org.scholion.ui.latex.internal.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.scholion.testkit.BotEditor;

@SuppressWarnings("restriction") // the theme engine is provisional, and there is no other
class ColoursAndFoldsTest extends LatexWorkbenchTest {

    @Test
    void sectionsAreBoldAndColoured() {
        BotEditor editor = open(main);
        bot.waitUntil(() -> style(editor, "\\section").fontStyle == SWT.BOLD, "\\section is bold");
        assertNotEquals(colour(editor, "\\section"), colour(editor, "\\cite"));
        assertEquals(colour(editor, "knuth84"), colour(editor, "fig:plot"));
    }

    @Test
    void coloursFollowWhatIsTyped() {
        BotEditor editor = open(main);
        RGB plain = colour(editor, "The end");
        editor.navigateTo("The end").typeText("%");
        assertNotEquals(plain, colour(editor, "The end"));
        editor.undo();
        assertEquals(plain, colour(editor, "The end"));
    }

    @Test
    void theDarkThemeBringsItsOwnColoursWhileTheEditorIsOpen() {
        BotEditor editor = open(main);
        RGB light = colour(editor, "\\section");
        IThemeEngine engine = bot.ask(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class));
        String before = bot.ask(() -> engine.getActiveTheme().getId());
        bot.ask(() -> {
            engine.setTheme("org.eclipse.e4.ui.css.theme.e4_dark", true);
            return true;
        });
        bot.waitUntil(() -> brightness(colourHere(editor, "\\section")) > brightness(light), "brighter colours on a dark ground", LONG);
        bot.screenshot("editor-dark");
        bot.ask(() -> {
            engine.setTheme(before, true);
            return true;
        });
        bot.waitUntil(() -> colourHere(editor, "\\section").equals(light), "the light colours are back", LONG);
    }

    @Test
    void preambleSectionsAndEnvironmentsFold() {
        BotEditor editor = open(main);
        bot.waitUntil(() -> folds(editor).size() == 4, "four folds", LONG);
        assertEquals(
                List.of("\\documentclass", "\\section{Introduction}", "\\begin{equation}", "\\section{Conclusion}"),
                bot.ask(() -> folds(editor).stream().map(fold -> firstWord(editor, fold)).toList()));
    }

    @Test
    void whatIsFoldedStaysFoldedWhileOneTypesBelow() {
        BotEditor editor = open(main);
        bot.waitUntil(() -> folds(editor).size() == 4, "four folds", LONG);
        ProjectionAnnotationModel model = bot.ask(() -> ((ProjectionViewer) editor.sourceViewer()).getProjectionAnnotationModel());
        ProjectionAnnotation preamble = bot.ask(() -> annotationAt(model, 0));
        bot.ask(() -> {
            model.collapse(preamble);
            return true;
        });
        editor.navigateBehind("The end.").typeText("\n\\begin{quote}\nWords.");
        bot.waitUntil(() -> folds(editor).size() == 5, "a fold more", LONG);
        assertTrue(bot.ask(() -> annotationAt(model, 0).isCollapsed()));
    }

    private static ProjectionAnnotation annotationAt(ProjectionAnnotationModel model, int offset) {
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext(); ) {
            Annotation annotation = all.next();
            if (model.getPosition(annotation).getOffset() == offset && annotation instanceof ProjectionAnnotation fold) {
                return fold;
            }
        }
        throw new AssertionError("no fold at " + offset);
    }

    private static List<Position> folds(BotEditor editor) {
        ProjectionAnnotationModel model = ((ProjectionViewer) editor.sourceViewer()).getProjectionAnnotationModel();
        List<Position> folds = new ArrayList<>();
        if (model != null) {
            model.getAnnotationIterator().forEachRemaining(annotation -> folds.add(model.getPosition(annotation)));
        }
        folds.sort(Comparator.comparingInt(Position::getOffset));
        return folds;
    }

    private static String firstWord(BotEditor editor, Position fold) {
        String text = editor.sourceViewer().getDocument().get().substring(fold.getOffset());
        String line = text.substring(0, text.indexOf('\n'));
        return line.startsWith("\\documentclass") ? "\\documentclass" : line;
    }

    private StyleRange style(BotEditor editor, String word) {
        StyleRange style = editor.styledTextWidget().getStyleRangeAtOffset(editor.styledTextWidget().getText().indexOf(word) + 1);
        return style == null ? new StyleRange() : style;
    }

    private RGB colourHere(BotEditor editor, String word) {
        StyleRange style = style(editor, word);
        return style.foreground == null ? editor.styledTextWidget().getForeground().getRGB() : style.foreground.getRGB();
    }

    private RGB colour(BotEditor editor, String word) {
        return bot.ask(() -> colourHere(editor, word));
    }

    private static int brightness(RGB colour) {
        return colour.red + colour.green + colour.blue;
    }
}
