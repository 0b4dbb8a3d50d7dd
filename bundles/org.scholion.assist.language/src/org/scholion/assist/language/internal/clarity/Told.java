package org.scholion.assist.language.internal.clarity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.manuscript.Block;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/**
 * Turns what the checks say about a sentence into findings: leaves out what is not the author's own words, fits the replacements into
 * the text, and drops those that would not keep the meaning. Not thread-safe.
 */
final class Told implements ClarityCheck.Remarks {

    private final Block block;
    private final BlockText text;
    private final Sentence sentence;
    private final List<BlockFinding> found;

    /** @param found takes the findings */
    Told(Block block, BlockText text, Sentence sentence, List<BlockFinding> found) {
        this.block = block;
        this.text = text;
        this.sentence = sentence;
        this.found = found;
    }

    /** What to write, as the check proposed it, and the edit that does it. */
    private record Proposal(String words, TextEdit edit) {}

    @Override
    public void add(Saying saying, TextRange words, List<String> replacements, String more) {
        if (!isOwn(words)) {
            return;
        }
        List<Proposal> proposals = new ArrayList<>();
        for (String replacement : replacements) {
            Optional<TextEdit> edit = Rewrite.of(sentence, words, replacement);
            if (edit.isPresent() && isOwn(edit.get().range()) && isKept(edit.get())) {
                proposals.add(new Proposal(replacement, edit.get()));
            }
        }
        TextRange range = words;
        for (Proposal proposal : proposals) {
            range = range.hull(proposal.edit().range());
        }
        List<String> written = new ArrayList<>();
        for (Proposal proposal : proposals) {
            written.add(widened(proposal.edit(), range));
        }
        String shown = proposals.isEmpty() ? "" : shown(proposals.getFirst(), words);
        String message = proposals.isEmpty() ? saying.ask() : shown.isEmpty() ? saying.leaveOut() : saying.write();
        found.add(new BlockFinding(range, saying.rule().advice(message, written, words.of(text.text()), shown, more)));
    }

    /** What to write for the words alone, with its capital letter where it is to have one. */
    private static String shown(Proposal proposal, TextRange words) {
        boolean exact = proposal.edit().range().equals(words) && !proposal.words().isEmpty();
        return exact ? proposal.edit().replacement() : proposal.words();
    }

    private String widened(TextEdit edit, TextRange range) {
        return text.text().substring(range.start(), edit.range().start())
                + edit.replacement()
                + text.text().substring(edit.range().end(), range.end());
    }

    /** Whether words are the author's: not quoted, not of another language, not emphasised, not printed by a macro, no formula. */
    private boolean isOwn(TextRange words) {
        if (block.prose().map().hasExpansion(words) || block.prose().hasPlaceholder(words)) {
            return false;
        }
        for (int i = words.start(); i < words.end(); i++) {
            if (!text.isOpen(i) || text.isEmphasised(i)) {
                return false;
            }
        }
        return !isQuoted(words.start());
    }

    /** Whether a quotation mark is open in the sentence. */
    private boolean isQuoted(int offset) {
        int curly = 0;
        int straight = 0;
        for (int i = sentence.range().start(); i < offset; i++) {
            char c = text.at(i);
            curly += c == '“' || c == '«' ? 1 : c == '”' || c == '»' ? -1 : 0;
            straight += c == '"' ? 1 : 0;
        }
        return curly > 0 || straight % 2 == 1;
    }

    private boolean isKept(TextEdit edit) {
        TextRange range = sentence.range();
        String after = text.text().substring(range.start(), edit.range().start())
                + edit.replacement()
                + text.text().substring(edit.range().end(), Math.max(range.end(), edit.range().end()));
        return KeptMeaning.isKept(sentence.text(), after);
    }
}
