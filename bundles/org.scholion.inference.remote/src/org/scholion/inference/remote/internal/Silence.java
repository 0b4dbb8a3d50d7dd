package org.scholion.inference.remote.internal;

import java.util.concurrent.TimeUnit;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.system.Pace;

/**
 * How long a server may say nothing.
 *
 * @param address for the message
 */
record Silence(Pace pace, int timeoutSeconds, String address) {

    /** The beginning of a wait, for {@link #check}. */
    long start() {
        return pace.nanos();
    }

    void check(long start) throws ModelException {
        if (pace.nanos() - start > TimeUnit.SECONDS.toNanos(timeoutSeconds)) {
            throw new ModelException(NLS.bind(Messages.Server_silent, address, timeoutSeconds));
        }
    }
}
