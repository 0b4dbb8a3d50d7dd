package org.scholion.library.search;

import java.util.List;
import org.scholion.library.ReferenceProblem;

/**
 * What a refresh did.
 *
 * @param total references that the index holds now
 * @param changed references that were new or different, and indexed
 * @param removed references that are no longer in the source
 * @param meaning whether the references have vectors
 * @param rebuilt whether there was an index that could not be read and was made anew
 * @param problems what could not be read; empty when the source was not read because it had not changed
 */
public record RefreshReport(
        int total, int changed, int removed, boolean meaning, boolean rebuilt, List<ReferenceProblem> problems) {

    public RefreshReport {
        problems = List.copyOf(problems);
    }
}
