package org.scholion.ui.internal.command;

import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;
import org.scholion.jobs.Paper;
import org.scholion.jobs.ScholionSettings;
import org.scholion.jobs.SettingsStore;
import org.scholion.ui.internal.PaperUi;

/** Switches the pass over tone and clarity on or off and checks the paper of the active editor so. The choice is kept. */
public final class ToggleClarityHandler extends AbstractHandler implements IElementUpdater {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        PaperUi ui = PaperUi.ofWorkbench();
        SettingsStore store = ui.settings();
        ScholionSettings settings = store.current();
        store.store(settings.withClarity(!settings.checksClarity()));
        // also where nothing is checked while it is typed
        ui.tracker().activePaper().ifPresent(Paper::checkNow);
        PlatformUI.getWorkbench()
                .<ICommandService>getService(ICommandService.class)
                .refreshElements(event.getCommand().getId(), null);
        return null;
    }

    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        element.setChecked(PaperUi.ofWorkbench().settings().current().checksClarity());
    }
}
