package org.scholion.ui.internal.preferences;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.scholion.assist.UserFiles;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.PaperChecks;
import org.scholion.jobs.ScholionJob;
import org.scholion.text.CancelToken;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.PaperUi;

/** The words of this user. */
public final class DictionaryPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int LIST_HEIGHT = 200;

    private final PaperChecks checks = PaperUi.ofWorkbench().checks();
    private final WordFile file = new WordFile(UserFiles.standard().dictionary());
    private final List<String> added = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private org.eclipse.swt.widgets.@Nullable List list;

    @Override
    public void init(IWorkbench workbench) {
        setDescription(Messages.page_dictionaryDescription);
        noDefaultButton();
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
        Text word = new Text(area, SWT.SINGLE | SWT.BORDER);
        word.setMessage(Messages.page_newWord);
        Accessibles.name(word, Messages.page_newWord);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(word);
        Button add = button(area, Messages.page_addWord);
        add.setEnabled(false);
        org.eclipse.swt.widgets.List words = new org.eclipse.swt.widgets.List(area, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL);
        Accessibles.name(words, Messages.page_wordsName);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, LIST_HEIGHT).applyTo(words);
        Button remove = button(area, Messages.page_removeWord);
        remove.setEnabled(false);
        Label place = new Label(area, SWT.WRAP);
        place.setText(NLS.bind(Messages.page_dictionaryFile, file.file()).replace("&", "&&"));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(LIST_HEIGHT, SWT.DEFAULT).applyTo(place);
        word.addModifyListener(event -> add.setEnabled(!word.getText().isBlank()));
        word.addListener(SWT.DefaultSelection, event -> add(word));
        add.addListener(SWT.Selection, event -> add(word));
        words.addListener(SWT.Selection, event -> remove.setEnabled(words.getSelectionCount() > 0));
        remove.addListener(SWT.Selection, event -> {
            removed.addAll(List.of(words.getSelection()));
            added.removeAll(List.of(words.getSelection()));
            words.remove(words.getSelectionIndices());
            remove.setEnabled(false);
        });
        list = words;
        load(words);
        return area;
    }

    @Override
    public boolean performOk() {
        if (!added.isEmpty() || !removed.isEmpty()) {
            List<String> toAdd = List.copyOf(added);
            List<String> toRemove = List.copyOf(removed);
            added.clear();
            removed.clear();
            new ScholionJob(Messages.page_dictionaryJob, JobFamily.WRITE, Job.SHORT) {
                @Override
                protected void work(SubMonitor progress, CancelToken cancel) throws IOException {
                    file.change(toAdd, toRemove);
                    checks.recheck();
                }
            }.schedule();
        }
        return true;
    }

    private void add(Text field) {
        org.eclipse.swt.widgets.List words = list;
        String word = field.getText().strip();
        if (words == null || word.isEmpty()) {
            return;
        }
        if (words.indexOf(word) < 0) {
            added.add(word);
            removed.remove(word);
            words.add(word, place(words, word));
        }
        words.setSelection(new String[] {word});
        words.showSelection();
        field.setText("");
        field.setFocus();
    }

    private static int place(org.eclipse.swt.widgets.List words, String word) {
        String key = word.toLowerCase(Locale.ROOT);
        int index = 0;
        while (index < words.getItemCount() && words.getItem(index).toLowerCase(Locale.ROOT).compareTo(key) < 0) {
            index++;
        }
        return index;
    }

    private void load(org.eclipse.swt.widgets.List words) {
        new ScholionJob(Messages.page_dictionaryLoad, JobFamily.LOCATE, Job.SHORT) {
            @Override
            protected void work(SubMonitor progress, CancelToken cancel) throws IOException {
                List<String> known = file.words();
                words.getDisplay().asyncExec(() -> {
                    if (!words.isDisposed()) {
                        words.setItems(known.toArray(String[]::new));
                    }
                });
            }
        }.schedule();
    }

    private static Button button(Composite parent, String text) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(button);
        return button;
    }
}
