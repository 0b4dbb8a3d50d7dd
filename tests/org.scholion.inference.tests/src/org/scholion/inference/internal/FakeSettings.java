package org.scholion.inference.internal;

import org.scholion.inference.store.ModelSettings;
import org.scholion.inference.store.ModelSettingsStore;

/** Settings in memory. */
public final class FakeSettings implements ModelSettingsStore {

    private volatile ModelSettings settings = ModelSettings.DEFAULT;

    @Override
    public ModelSettings current() {
        return settings;
    }

    @Override
    public void store(ModelSettings other) {
        settings = other;
    }
}
