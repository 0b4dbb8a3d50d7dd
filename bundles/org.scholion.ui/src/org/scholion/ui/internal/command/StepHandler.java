package org.scholion.ui.internal.command;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.Nullable;

/** Runs something. */
public final class StepHandler extends AbstractHandler {

    private final Runnable action;

    public StepHandler(Runnable action) {
        this.action = action;
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        action.run();
        return null;
    }
}
