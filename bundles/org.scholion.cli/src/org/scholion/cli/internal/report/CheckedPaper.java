package org.scholion.cli.internal.report;

import java.util.List;
import org.scholion.assist.Finding;
import org.scholion.cli.internal.Paper;

/**
 * A paper with what was found.
 *
 * @param findings those that the person asked for, by file and place
 * @param failures one sentence for each part of Scholion that could not work
 * @param limitations one sentence for each part that did less than it could, such as for want of a model
 */
public record CheckedPaper(Paper paper, List<Finding> findings, List<String> failures, List<String> limitations) {
    public CheckedPaper {
        findings = List.copyOf(findings);
        failures = List.copyOf(failures);
        limitations = List.copyOf(limitations);
    }
}
