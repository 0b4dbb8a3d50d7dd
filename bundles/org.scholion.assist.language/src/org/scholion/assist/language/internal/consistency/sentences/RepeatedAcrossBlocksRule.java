package org.scholion.assist.language.internal.consistency.sentences;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Findings;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperBlock;
import org.scholion.assist.language.internal.consistency.PaperRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.assist.language.internal.consistency.Word;
import org.scholion.manuscript.BlockKind;

/** A sentence that a figure, page or file parts in two, with the word before the break repeated behind it. */
public final class RepeatedAcrossBlocksRule implements PaperRule<RepeatedAcrossBlocksRule.Ends> {

    /** The first word of a block, when it may continue a sentence, and the last one, when the sentence is not over. */
    public record Ends(Optional<Word> first, Optional<Word> last) {}

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.WORD_REPEATED);
    }

    @Override
    public Ends facts(BlockText text) {
        List<Word> words = text.words();
        if (words.isEmpty() || text.kind() != BlockKind.PARAGRAPH) {
            return new Ends(Optional.empty(), Optional.empty());
        }
        Word first = words.getFirst();
        Word last = words.getLast();
        boolean continues = first.start() == 0 && Character.isLowerCase(first.text().charAt(0)) && first.open();
        return new Ends(
                continues ? Optional.of(first) : Optional.empty(),
                last.end() == text.text().length() ? Optional.of(last) : Optional.empty());
    }

    @Override
    public void judge(Paper paper, List<Ends> facts, Findings findings) {
        int before = -1;
        for (int i = 0; i < facts.size(); i++) {
            PaperBlock block = paper.blocks().get(i);
            BlockKind kind = block.block().kind();
            if (kind == BlockKind.PARAGRAPH) {
                if (before >= 0 && facts.get(before).last().isPresent() && facts.get(i).first().isPresent()) {
                    judge(facts.get(before).last().get(), facts.get(i).first().get(), block, findings);
                }
                before = i;
            } else if (kind != BlockKind.CAPTION && kind != BlockKind.FOOTNOTE && kind != BlockKind.TABLE_CELL) {
                before = -1;
            }
        }
    }

    private static void judge(Word last, Word first, PaperBlock block, Findings findings) {
        if (RepeatedWords.isOneTooMany(last, first, block.text().language())) {
            findings.add(Rule.WORD_REPEATED, block, first.range(), List.of(""), first.text());
        }
    }
}
