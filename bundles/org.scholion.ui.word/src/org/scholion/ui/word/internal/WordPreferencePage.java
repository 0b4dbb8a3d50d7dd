package org.scholion.ui.word.internal;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.osgi.service.prefs.BackingStoreException;
import org.scholion.manuscript.ManuscriptWriter.Mode;

/** How changes of Word documents are written. */
public final class WordPreferencePage extends PreferencePage implements IWorkbenchPreferencePage {

    private final Map<Mode, Button> choices = new EnumMap<>(Mode.class);

    @Override
    public void init(IWorkbench workbench) {
        noDefaultButton();
        setDescription(Messages.page_description);
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(area);
        Group group = new Group(area, SWT.NONE);
        group.setText(Messages.page_write);
        GridLayoutFactory.fillDefaults().margins(8, 8).applyTo(group);
        choice(group, Mode.TRACKED_CHANGES, Messages.page_tracked);
        choice(group, Mode.COMMENTS, Messages.page_comments);
        choice(group, Mode.PLAIN, Messages.page_plain);
        return area;
    }

    private void choice(Composite parent, Mode mode, String text) {
        Button button = new Button(parent, SWT.RADIO);
        button.setText(text);
        button.setSelection(WordSettings.mode() == mode);
        choices.put(mode, button);
    }

    @Override
    public boolean performOk() {
        for (Map.Entry<Mode, Button> choice : choices.entrySet()) {
            if (choice.getValue().getSelection()) {
                try {
                    WordSettings.setMode(choice.getKey());
                } catch (BackingStoreException e) {
                    ILog.of(WordPreferencePage.class).error(Messages.page_failed, e);
                    setErrorMessage(Messages.page_failed);
                    return false;
                }
            }
        }
        return true;
    }
}
