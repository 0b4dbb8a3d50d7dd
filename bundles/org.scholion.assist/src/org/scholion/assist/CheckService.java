package org.scholion.assist;

import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Asks all assistants, keeps what they say by block, filters, merges and ranks. An OSGi service; thread-safe. */
public interface CheckService {

    /**
     * Checks a paper; takes the findings of blocks whose prose is known from before.
     *
     * @throws CancelledException within 100 ms after nobody waits any more; what was found so far is kept for the next check
     */
    CheckResult check(CheckRequest request, CancelToken cancel) throws CancelledException;
}
