package org.scholion.assist.language.internal.consistency.references;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Findings;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperBlock;
import org.scholion.assist.language.internal.consistency.PaperRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.text.TextRange;

/** A citation that touches the word before it, in a paper that parts them everywhere else. */
public final class CitationSpacingRule implements PaperRule<CitationSpacingRule.Facts> {

    private static final int HABIT = 6;
    private static final int SLIP_SHARE = 20;

    /** The citations behind a word: how many with a space before them, and where there is none. */
    public record Facts(int spaced, List<TextRange> tight) {
        public Facts {
            tight = List.copyOf(tight);
        }
    }

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.CITATION_SPACING);
    }

    @Override
    public Facts facts(BlockText text) {
        int spaced = 0;
        List<TextRange> tight = new ArrayList<>();
        if (text.kind().holdsSentences()) {
            for (Placeholder placeholder : text.placeholders()) {
                int at = placeholder.offset();
                if (placeholder.kind() != PlaceholderKind.CITATION || at == 0) {
                    continue;
                }
                char before = text.at(at - 1);
                if (BlockText.isSpace(before)) {
                    spaced++;
                } else if (Character.isLetterOrDigit(before) && text.isOpen(at)) {
                    int start = at - 1;
                    while (start > 0 && Character.isLetterOrDigit(text.at(start - 1))) {
                        start--;
                    }
                    tight.add(new TextRange(start, at));
                }
            }
        }
        return new Facts(spaced, tight);
    }

    @Override
    public void judge(Paper paper, List<Facts> facts, Findings findings) {
        int spaced = 0;
        int tight = 0;
        for (Facts ofBlock : facts) {
            spaced += ofBlock.spaced();
            tight += ofBlock.tight().size();
        }
        if (spaced < HABIT || tight > Math.max(1, spaced / SLIP_SHARE)) {
            return;
        }
        for (int i = 0; i < facts.size(); i++) {
            PaperBlock block = paper.blocks().get(i);
            for (TextRange word : facts.get(i).tight()) {
                String text = word.of(block.text().text());
                findings.add(Rule.CITATION_SPACING, block, word, List.of(text + " "), text);
            }
        }
    }
}
