package org.scholion.assist.language.internal.consistency.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperBlock;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Prose;

/**
 * Parts a paper into sections. A section begins at a heading whose role is known, or at one that is not below it, and holds its
 * subsections but for those with a role of their own.
 */
final class Sections {

    private final List<Section> found = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();

    private Sections() {}

    /** A section whose end is not reached. */
    private record Open(String heading, int level, Optional<SectionRole> role, List<Integer> blocks) {}

    /** Those of a paper, in the order of their ends. What stands before the first heading belongs to none. */
    static List<Section> of(Paper paper) {
        Sections sections = new Sections();
        for (int i = 0; i < paper.blocks().size(); i++) {
            PaperBlock block = paper.blocks().get(i);
            if (block.block().kind() == BlockKind.HEADING) {
                sections.heading(block.text().text().replace(Prose.PLACEHOLDER, '…'), block.block().level());
            } else if (!sections.open.isEmpty()) {
                sections.open.getLast().blocks().add(i);
            }
        }
        sections.closeTo(Integer.MIN_VALUE);
        return List.copyOf(sections.found);
    }

    private void heading(String heading, int level) {
        closeTo(level);
        Optional<SectionRole> role = SectionRoles.of(heading);
        boolean inherits = !open.isEmpty() && (role.isEmpty() || role.equals(open.getLast().role()));
        if (!inherits) {
            open.add(new Open(heading, level, role, new ArrayList<>()));
        }
    }

    private void closeTo(int level) {
        while (!open.isEmpty() && open.getLast().level() >= level) {
            Open last = open.removeLast();
            found.add(new Section(last.heading(), last.role(), last.blocks()));
        }
    }
}
