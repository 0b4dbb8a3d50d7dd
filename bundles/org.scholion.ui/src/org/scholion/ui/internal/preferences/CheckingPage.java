package org.scholion.ui.internal.preferences;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.scholion.assist.Category;
import org.scholion.jobs.ScholionSettings;
import org.scholion.jobs.SettingsStore;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.editor.FindingText;

/** When and in which language papers are checked, and what is looked for. */
public final class CheckingPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int MAX_DELAY_MILLIS = 10_000;
    private static final int STEP_MILLIS = 50;
    private static final int INDENT = 18;

    private final SettingsStore store = PaperUi.ofWorkbench().settings();
    private Optional<Fields> fields = Optional.empty();

    /** What the page is made of. */
    private record Fields(
            Button typing, Spinner delay, LanguageCombo language, LanguageCombo standard, Map<Category, Button> categories) {}

    @Override
    public void init(IWorkbench workbench) {
        setDescription(Messages.page_checkingDescription);
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 8).applyTo(area);
        Button typing = new Button(area, SWT.CHECK);
        typing.setText(Messages.page_typing);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(typing);
        Label delayLabel = label(area, Messages.page_delay);
        GridDataFactory.fillDefaults().indent(INDENT, 0).align(SWT.BEGINNING, SWT.CENTER).applyTo(delayLabel);
        Spinner delay = new Spinner(area, SWT.BORDER);
        delay.setValues(0, 0, MAX_DELAY_MILLIS, 0, STEP_MILLIS, STEP_MILLIS * 10);
        Accessibles.name(delay, delayLabel.getText().replace("&", ""));
        typing.addListener(SWT.Selection, event -> delay.setEnabled(typing.getSelection()));
        label(area, Messages.page_language);
        LanguageCombo language = new LanguageCombo(area, Messages.page_language, Messages.page_languageOfPaper);
        label(area, Messages.page_defaultLanguage);
        LanguageCombo standard = new LanguageCombo(area, Messages.page_defaultLanguage, "");
        Group group = new Group(area, SWT.NONE);
        group.setText(Messages.page_categories);
        GridLayoutFactory.fillDefaults().margins(8, 8).applyTo(group);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).indent(0, 6).applyTo(group);
        Map<Category, Button> categories = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            Button button = new Button(group, SWT.CHECK);
            button.setText(FindingText.category(category));
            categories.put(category, button);
        }
        fields = Optional.of(new Fields(typing, delay, language, standard, categories));
        show(store.current());
        return area;
    }

    @Override
    protected void performDefaults() {
        show(ScholionSettings.DEFAULT);
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        fields.ifPresent(own -> store.store(read(own, store.current())));
        return true;
    }

    private static ScholionSettings read(Fields own, ScholionSettings before) {
        Set<Category> wanted = EnumSet.noneOf(Category.class);
        own.categories().forEach((category, button) -> {
            if (button.getSelection()) {
                wanted.add(category);
            }
        });
        return new ScholionSettings(
                own.typing().getSelection(),
                own.delay().getSelection(),
                own.language().tag(),
                own.standard().tag().orElse(before.defaultLanguage()),
                wanted,
                before.rulesOff(),
                before.rulesOn(),
                before.maxMarks());
    }

    private void show(ScholionSettings settings) {
        fields.ifPresent(own -> {
            own.typing().setSelection(settings.checkWhileTyping());
            own.delay().setSelection(settings.delayMillis());
            own.delay().setEnabled(settings.checkWhileTyping());
            own.language().select(settings.language());
            own.standard().select(Optional.of(settings.defaultLanguage()));
            own.categories().forEach((category, button) -> button.setSelection(settings.categories().contains(category)));
        });
    }

    private static Label label(Composite parent, String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
        return label;
    }
}
