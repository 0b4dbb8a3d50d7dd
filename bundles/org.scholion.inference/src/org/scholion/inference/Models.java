package org.scholion.inference;

import java.util.List;
import java.util.Optional;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Where a model is asked for. An OSGi service; thread-safe. */
public interface Models {

    /**
     * A loaded model; loads it when it is not, which may take seconds, and unloads others where memory is short.
     *
     * @param role what it is used as, such as {@code Generator.class}
     * @param id of an installed model or of one on a server
     * @param priority whose turn it is when others use the model
     * @throws ModelException when it is not installed, not of that role, does not fit the memory, or cannot be loaded
     */
    <S extends ModelService> ModelLease<S> lease(Class<S> role, String id, Priority priority, CancelToken cancel)
            throws ModelException, CancelledException;

    /**
     * The model that the user chose for a task and language, or else the best that is installed.
     *
     * @param language BCP 47
     */
    Optional<ModelDescriptor> preferred(ModelTask task, String language);

    /** The models that are loaded now. */
    List<Loaded> loaded();

    /**
     * A loaded model.
     *
     * @param device the one that it really runs on
     * @param memoryBytes what it takes, about
     * @param leaseCount how many use it
     */
    record Loaded(ModelDescriptor descriptor, Device device, long memoryBytes, int leaseCount) {}
}
