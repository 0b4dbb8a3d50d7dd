package org.scholion.ui.internal.command;

import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;
import org.scholion.jobs.ScholionSettings;
import org.scholion.jobs.SettingsStore;
import org.scholion.ui.internal.PaperUi;

/** Switches checking while typing on or off. */
public final class ToggleCheckingHandler extends AbstractHandler implements IElementUpdater {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        SettingsStore store = PaperUi.ofWorkbench().settings();
        ScholionSettings settings = store.current();
        store.store(settings.withCheckWhileTyping(!settings.checkWhileTyping()));
        PlatformUI.getWorkbench()
                .<ICommandService>getService(ICommandService.class)
                .refreshElements(event.getCommand().getId(), null);
        return null;
    }

    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        element.setChecked(PaperUi.ofWorkbench().settings().current().checkWhileTyping());
    }
}
