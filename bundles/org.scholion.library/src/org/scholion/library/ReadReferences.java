package org.scholion.library;

import java.util.List;

/**
 * What was read from a source.
 *
 * @param references in the order of the source
 * @param problems in the order of the source
 */
public record ReadReferences(List<Reference> references, List<ReferenceProblem> problems) {

    public ReadReferences {
        references = List.copyOf(references);
        problems = List.copyOf(problems);
    }
}
