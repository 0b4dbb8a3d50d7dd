package org.scholion.inference;

import java.util.Optional;

/** Keys to servers, kept where the platform keeps passwords. An OSGi service; thread-safe; may ask the user, so not for the user-interface thread. */
public interface Secrets {

    /** @param name of the entry, such as the id of the model on that server */
    Optional<String> find(String name) throws ModelException;

    /** Keeps a key, replacing an older one. */
    void keep(String name, String secret) throws ModelException;

    void forget(String name) throws ModelException;
}
