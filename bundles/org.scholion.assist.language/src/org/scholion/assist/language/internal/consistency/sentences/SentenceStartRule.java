package org.scholion.assist.language.internal.consistency.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Findings;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperBlock;
import org.scholion.assist.language.internal.consistency.PaperRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.text.TextRange;

/** Sentences that begin with a formula or a number in digits. Not in lists and captions, which have their own habits. */
public final class SentenceStartRule implements PaperRule<List<SentenceStartRule.Start>> {

    /** A sentence that begins so; {@code opens} when it is the first of its block. */
    public record Start(TextRange range, boolean symbol, boolean opens) {}

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.SENTENCE_START_SYMBOL, Rule.SENTENCE_START_NUMERAL);
    }

    @Override
    public List<Start> facts(BlockText text) {
        boolean read = text.kind() == BlockKind.PARAGRAPH || text.kind() == BlockKind.ABSTRACT;
        if (!read || text.language().equals("zh")) {
            return List.of();
        }
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < text.sentences().size(); i++) {
            TextRange sentence = text.sentences().get(i);
            char c = text.at(sentence.start());
            boolean ended = i == 0 || endsPlainly(text, text.sentences().get(i - 1));
            if (c == '\uFFFC' && ended && isSymbol(text, sentence.start())) {
                starts.add(new Start(TextRange.ofLength(sentence.start(), 1), true, i == 0));
            } else if (Character.isDigit(c) && ended) {
                addNumeral(text, sentence, i == 0, starts);
            }
        }
        return List.copyOf(starts);
    }

    /** With a full stop behind a word, a bracket or a formula: behind an abbreviation or a number one never knows. */
    private static boolean endsPlainly(BlockText text, TextRange sentence) {
        char last = text.at(sentence.end() - 1);
        char before = text.at(sentence.end() - 2);
        boolean word = Character.isLetter(before) && Character.isLetter(text.at(sentence.end() - 3)) || before == ')' || before == '\uFFFC';
        return last == '.' && word;
    }

    /** A formula that is the subject of what follows, not a label such as the name of a theorem or an item. */
    private static boolean isSymbol(BlockText text, int offset) {
        boolean formula = text.placeholderAt(offset) == PlaceholderKind.INLINE_MATH;
        return formula && BlockText.isSpace(text.at(offset + 1)) && Character.isLowerCase(text.at(offset + 2));
    }

    private static void addNumeral(BlockText text, TextRange sentence, boolean opens, List<Start> starts) {
        int end = sentence.start();
        while (end < sentence.end() && (Character.isDigit(text.at(end)) || ".,".indexOf(text.at(end)) >= 0 && Character.isDigit(text.at(end + 1)))) {
            end++;
        }
        if (text.at(end) == '%') {
            end++;
        }
        boolean wordFollows = BlockText.isSpace(text.at(end)) && Character.isLowerCase(text.at(end + 1)) && Character.isLetter(text.at(end + 2));
        if (wordFollows) {
            starts.add(new Start(new TextRange(sentence.start(), end), false, opens));
        }
    }

    @Override
    public void judge(Paper paper, List<List<Start>> facts, Findings findings) {
        for (int i = 0; i < facts.size(); i++) {
            PaperBlock block = paper.blocks().get(i);
            for (Start start : facts.get(i)) {
                if (!start.opens() || beginsAnew(paper, block)) {
                    Rule rule = start.symbol() ? Rule.SENTENCE_START_SYMBOL : Rule.SENTENCE_START_NUMERAL;
                    findings.add(rule, block, start.range(), List.of(), start.range().of(block.text().text()));
                }
            }
        }
    }

    /** Whether the paragraph follows another that ended with a sentence, not a formula or listing that it continues. */
    private static boolean beginsAnew(Paper paper, PaperBlock block) {
        if (block.index() == 0) {
            return false;
        }
        var before = paper.manuscript().blocks().get(block.index() - 1);
        return before.kind() == BlockKind.PARAGRAPH && before.prose().text().endsWith(".");
    }
}
