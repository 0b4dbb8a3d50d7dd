package org.scholion.jobs.internal;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.scholion.jobs.ScholionSettings;
import org.scholion.jobs.SettingsKeys;

/** The defaults of all preferences of Scholion. */
public final class SettingsInitializer extends AbstractPreferenceInitializer {

    @Override
    public void initializeDefaultPreferences() {
        IEclipsePreferences node = DefaultScope.INSTANCE.getNode(SettingsKeys.NODE);
        SettingsFormat.values(ScholionSettings.DEFAULT).forEach(node::put);
    }
}
