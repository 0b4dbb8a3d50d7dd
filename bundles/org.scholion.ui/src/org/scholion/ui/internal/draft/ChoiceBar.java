package org.scholion.ui.internal.draft;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.IMemento;
import org.scholion.assist.drafts.AbstractRequest;
import org.scholion.assist.drafts.DraftAssistant;
import org.scholion.assist.drafts.SummaryRequest.Length;
import org.scholion.ui.internal.Accessibles;

/** What is to be written, how long, by whom; and the buttons that begin and end it. */
final class ChoiceBar {

    private static final String TASK = "task";
    private static final String WORDS = "words";
    private static final String LENGTH = "length";
    private static final int STEP = 10;
    private static final int MANY = 50;
    private static final int SECTION_WIDTH = 220;

    private final Composite bar;
    private final Combo task;
    private final Combo section;
    private final Spinner words;
    private final Label wordsLabel;
    private final Combo length;
    private final Combo engine;
    private final Button write;
    private final Button stop;
    private List<String> sections = List.of();
    private List<DraftAssistant> assistants = List.of();

    ChoiceBar(Composite parent, Runnable onWrite, Runnable onStop, Runnable onChoice) {
        bar = new Composite(parent, SWT.NONE);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.center = true;
        layout.marginLeft = 4;
        layout.spacing = 6;
        bar.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, false).hint(SECTION_WIDTH, SWT.DEFAULT).applyTo(bar);
        task = combo(Messages.bar_task);
        task.setItems(Arrays.stream(Task.values()).map(Task::label).toArray(String[]::new));
        task.select(0);
        section = combo(Messages.bar_section);
        section.setLayoutData(new RowData(SECTION_WIDTH, SWT.DEFAULT));
        words = new Spinner(bar, SWT.BORDER);
        words.setValues(
                AbstractRequest.USUAL.words(), AbstractRequest.LEAST_WORDS, AbstractRequest.MOST_WORDS, 0, STEP, MANY);
        words.setLayoutData(new RowData());
        Accessibles.name(words, Messages.bar_words);
        wordsLabel = new Label(bar, SWT.NONE);
        wordsLabel.setText(Messages.bar_wordsLabel);
        wordsLabel.setLayoutData(new RowData());
        length = combo(Messages.bar_length);
        length.setItems(Arrays.stream(Length.values()).map(ChoiceBar::label).toArray(String[]::new));
        length.select(Length.PARAGRAPH.ordinal());
        engine = combo(Messages.bar_engine);
        write = button(Messages.bar_write, onWrite);
        stop = button(Messages.bar_stop, onStop);
        stop.setEnabled(false);
        task.addListener(SWT.Selection, event -> {
            arrange();
            onChoice.run();
        });
        arrange();
    }

    private Combo combo(String name) {
        Combo combo = new Combo(bar, SWT.READ_ONLY);
        combo.setLayoutData(new RowData());
        Accessibles.name(combo, name);
        combo.setToolTipText(name);
        return combo;
    }

    private Button button(String label, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(label);
        button.setLayoutData(new RowData());
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private static String label(Length length) {
        return switch (length) {
            case LINE -> Messages.length_line;
            case PARAGRAPH -> Messages.length_paragraph;
            case BULLETS -> Messages.length_points;
        };
    }

    private void arrange() {
        show(words, task().isAbstract());
        show(wordsLabel, task().isAbstract());
        show(length, !task().isAbstract());
        show(section, task() == Task.SECTION);
        show(engine, assistants.size() > 1);
        bar.layout(true);
        bar.getParent().layout(true);
    }

    private static void show(Control control, boolean shown) {
        control.setVisible(shown);
        ((RowData) control.getLayoutData()).exclude = !shown;
    }

    Task task() {
        return Task.values()[Math.max(0, task.getSelectionIndex())];
    }

    void choose(Task wanted) {
        task.select(wanted.ordinal());
        arrange();
    }

    int words() {
        return words.getSelection();
    }

    Length length() {
        return Length.values()[Math.max(0, length.getSelectionIndex())];
    }

    /** The chosen heading; empty where the paper has none. */
    String section() {
        int index = section.getSelectionIndex();
        return index >= 0 && index < sections.size() ? sections.get(index) : "";
    }

    /** Lists other headings; the chosen one stays where it is still there. */
    void sections(List<String> newer) {
        if (!newer.equals(sections)) {
            String before = section();
            sections = newer;
            section.setItems(newer.toArray(String[]::new));
            section.select(Math.max(0, newer.indexOf(before)));
        }
    }

    void chooseSection(String wanted) {
        if (sections.contains(wanted)) {
            section.select(sections.indexOf(wanted));
        }
    }

    /** Who writes; empty where nobody is installed. */
    Optional<DraftAssistant> assistant() {
        int index = Math.max(0, engine.getSelectionIndex());
        return index < assistants.size() ? Optional.of(assistants.get(index)) : Optional.empty();
    }

    /** Lists who can write; the choice shows where there is one. */
    void assistants(List<DraftAssistant> newer) {
        if (!newer.equals(assistants)) {
            Optional<DraftAssistant.Engine> before = assistant().map(DraftAssistant::engine);
            assistants = newer;
            List<DraftAssistant.Engine> engines = newer.stream().map(DraftAssistant::engine).toList();
            engine.setItems(engines.stream().map(ChoiceBar::label).toArray(String[]::new));
            engine.select(Math.max(0, before.map(engines::indexOf).orElse(0)));
            arrange();
        }
    }

    private static String label(DraftAssistant.Engine engine) {
        return switch (engine) {
            case EXTRACTIVE -> Messages.engine_extractive;
            case MODEL -> Messages.engine_model;
        };
    }

    /** @param possible whether there is a paper and somebody who writes */
    void enable(boolean possible, boolean busy) {
        write.setEnabled(possible);
        stop.setEnabled(busy);
    }

    void focus() {
        task.setFocus();
    }

    void save(IMemento memento) {
        memento.putString(TASK, task().name());
        memento.putInteger(WORDS, words());
        memento.putString(LENGTH, length().name());
    }

    void restore(@Nullable IMemento memento) {
        if (memento != null) {
            String savedTask = memento.getString(TASK);
            Integer savedWords = memento.getInteger(WORDS);
            String savedLength = memento.getString(LENGTH);
            Arrays.stream(Task.values()).filter(one -> one.name().equals(savedTask)).forEach(this::choose);
            Arrays.stream(Length.values()).filter(one -> one.name().equals(savedLength)).forEach(one -> length.select(one.ordinal()));
            words.setSelection(savedWords == null ? words() : savedWords);
        }
    }
}
