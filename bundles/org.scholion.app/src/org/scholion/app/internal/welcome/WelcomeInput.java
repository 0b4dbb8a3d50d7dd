package org.scholion.app.internal.welcome;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.scholion.app.internal.Messages;
import org.scholion.app.internal.Pictures;

/** There is one welcome; it is not opened again by itself when papers were open. */
final class WelcomeInput implements IEditorInput {

    @Override
    @SuppressWarnings("null") // the interface asks for null where there is no adapter
    public <T> T getAdapter(Class<T> type) {
        return null;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Pictures.descriptor("scholion");
    }

    @Override
    public String getName() {
        return Messages.welcome_tab;
    }

    @Override
    public @Nullable IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return Messages.welcome_tab;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WelcomeInput;
    }

    @Override
    public int hashCode() {
        return WelcomeInput.class.hashCode();
    }
}
