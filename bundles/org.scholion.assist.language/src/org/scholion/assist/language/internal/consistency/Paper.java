package org.scholion.assist.language.internal.consistency;

import java.util.List;
import org.scholion.manuscript.Manuscript;

/**
 * A paper that is being judged.
 *
 * @param blocks those with prose, in order
 * @param language the tag of most of the paper
 */
public record Paper(Manuscript manuscript, List<PaperBlock> blocks, String language) {
    public Paper {
        blocks = List.copyOf(blocks);
    }
}
