package org.scholion.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scholion.assist.Advice;
import org.scholion.assist.Finding;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceText;
import org.scholion.text.Revision;

/**
 * A finding with the paper that it was found in.
 *
 * @param finding what was found
 * @param manuscript the paper as it was checked
 */
public record PlacedFinding(Finding finding, Manuscript manuscript) {

    public Advice advice() {
        return finding.advice();
    }

    /** The file that it is in. */
    public Path path() {
        return finding.range().unit().path();
    }

    /** The state of the file's text that its range speaks of. */
    public Revision revision() {
        return manuscript.source(finding.range().unit()).map(SourceText::revision).orElse(Revision.DISK);
    }

    /** The changes of the checked source that make a replacement; empty when they would have to touch markup. */
    public Optional<List<SourceEdit>> edits(String replacement) {
        return finding.edits(manuscript, replacement);
    }
}
