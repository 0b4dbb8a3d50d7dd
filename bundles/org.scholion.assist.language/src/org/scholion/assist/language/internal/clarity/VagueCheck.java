package org.scholion.assist.language.internal.clarity;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.scholion.assist.language.internal.consistency.FunctionWords;

/** Words that leave open how much or which: those of degree of the list, "various" things and "several aspects" that nobody names. */
final class VagueCheck implements ClarityCheck {

    private static final Set<String> DEFINITE = Set.of("the", "these", "those", "its", "their", "our", "all", "at");
    private static final Set<String> MANY = Set.of("several", "various", "many", "numerous", "some", "certain", "different", "multiple");
    private static final Set<String> THINGS =
            FunctionWords.set("aspects issues things considerations matters respects circumstances factors");
    /** What follows names them, or says where they are named. */
    private static final Pattern NAMED = Pattern.compile("\\b(?:such as|including|includes?|namely|e\\.g|i\\.e|for example|for instance|like"
            + "|(?:as )?follow(?:s|ing)|below|ranging|from|of (?:this|these|the))\\b|[:(—–]");
    private static final Pattern LISTED_NEXT = Pattern.compile(
            "^\\W*(?:First|Firstly|One|These|They|Among|For example|For instance|Examples|e\\.g)\\b");

    private final PhraseCheck degrees;

    VagueCheck(English english) {
        degrees = new PhraseCheck(Saying.DEGREE, PhraseList.read("vague.txt", english));
    }

    @Override
    public ClarityRule rule() {
        return ClarityRule.CLARITY_VAGUE;
    }

    @Override
    public void look(Sentence sentence, Remarks remarks) {
        degrees.look(sentence, remarks);
        for (int i = 0; i < sentence.size(); i++) {
            String word = sentence.lower(i);
            if (word.equals("various") && isIndefinite(sentence, i) && !isNamed(sentence, i)) {
                remarks.add(Saying.WHICH, sentence.span(i, i), List.of());
            } else if (THINGS.contains(word) && MANY.contains(sentence.lower(i - 1)) && sentence.joinsNext(i - 1)) {
                if (!sentence.lower(i - 1).equals("various") && !isNamed(sentence, i)) {
                    remarks.add(Saying.WHICH, sentence.span(i - 1, i), List.of());
                }
            } else if (word.equals("a") && sentence.lower(i + 1).equals("number") && sentence.lower(i + 2).equals("of")) {
                aNumber(sentence, i, remarks);
            }
        }
    }

    private static boolean isIndefinite(Sentence sentence, int various) {
        return sentence.is(various + 1, "NN", "JJ") && !DEFINITE.contains(sentence.lower(various - 1));
    }

    private static void aNumber(Sentence sentence, int article, Remarks remarks) {
        int of = article + 2;
        boolean counted = sentence.is(of + 1, "NNS", "JJ", "VBN") && !sentence.is(of + 1, "CD");
        if (sentence.isRun(article, of + 1) && counted && !isNamed(sentence, of)) {
            remarks.add(Saying.WHICH, sentence.span(article, of), List.of("several"));
        }
    }

    /** Whether the sentence goes on to name them, cites, or refers to a figure or table, or the next sentence begins to name them. */
    private static boolean isNamed(Sentence sentence, int index) {
        if (NAMED.matcher(sentence.behind(index)).find()) {
            return true;
        }
        if (sentence.hasSource() || sentence.hasReference()) {
            return true;
        }
        return LISTED_NEXT.matcher(sentence.block().text().substring(sentence.range().end())).find();
    }
}
