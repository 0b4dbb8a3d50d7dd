package org.scholion.jobs.internal;

import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.scholion.jobs.ScholionSettings;
import org.scholion.jobs.SettingsKeys;
import org.scholion.jobs.SettingsStore;

/** Settings in the preferences of the workspace. */
public final class PreferenceSettings implements SettingsStore {

    private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode(SettingsKeys.NODE);
    private final IEclipsePreferences defaults = DefaultScope.INSTANCE.getNode(SettingsKeys.NODE);
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final IPreferenceChangeListener changes = change -> listeners.forEach(Runnable::run);

    public PreferenceSettings() {
        node.addPreferenceChangeListener(changes);
    }

    void deactivate() {
        node.removePreferenceChangeListener(changes);
    }

    @Override
    public ScholionSettings current() {
        return SettingsFormat.parse(key -> node.get(key, defaults.get(key, "")));
    }

    @Override
    public void store(ScholionSettings settings) {
        SettingsFormat.values(settings).forEach((key, value) -> {
            if (value.equals(defaults.get(key, ""))) {
                node.remove(key);
            } else {
                node.put(key, value);
            }
        });
        try {
            node.flush();
        } catch (BackingStoreException e) {
            throw new IllegalStateException("the settings could not be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.addIfAbsent(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
