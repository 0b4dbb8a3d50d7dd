package org.scholion.assist.language.internal.consistency.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Findings;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.text.TextRange;

/** Straight quotation marks where one opens. LaTeX sets a straight mark as a closing one, so an opening one comes out wrong. */
public final class StraightQuotesRule implements PaperRule<List<TextRange>> {

    /** Packages make quotation marks that follow the language of it. */
    private static final List<String> MADE_ACTIVE = List.of("\\MakeOuterQuote", "\\MakeAutoQuote", "\\shorthandon", "\\useshorthands");

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.STRAIGHT_QUOTES);
    }

    @Override
    public List<TextRange> facts(BlockText text) {
        List<TextRange> opening = new ArrayList<>();
        int at = text.kind().holdsSentences() && text.isEnglish() ? text.text().indexOf('"') : -1;
        while (at >= 0) {
            boolean call = text.at(at - 1) == '(' && Character.isLetter(text.at(at - 2));
            boolean opens = at == 0 || BlockText.isSpace(text.at(at - 1)) || "([–—".indexOf(text.at(at - 1)) >= 0;
            boolean wordFollows = Character.isLetter(text.at(at + 1));
            if (opens && !call && wordFollows && text.isOpen(at) && text.text().indexOf('"', at + 1) > 0) {
                opening.add(TextRange.ofLength(at, 1));
            }
            at = text.text().indexOf('"', at + 1);
        }
        return List.copyOf(opening);
    }

    @Override
    public void judge(Paper paper, List<List<TextRange>> facts, Findings findings) {
        boolean latex = paper.manuscript().format().equals("latex");
        if (!latex || facts.stream().allMatch(List::isEmpty) || isActive(paper)) {
            return;
        }
        for (int i = 0; i < facts.size(); i++) {
            for (TextRange mark : facts.get(i)) {
                findings.add(Rule.STRAIGHT_QUOTES, paper.blocks().get(i), mark, List.of("“"));
            }
        }
    }

    private static boolean isActive(Paper paper) {
        return paper.manuscript().sources().stream().anyMatch(source -> MADE_ACTIVE.stream().anyMatch(source.text()::contains));
    }
}
