package org.scholion.evaluation;

import java.util.List;
import java.util.function.Supplier;
import org.scholion.assist.Finding;
import org.scholion.text.TextRange;

/**
 * What a checker says about a place in the prose of a block.
 *
 * @param block the number of the block
 * @param range in its prose
 * @param rule the id of the rule
 * @param replacements asked for only where they are wanted, since LanguageTool looks them up then
 */
record Remark(int block, TextRange range, String rule, Supplier<List<String>> replacements) {

    /** The remark of a finding that has a place in the prose. */
    static Remark of(Finding finding) {
        Finding.Anchor anchor = finding.anchor().orElseThrow();
        return new Remark(anchor.blockIndex(), anchor.range(), finding.advice().rule(), () -> finding.advice().replacements());
    }
}
