package org.scholion.assist;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scholion.manuscript.Block;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Judges a block by its prose, kind and language alone, never by the rest of the paper, so that its findings are kept as long as the
 * prose stays. An OSGi service; thread-safe: several blocks are judged at once.
 */
public interface BlockAssistant {

    /** Who it is, with the version: part of the key under which its findings are kept. */
    Origin origin();

    /** What its findings can be about; it is not asked when none of it is wanted. */
    Set<Category> categories();

    /** Whether it can judge text in that language, a BCP 47 tag. May be slow the first time, must not load a model or dictionary. */
    boolean supports(String language);

    /**
     * What it cannot do at present though it could, such as for want of a model that is not installed. Asked once for each check of a paper
     * with text that it supports or would support; must be quick.
     *
     * @param language a BCP 47 tag
     * @return one sentence for the author, with what to do
     */
    default Optional<String> limitation(String language) {
        return Optional.empty();
    }

    /**
     * Judges one block.
     *
     * @param block with prose; {@link Block#language()} is what to check it as
     * @param settings only {@link CheckSettings#rulesOff()} and {@link CheckSettings#rulesOn()} may be looked at: the rest is applied afterwards
     * @throws AssistException when the assistant cannot work at all; the others go on
     */
    List<BlockFinding> check(Block block, CheckSettings settings, CancelToken cancel) throws AssistException, CancelledException;

    /**
     * Adds to a finding of {@link #check} what is costly to know, such as the replacements of a misspelled word. Asked once for each
     * finding that is left when all filters are applied and overlapping findings are merged; the answer is kept like the finding.
     *
     * @param block the one that was judged, as it was judged
     * @return the same place with advice of the same rule and category
     */
    default BlockFinding complete(Block block, BlockFinding finding) {
        return finding;
    }
}
