package org.scholion.assist.language.internal.consistency.sections;

import java.util.List;
import java.util.Optional;

/**
 * A section with its subsections.
 *
 * @param heading as a reader sees it
 * @param role what it is for; empty when the heading does not tell
 * @param blocks those of its text, as numbers among {@code Paper.blocks()}, in order; headings are not among them
 */
record Section(String heading, Optional<SectionRole> role, List<Integer> blocks) {
    Section {
        blocks = List.copyOf(blocks);
    }

    boolean reports() {
        return role.filter(known -> known == SectionRole.METHODS || known == SectionRole.RESULTS).isPresent();
    }
}
