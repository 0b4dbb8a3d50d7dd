package org.scholion.jobs;

import java.util.List;
import java.util.Optional;
import org.scholion.manuscript.Manuscript;

/**
 * What is known about a paper at one moment.
 *
 * @param phase what is going on
 * @param done blocks that are checked
 * @param total blocks to check; 0 while that is not known
 * @param manuscript the paper as it was read last
 * @param findings by file, then by place; while a check runs those of it so far and those of the check before for the rest. The same
 *     list as in the state before when nothing was found or dropped.
 * @param complete whether the findings are those of a finished check
 * @param failures one sentence for each assistant that could not work
 * @param limitations one sentence for each assistant that did less than it could, such as for want of a model
 * @param message of {@link Phase#FAILED} what happened and what to do; else empty
 */
public record PaperState(
        Phase phase,
        int done,
        int total,
        Optional<Manuscript> manuscript,
        List<PlacedFinding> findings,
        boolean complete,
        List<String> failures,
        List<String> limitations,
        String message) {

    /** What is going on. */
    public enum Phase {
        /** Changed; a check begins after a pause. */
        WAITING,
        READING,
        CHECKING,
        /** Checked, and not changed since. */
        DONE,
        /** Not checked while it is written, because the author wants it so. */
        OFF,
        /** The author ended the check. */
        CANCELLED,
        /** The paper could not be read or checked. */
        FAILED,
        /** No file of it is open any more. The last state of a paper. */
        CLOSED;

        /** Whether work is going on or about to begin. */
        public boolean isBusy() {
            return this == WAITING || this == READING || this == CHECKING;
        }
    }

    /** Before anything is known. */
    public static final PaperState INITIAL =
            new PaperState(Phase.WAITING, 0, 0, Optional.empty(), List.of(), false, List.of(), List.of(), "");

    public PaperState {
        findings = List.copyOf(findings);
        failures = List.copyOf(failures);
        limitations = List.copyOf(limitations);
    }

    /** The same in another phase. */
    public PaperState in(Phase other) {
        return new PaperState(other, done, total, manuscript, findings, complete, failures, limitations, "");
    }

    /** The same with progress. */
    public PaperState checking(int doneBlocks, int totalBlocks) {
        return new PaperState(Phase.CHECKING, doneBlocks, totalBlocks, manuscript, findings, complete, failures, limitations, "");
    }
}
