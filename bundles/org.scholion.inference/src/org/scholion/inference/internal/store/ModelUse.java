package org.scholion.inference.internal.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where those who hold models in memory say so to those who remove them from the disk. Thread-safe. */
public final class ModelUse {

    /** Holds models in memory. */
    @FunctionalInterface
    public interface Holder {

        /** Unloads a model when nobody uses it. Returns whether it is out of memory now. */
        boolean release(String id);
    }

    private final List<Holder> holders = new CopyOnWriteArrayList<>();

    /** {@code holder} is asked from now on. */
    public void add(Holder holder) {
        holders.add(holder);
    }

    /** {@code holder} holds nothing any more. */
    public void remove(Holder holder) {
        holders.remove(holder);
    }

    /** Whether nobody holds the model now. */
    boolean release(String id) {
        boolean free = true;
        for (Holder holder : holders) {
            free &= holder.release(id);
        }
        return free;
    }
}
