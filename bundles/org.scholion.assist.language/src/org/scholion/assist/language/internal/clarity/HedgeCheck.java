package org.scholion.assist.language.internal.clarity;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Two hedges for one doubt: "may possibly", "it is possible that … may", and those of the list. */
final class HedgeCheck implements ClarityCheck {

    private static final Set<String> MODALS = Set.of("may", "might", "could");
    private static final Set<String> ADVERBS = Set.of("possibly", "perhaps", "potentially", "conceivably", "maybe");
    private static final Set<String> BETWEEN = Set.of("also", "then", "thus", "therefore", "in", "turn", "be", "have", "even", "still");
    private static final Set<String> CLAUSE_END =
            Set.of("that", "which", "who", "if", "when", "while", "because", "and", "but", "or", "whether");
    private static final Pattern MARK = Pattern.compile("[,;:()—–]");
    private static final int SUBJECT_WORDS = 9;

    private final PhraseCheck list;

    HedgeCheck(English english) {
        list = new PhraseCheck(Saying.HEDGING, PhraseList.read("hedges.txt", english));
    }

    @Override
    public ClarityRule rule() {
        return ClarityRule.CLARITY_HEDGING;
    }

    @Override
    public void look(Sentence sentence, Remarks remarks) {
        list.look(sentence, remarks);
        for (int i = 0; i < sentence.size(); i++) {
            if (ADVERBS.contains(sentence.lower(i))) {
                behindModal(sentence, i, remarks);
            } else if (sentence.lower(i).equals("possible") && isPossibleThat(sentence, i)) {
                beforeModal(sentence, i, remarks);
            }
        }
    }

    /** may (be) possibly. */
    private static void behindModal(Sentence sentence, int adverb, Remarks remarks) {
        int at = adverb - 1;
        while (BETWEEN.contains(sentence.lower(at)) && sentence.joinsNext(at)) {
            at--;
        }
        boolean goesOn = sentence.joinsNext(adverb) && !CLAUSE_END.contains(sentence.lower(adverb + 1));
        if (MODALS.contains(sentence.lower(at)) && sentence.isRun(at, adverb) && goesOn && !isMonth(sentence, at)) {
            String kept = at == adverb - 1 ? sentence.text(at, at) : sentence.text(at, adverb - 1);
            remarks.add(Saying.HEDGING, sentence.span(at, adverb), List.of(kept));
        }
    }

    private static boolean isMonth(Sentence sentence, int index) {
        return index > 0 && sentence.word(index).text().equals("May");
    }

    private static boolean isPossibleThat(Sentence sentence, int possible) {
        return sentence.isRun(possible - 2, possible + 1)
                && sentence.lower(possible - 2).equals("it")
                && sentence.lower(possible - 1).equals("is")
                && sentence.lower(possible + 1).equals("that");
    }

    /** it is possible that … may. */
    private static void beforeModal(Sentence sentence, int possible, Remarks remarks) {
        int that = possible + 1;
        for (int i = that + 1; i < Math.min(sentence.size(), that + SUBJECT_WORDS); i++) {
            if (MARK.matcher(sentence.gap(i - 1)).find() || CLAUSE_END.contains(sentence.lower(i))) {
                return;
            }
            if (MODALS.contains(sentence.lower(i)) && !isMonth(sentence, i)) {
                remarks.add(Saying.HEDGING, sentence.span(possible - 2, that), List.of(""));
                return;
            }
            if (sentence.isFinite(i)) {
                return;
            }
        }
    }
}
