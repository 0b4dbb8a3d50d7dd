package org.scholion.ui.internal.draft;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceUnit;

/**
 * What can be chosen from in a paper.
 *
 * @param file that was asked for
 * @param paper as it was read for that
 * @param sections the headings that can be summarised, in order
 * @param own the abstract that stands in the paper
 */
@NonNullByDefault
record PaperParts(Path file, Manuscript paper, List<String> sections, OwnAbstract own) {

    PaperParts {
        sections = List.copyOf(sections);
    }

    /** The section in which a place of a file stands; the first one before all headings. */
    Optional<String> sectionAt(Path place, int offset) {
        Optional<String> last = sections.stream().findFirst();
        SourceUnit unit = new SourceUnit.TextFile(place);
        for (Block block : paper.blocks()) {
            boolean here = block.range().unit().equals(unit);
            if (here && block.range().range().start() > offset) {
                break;
            }
            if (block.kind() == BlockKind.HEADING) {
                String heading = OwnAbstract.readable(block.prose(), 0, block.prose().text().length()).strip();
                last = sections.stream().filter(heading::equalsIgnoreCase).findFirst().or(() -> sections.stream().findFirst());
            }
            if (here && offset <= block.range().range().end()) {
                break;
            }
        }
        return last;
    }
}
