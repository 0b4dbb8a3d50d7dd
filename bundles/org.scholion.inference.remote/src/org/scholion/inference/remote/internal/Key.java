package org.scholion.inference.remote.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.Secrets;

/**
 * The key to a server, asked for at each call, so that a new one counts at once.
 *
 * @param name under which it is kept; empty when the server wants none
 * @param secrets where keys are kept; the first that has it counts
 */
record Key(Optional<String> name, List<Secrets> secrets) {

    Key {
        secrets = List.copyOf(secrets);
    }

    /**
     * @return empty when the server wants none
     * @throws ModelException when it is not there or cannot be one
     */
    Optional<String> find() throws ModelException {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        for (Secrets place : secrets) {
            Optional<String> found = place.find(name.get());
            if (found.isPresent()) {
                return Optional.of(checked(found.get().strip()));
            }
        }
        throw new ModelException(NLS.bind(Messages.Key_missing, name.get()));
    }

    /** A line break in a header would begin another one. */
    private String checked(String key) throws ModelException {
        if (key.isEmpty() || key.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new ModelException(NLS.bind(Messages.Key_broken, name.orElse("")));
        }
        return key;
    }
}
