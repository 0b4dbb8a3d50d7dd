package org.scholion.app.internal;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.statushandlers.StatusManager;

/** Runs commands by their ids, so that a link, a button and a menu do the same. */
public final class Commands {

    private Commands() {}

    public static void execute(String command) {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException problem) {
            IStatus status = new Status(IStatus.ERROR, AppIds.BUNDLE, problem.getLocalizedMessage(), problem);
            StatusManager.getManager().handle(status, StatusManager.SHOW | StatusManager.LOG);
        }
    }

    /** The keys of a command as the author has them, wherever they hold; empty where it has none. */
    public static String keys(String command) {
        IBindingService bindings = PlatformUI.getWorkbench().getService(IBindingService.class);
        String active = bindings.getBestActiveBindingFormattedFor(command);
        if (active != null) {
            return active;
        }
        for (Binding binding : bindings.getBindings()) {
            ParameterizedCommand bound = binding.getParameterizedCommand();
            if (bound != null && bound.getId().equals(command)) {
                return binding.getTriggerSequence().format();
            }
        }
        return "";
    }
}
