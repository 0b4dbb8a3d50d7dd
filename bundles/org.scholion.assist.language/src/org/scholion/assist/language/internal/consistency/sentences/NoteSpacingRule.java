package org.scholion.assist.language.internal.consistency.sentences;

import java.util.List;
import java.util.Set;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Findings;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperBlock;
import org.scholion.assist.language.internal.consistency.PaperRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.text.TextRange;

/** A space before a note mark in LaTeX. The prose does not show it, the source does. */
public final class NoteSpacingRule implements PaperRule<Boolean> {

    private static final String COMMAND = "\\footnote";
    /** How far behind the command the note may begin: optional arguments stand between. */
    private static final int MAX_ARGUMENTS = 40;

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.NOTE_SPACING);
    }

    /** Whether the block is a note. */
    @Override
    public Boolean facts(BlockText text) {
        return text.kind() == BlockKind.FOOTNOTE;
    }

    @Override
    public void judge(Paper paper, List<Boolean> facts, Findings findings) {
        for (int i = 0; i < facts.size() && paper.manuscript().format().equals("latex"); i++) {
            if (facts.get(i)) {
                PaperBlock block = paper.blocks().get(i);
                SourceRange note = block.block().range();
                paper.manuscript().source(note.unit()).ifPresent(source -> judge(source, note, findings));
            }
        }
    }

    private static void judge(SourceText source, SourceRange note, Findings findings) {
        String text = source.text();
        int end = text.lastIndexOf(COMMAND, note.range().start());
        boolean elsewhere = text.startsWith(COMMAND + "text", end) || text.startsWith(COMMAND + "mark", end);
        if (end < 0 || elsewhere || note.range().start() - end > MAX_ARGUMENTS) {
            return;
        }
        int start = end;
        while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        int line = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
        boolean comment = text.substring(line, start).indexOf('%') >= 0;
        boolean word = start > 0 && (Character.isLetter(text.charAt(start - 1)) || ".,;:)}$".indexOf(text.charAt(start - 1)) >= 0);
        boolean paragraph = text.substring(start, end).chars().filter(c -> c == '\n').count() > 1;
        if (start < end && word && !comment && !paragraph) {
            findings.add(Rule.NOTE_SPACING, new SourceRange(note.unit(), new TextRange(start, end)), List.of(""));
        }
    }
}
