package org.scholion.inference.internal.pool;

import org.eclipse.jdt.annotation.Nullable;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelException;

/** The place of a model in the pool, from the moment at which somebody begins to load it. Guarded by the lock of the pool. */
final class Slot {

    final TurnGate gate = new TurnGate();

    /** Null until it is found. */
    @Nullable ModelDescriptor descriptor;

    /** Null while it is being loaded. */
    @Nullable LoadedModel model;

    /** Why it could not be loaded, for those who waited for it. */
    @Nullable ModelException failure;

    /** Bytes that it takes or will take. */
    long bytes;

    int leases;

    /** Calls that run now, also of leases that were closed meanwhile. */
    int calls;

    /** Nano time at which the last lease or call ended. */
    long lastUse;

    boolean isIdle() {
        return model != null && leases == 0 && calls == 0;
    }
}
