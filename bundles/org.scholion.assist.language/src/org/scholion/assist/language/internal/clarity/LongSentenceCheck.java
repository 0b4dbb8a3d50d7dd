package org.scholion.assist.language.internal.clarity;

import java.util.List;
import java.util.Set;
import org.scholion.assist.language.internal.consistency.FunctionWords;
import org.scholion.manuscript.Prose;
import org.scholion.text.TextRange;

/** Sentences of more than 45 words; a formula, citation or reference counts as one. Proposes where to end them. */
final class LongSentenceCheck implements ClarityCheck {

    static final int LIMIT = 45;

    private static final int LEAST_PART = 6;
    private static final Set<String> LINKS = FunctionWords.set("""
            however therefore thus moreover furthermore consequently hence nevertheless nonetheless instead additionally otherwise similarly
            conversely accordingly""");
    private static final Set<String> SUBJECTS =
            FunctionWords.set("we it this these they that those the a an our its their there here such each all both one");
    private static final Set<String> COORDINATORS = Set.of("and", "but", "whereas", "while", "so");
    private static final Set<String> CLEAR_SUBJECTS = Set.of("we", "it", "this", "these", "they", "there");

    @Override
    public ClarityRule rule() {
        return ClarityRule.CLARITY_LONG_SENTENCE;
    }

    @Override
    public void look(Sentence sentence, Remarks remarks) {
        int count = sentence.size() + (int) sentence.text().chars().filter(c -> c == Prose.PLACEHOLDER).count();
        if (count <= LIMIT || sentence.text().indexOf('\n') >= 0) {
            return;
        }
        String words = Integer.toString(count);
        int semicolon = onlySemicolon(sentence);
        if (semicolon >= 0 && areMainClauses(sentence, semicolon)) {
            TextRange range = new TextRange(sentence.word(semicolon).end(), sentence.word(semicolon + 1).end());
            String next = sentence.word(semicolon + 1).text();
            remarks.add(Saying.LONG, range, List.of(". " + Rewrite.capitalised(next)), words);
            return;
        }
        int clause = secondClause(sentence);
        if (clause >= 0) {
            remarks.add(Saying.LONG_AT, sentence.span(clause, clause + 1), List.of(), words);
        } else {
            remarks.add(Saying.LONG, sentence.span(0, 0), List.of(), words);
        }
    }

    /** The word before the only semicolon of a sentence without colons and outside brackets, or -1. */
    private static int onlySemicolon(Sentence sentence) {
        String text = sentence.text();
        int at = text.indexOf(';');
        if (at < 0 || text.indexOf(';', at + 1) >= 0 || text.indexOf(':') >= 0 || isInBrackets(text, at)) {
            return -1;
        }
        for (int i = 0; i + 1 < sentence.size(); i++) {
            if (sentence.gap(i).equals("; ")) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isInBrackets(String text, int offset) {
        int depth = 0;
        for (int i = 0; i < offset; i++) {
            depth += "([{“".indexOf(text.charAt(i)) >= 0 ? 1 : ")]}”".indexOf(text.charAt(i)) >= 0 ? -1 : 0;
        }
        return depth != 0;
    }

    /** Whether both sides have a verb with a tense, and the second one begins as a sentence does. */
    private static boolean areMainClauses(Sentence sentence, int before) {
        int start = before + 1;
        boolean linked = LINKS.contains(sentence.lower(start)) && sentence.gap(start).startsWith(",");
        return (linked || SUBJECTS.contains(sentence.lower(start)))
                && before + 1 >= LEAST_PART
                && sentence.size() - start >= LEAST_PART
                && hasFinite(sentence, 0, before)
                && hasFinite(sentence, start, sentence.size() - 1);
    }

    private static boolean hasFinite(Sentence sentence, int first, int last) {
        for (int i = first; i <= last; i++) {
            if (sentence.isFinite(i)) {
                return true;
            }
        }
        return false;
    }

    /** Where ", and we …" begins another main clause in the middle, nearest to it; -1 when nowhere. */
    private static int secondClause(Sentence sentence) {
        int best = -1;
        int middle = sentence.size() / 2;
        for (int i = LEAST_PART; i + LEAST_PART < sentence.size(); i++) {
            boolean begins = COORDINATORS.contains(sentence.lower(i))
                    && sentence.gap(i - 1).equals(", ")
                    && sentence.joinsNext(i)
                    && CLEAR_SUBJECTS.contains(sentence.lower(i + 1))
                    && !isInBrackets(sentence.text(), sentence.word(i).start() - sentence.range().start());
            if (begins && sentence.isFinite(i + 2) && Math.abs(i - middle) < Math.abs(best - middle)) {
                best = i;
            }
        }
        return best;
    }
}
