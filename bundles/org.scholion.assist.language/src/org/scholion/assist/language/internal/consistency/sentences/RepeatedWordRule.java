package org.scholion.assist.language.internal.consistency.sentences;

import java.util.List;
import java.util.Set;
import org.scholion.assist.language.internal.consistency.BlockRule;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Notes;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.assist.language.internal.consistency.Word;

/** The same word twice in a row. The prose has no line ends, so those at the end and beginning of lines and files are found as well. */
public final class RepeatedWordRule implements BlockRule {

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.WORD_REPEATED);
    }

    @Override
    public void judge(BlockText text, Notes notes) {
        if (!text.kind().holdsSentences() || text.language().equals("zh")) {
            return;
        }
        List<Word> words = text.words();
        for (int i = 0; i + 1 < words.size(); i++) {
            Word first = words.get(i);
            Word second = words.get(i + 1);
            boolean emphasised = text.isEmphasised(first.start()) != text.isEmphasised(second.start());
            // a line of its own is a gloss or verse, which follows another language
            boolean gloss = first.start() > 0 && text.at(first.start() - 1) == '\n';
            if (text.joinsNext(i) && !gloss && !second.first() && !emphasised && RepeatedWords.isOneTooMany(first, second, text.language())
                    && !isThrice(words, i)) {
                notes.add(Rule.WORD_REPEATED, first.range().hull(second.range()), List.of(first.text()), second.text());
            }
        }
    }

    /** An example of a text, such as "la la la". */
    private static boolean isThrice(List<Word> words, int index) {
        String lower = words.get(index).lower();
        boolean before = index > 0 && words.get(index - 1).lower().equals(lower);
        return before || index + 2 < words.size() && words.get(index + 2).lower().equals(lower);
    }
}
