package org.scholion.ui.latex.internal.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.scholion.testkit.BotEditor;
import org.scholion.testkit.BotEditor.Mark;
import org.scholion.testkit.ScholionBot;
import org.scholion.ui.latex.internal.AccessibleNames;

/** A bibliography file with things to find, of the paper in {@link LatexWorkbenchTest}. */
abstract class BibliographyTest extends LatexWorkbenchTest {

    static final String CITATION = "org.scholion.ui.citation";
    static final String COMMANDS = "org.scholion.ui.latex.bib.";

    static final String ZED = """
            @article{zed,
              author = {Zed, Zoe},
              title = {Last Things},
              journal = {Notes},
              year = {2001}
            }
            """;
    static final String LI = """
            @article{li,
              author = {Li, Xiaoming},
              title = {Deep Margins of Old Books},
              year = {2016}
            }
            """;
    static final String LI_AGAIN = """
            @article{li16,
              author = {Li, Xiaoming},
              title = {Deep margins of old books},
              journal = {Notes \\& Queries},
              year = {2016},
              doi = {10.1000/12}
            }
            """;

    Path bibliography;

    @BeforeEach
    void writeBibliography() throws IOException {
        bibliography = folder.resolve("refs.bib");
        Files.writeString(bibliography, Files.readString(bibliography) + "\n" + ZED + "\n" + LI + "\n" + LI_AGAIN);
        String end = "The end \\cite{zed, li16}.\n\\bibliographystyle{apalike}";
        Files.writeString(main, Files.readString(main).replace("The end.", end));
    }

    BotEditor openBibliography() {
        BotEditor editor = bot.open(bibliography, GENERIC);
        bot.waitUntil(() -> manuscript(bibliography).isPresent(), "the bibliography is read", LONG);
        return editor;
    }

    /** What the findings of a rule cover. */
    static List<String> covered(BotEditor editor, String rule) {
        return editor.marks(CITATION).stream().filter(mark -> mark.text().contains(rule)).map(Mark::covered).toList();
    }

    void waitForFindings(BotEditor editor, String rule, String... covered) {
        bot.waitUntil(
                () -> covered(editor, rule).equals(List.of(covered)),
                () -> rule + " at " + List.of(covered) + ", but " + editor.marks(CITATION),
                LONG);
    }

    /** The control of a window with that name for a screen reader. */
    static <T extends Control> T named(ScholionBot window, Class<T> type, String name) {
        return window.controls().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(control -> window.ask(() -> name.equals(control.getData(AccessibleNames.NAME))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }

    void type(Text field, String text) {
        bot.ask(() -> {
            field.setText(text);
            return null;
        });
    }

    String textOf(Text field) {
        return bot.ask(field::getText);
    }

    /** The cells of a table's rows, joined by bars. */
    List<String> rows(Table table) {
        return bot.ask(() -> IntStream.range(0, table.getItemCount())
                .mapToObj(row -> {
                    StringBuilder cells = new StringBuilder(table.getItem(row).getText(0));
                    for (int column = 1; column < table.getColumnCount(); column++) {
                        cells.append(" | ").append(table.getItem(row).getText(column));
                    }
                    return cells.toString();
                })
                .toList());
    }

    /** Chooses a radio button as a click does. */
    void choose(ScholionBot window, String label) {
        bot.ask(() -> {
            for (Control control : window.controls()) {
                if (control instanceof Button button && (button.getStyle() & SWT.RADIO) != 0) {
                    button.setSelection(button.getText().equals(label));
                    button.notifyListeners(SWT.Selection, new Event());
                }
            }
            return null;
        });
    }

    void selectRow(Table table, int row) {
        bot.ask(() -> {
            table.setSelection(row);
            table.notifyListeners(SWT.Selection, new Event());
            return null;
        });
    }
}
