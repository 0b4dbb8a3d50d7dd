package org.scholion.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.testkit.BotView;
import org.scholion.testkit.ScholionBot;
import org.scholion.ui.ScholionUi;

/** Every control says its name to a screen reader: by its own text, or by a name that was given to it. */
class AccessibleNamesTest extends WorkbenchTest {

    @Test
    void inTheViewOfFindings() throws IOException {
        open(paper("paper.tex", "A banana."), GENERIC);

        assertEquals(List.of(), nameless(bot.showView(ScholionUi.FINDINGS_VIEW).bot()));
    }

    @Test
    void inTheViewOfCitations() throws IOException {
        open(paper("paper.tex", "A banana."), GENERIC);

        assertEquals(List.of(), nameless(bot.showView(ScholionUi.CITATIONS_VIEW).bot()));
    }

    @Test
    void inTheViewOfTheLibrary() throws IOException {
        open(paper("paper.tex", "A banana."), GENERIC);

        assertEquals(List.of(), nameless(bot.showView(ScholionUi.LIBRARY_VIEW).bot()));
    }

    @Test
    void inTheViewOfTheAssistant() throws IOException {
        open(paper("paper.tex", "\\begin{abstract}\nIt is eaten.\n\\end{abstract}", "Fruit is eaten by many people of all countries."), GENERIC);
        BotView view = bot.showView(ScholionUi.ASSISTANT_VIEW);
        view.bot().button(org.scholion.ui.internal.draft.Messages.bar_write).click();
        bot.waitUntil(
                () -> view.bot().controls().stream().filter(StyledText.class::isInstance).count() == 2,
                "a sentence, and one of the abstract", LONG);

        assertEquals(List.of(), nameless(view.bot()));
        view.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".rules", ".dictionary", ".library", ".library.online"})
    void onThePreferencePages(String page) {
        String id = ScholionUi.PREFERENCES + page;
        bot.later(() -> PreferencesUtil.createPreferenceDialogOn(
                        PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell(), id, new String[] {id}, null)
                .open());
        ScholionBot dialog = bot.shell("Preferences (Filtered)");

        List<String> nameless = nameless(dialog);

        dialog.button("Cancel").click();
        bot.waitUntil(() -> !bot.hasShell("Preferences (Filtered)"), "the preferences are closed");
        assertEquals(List.of(), nameless);
    }

    private List<String> nameless(ScholionBot place) {
        return bot.ask(() -> {
            List<String> found = new ArrayList<>();
            for (Control control : place.controls()) {
                if (isOurs(control) && needsName(control) && name(control).isBlank()) {
                    found.add(control.toString());
                }
                if (control instanceof ToolBar bar && isOurs(control)) {
                    for (ToolItem item : bar.getItems()) {
                        if (item.getText().isBlank() && String.valueOf(item.getToolTipText()).isBlank()) {
                            found.add("tool item in " + bar);
                        }
                    }
                }
            }
            return found;
        });
    }

    /** The frame of preference dialogs is the Platform's. */
    private static boolean isOurs(Control control) {
        for (Control place = control; place != null; place = place.getParent()) {
            if (place.getClass().getName().contains("FilteredTree") || place.getClass().getName().contains("PatternFilter")) {
                return false;
            }
        }
        return !(control instanceof ToolBar bar) || bar.getItemCount() == 5;
    }

    private static boolean needsName(Control control) {
        return control instanceof Text text && (text.getStyle() & SWT.READ_ONLY) == 0
                || control instanceof StyledText
                || control instanceof Tree
                || control instanceof Table
                || control instanceof Combo
                || control instanceof Spinner
                || control instanceof Button
                || control instanceof ToolBar
                || control instanceof org.eclipse.swt.widgets.List;
    }

    private static String name(Control control) {
        if (control instanceof Button button && !button.getText().isBlank()) {
            return button.getText();
        }
        return control.getData(Accessibles.NAME) instanceof String given ? given : "";
    }
}
