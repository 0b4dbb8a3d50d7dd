package org.scholion.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.junit.jupiter.api.Test;
import org.scholion.jobs.Cancellation;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

class CancellationTest {

    @Test
    void cancellingIsNoError() {
        assertSame(Status.CANCEL_STATUS, Cancellation.statusOf(new CancelledException(), "failed"));
        assertSame(Status.CANCEL_STATUS, Cancellation.statusOf(new OperationCanceledException(), "failed"));
    }

    @Test
    void interruptionSetsTheFlagAgain() {
        assertTrue(Cancellation.isCancellation(new InterruptedException()));
        assertTrue(Thread.interrupted());
    }

    @Test
    void anythingElseIsAnErrorWithItsCause() {
        IOException cause = new IOException("disk full");

        IStatus status = Cancellation.statusOf(cause, "The dictionary could not be written.");

        assertEquals(IStatus.ERROR, status.getSeverity());
        assertEquals("The dictionary could not be written.", status.getMessage());
        assertSame(cause, status.getException());
    }

    @Test
    void theTokenIsCancelledWithTheMonitor() {
        NullProgressMonitor monitor = new NullProgressMonitor();
        CancelToken token = Cancellation.tokenOf(monitor);
        assertFalse(token.isCancelled());

        monitor.setCanceled(true);

        assertTrue(token.isCancelled());
    }
}
