package org.scholion.assist;

import java.util.List;
import org.scholion.manuscript.Manuscript;

/**
 * What a check found.
 *
 * @param manuscript what was checked
 * @param findings by file in the order of {@link Manuscript#sources()}, then by place
 * @param failures one sentence for each assistant that could not work
 * @param limitations one sentence for each assistant that did less than it could, such as for want of a model
 * @param checkedBlocks how many blocks were judged anew, the others were known
 */
public record CheckResult(Manuscript manuscript, List<Finding> findings, List<String> failures, List<String> limitations, int checkedBlocks) {
    public CheckResult {
        findings = List.copyOf(findings);
        failures = List.copyOf(failures);
        limitations = List.copyOf(limitations);
    }
}
