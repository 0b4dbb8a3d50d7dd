package org.scholion.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.scholion.testkit.BotView;
import org.scholion.testkit.ScholionBot;
import org.scholion.ui.ScholionUi;
import org.scholion.ui.internal.draft.Messages;
import org.scholion.ui.internal.draft.Task;

/** A paper in two files, and the view that writes. */
abstract class AssistantTest extends WorkbenchTest {

    static final String[] ABSTRACT = {
        "Halls cool at night, and this costs money.", "We look into one hall with $24$ sensors."
    };

    BotView view;
    Path results;

    @AfterEach
    void closeView() {
        if (view != null) {
            view.close();
        }
    }

    Path hall() throws IOException {
        results = folder.resolve("results.tex");
        Files.writeString(results, """
                \\section{Results}
                A model with one time constant explains 94\\% of the variance of the temperatures~\\cite{a}.
                The model with two time constants reduces the error by half.
                The error is below $0.2$ degrees in every winter night.

                \\section{Conclusion}
                We conclude that the heating of the lecture hall may be switched off two hours earlier than today.
                """);
        return paper(
                "hall.tex",
                "\\title{How a Lecture Hall Cools at Night}",
                "\\begin{abstract}",
                ABSTRACT[0],
                ABSTRACT[1],
                "\\end{abstract}",
                "\\section{Introduction}",
                "Buildings that stand empty at night lose heat that has to be made up for every morning.",
                "However, little is known about how lecture halls cool.",
                "In this paper we present a low-cost sensor network that records how a lecture hall cools at night.",
                "",
                "\\section{Methods}",
                "We placed 24 sensors in the lecture hall and recorded air temperatures over 30 winter nights.",
                "The sensors were read every five minutes by a small computer.",
                "",
                "Here.",
                "\\input{results}");
    }

    /** Shows the view as it is for the first time: it keeps what was chosen last. */
    void showView() {
        view = bot.showView(ScholionUi.ASSISTANT_VIEW);
        choose(Messages.bar_task, 0);
        setWords(200);
    }

    void setWords(int words) {
        bot.ask(() -> {
            only(Spinner.class).forEach(spinner -> spinner.setSelection(words));
            return null;
        });
    }

    /** Chooses what to write, and begins. */
    void write(Task task) {
        choose(Messages.bar_task, task.ordinal());
        bot.waitUntil(() -> bot.ask(() -> button(Messages.bar_write).isEnabled()), "there is a paper to write for", LONG);
        view.bot().button(Messages.bar_write).click();
    }

    void choose(String combo, int index) {
        bot.ask(() -> {
            Combo found = combo(combo);
            found.select(index);
            found.notifyListeners(SWT.Selection, new Event());
            return null;
        });
    }

    Combo combo(String name) {
        return only(Combo.class).filter(found -> name.equals(found.getData(Accessibles.NAME))).findFirst().orElseThrow();
    }

    boolean hasCombo(String name) {
        return bot.ask(() -> only(Combo.class).anyMatch(found -> name.equals(found.getData(Accessibles.NAME))));
    }

    private Button button(String label) {
        return only(Button.class).filter(found -> found.getText().equals(label)).findFirst().orElseThrow();
    }

    boolean isEnabled(String button) {
        return bot.ask(() -> only(Button.class).anyMatch(found -> found.getText().equals(button) && found.isEnabled()));
    }

    private <T extends Control> Stream<T> only(Class<T> type) {
        return view.bot().controls().stream().filter(type::isInstance).map(type::cast);
    }

    /** The texts of the draft. */
    List<StyledText> rows() {
        return only(StyledText.class).filter(StyledText::getEditable).toList();
    }

    List<String> sentences() {
        return bot.ask(() -> rows().stream().map(StyledText::getText).toList());
    }

    /** The boxes beside the sentences that are written, or beside those of the paper's abstract. */
    private List<Button> boxes(boolean own) {
        return only(Button.class)
                .filter(box -> (box.getStyle() & SWT.CHECK) != 0)
                .filter(box -> Messages.line_useOwn.equals(box.getToolTipText()) == own)
                .toList();
    }

    void tick(boolean own, int index, boolean wanted) {
        bot.ask(() -> {
            Button box = boxes(own).get(index);
            box.setSelection(wanted);
            box.notifyListeners(SWT.Selection, new Event());
            return null;
        });
    }

    /** The lines below the sentences. */
    List<String> origins() {
        return bot.ask(() -> only(CLabel.class).map(CLabel::getText).toList());
    }

    List<String> labels() {
        return bot.ask(() -> only(Label.class).map(label -> label.getText().replace("&&", "&")).toList());
    }

    void waitForSentences() {
        bot.waitUntil(() -> !sentences().isEmpty(), () -> "sentences, but " + labels(), LONG);
    }

    void waitForLabel(String text) {
        bot.waitUntil(() -> labels().stream().anyMatch(label -> label.contains(text)), () -> text + ", but " + labels(), LONG);
    }

    /** Presses a key in a sentence. */
    void press(int row, int modifiers, int key, char character) {
        StyledText text = bot.ask(() -> {
            rows().get(row).setFocus();
            return rows().get(row);
        });
        ScholionBot.press(text, modifiers, key, character);
    }

    String activeEditor() {
        return bot.ask(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().getActiveEditor().getTitle());
    }

    static List<String> without(List<String> all, int index) {
        List<String> rest = new ArrayList<>(all);
        rest.remove(index);
        return rest;
    }
}
