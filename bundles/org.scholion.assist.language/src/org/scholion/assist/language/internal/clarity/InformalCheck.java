package org.scholion.assist.language.internal.clarity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words of talk: contractions, "a lot of", and those of the list. */
final class InformalCheck implements ClarityCheck {

    private static final Map<String, String> WHOLE = Map.of(
            "won't", "will not", "can't", "cannot", "shan't", "shall not", "let's", "let us", "ain't", "is not", "i'm", "I am");
    private static final Map<String, String> ENDINGS = Map.of("'re", " are", "'ve", " have", "'ll", " will");
    private static final Set<String> IS = Set.of(
            "it's", "that's", "there's", "here's", "what's", "who's", "he's", "she's", "where's", "how's");
    private static final Set<String> AMOUNTS = Set.of("more", "less", "fewer");
    private static final Set<String> ASKED =
            Set.of("i", "we", "you", "he", "she", "it", "they", "this", "that", "these", "those", "there", "the", "one");

    private final PhraseCheck list;

    InformalCheck(English english) {
        list = new PhraseCheck(Saying.INFORMAL, PhraseList.read("informal.txt", english));
    }

    @Override
    public ClarityRule rule() {
        return ClarityRule.CLARITY_INFORMAL;
    }

    @Override
    public void look(Sentence sentence, Remarks remarks) {
        list.look(sentence, remarks);
        for (int i = 0; i < sentence.size(); i++) {
            String word = sentence.lower(i);
            if (word.indexOf('\'') > 0) {
                contraction(sentence, i, remarks);
            } else if (word.equals("lot") && sentence.lower(i - 1).equals("a") || word.equals("lots")) {
                aLot(sentence, i, remarks);
            }
        }
    }

    private static void contraction(Sentence sentence, int index, Remarks remarks) {
        if (isName(sentence, index) || isMisspelledPossessive(sentence, index)) {
            return;
        }
        String word = sentence.lower(index);
        boolean question = sentence.joinsNext(index) && ASKED.contains(sentence.lower(index + 1));
        if (word.endsWith("'d") && ASKED.contains(word.substring(0, word.length() - 2))) {
            remarks.add(Saying.INFORMAL, sentence.span(index, index), List.of());
        }
        Optional<String> full = full(sentence, index);
        if (full.isPresent()) {
            boolean turned = word.endsWith("n't") && question && sentence.text().endsWith("?");
            remarks.add(Saying.INFORMAL, sentence.span(index, index), turned ? List.of() : List.of(full.get()));
        }
    }

    /** "it's inventor" is another mistake. */
    private static boolean isMisspelledPossessive(Sentence sentence, int index) {
        return sentence.lower(index).equals("it's") && sentence.joinsNext(index) && sentence.isOnly(index + 1, "NN");
    }

    /** "Don't Repeat Yourself" is what a principle is called. */
    private static boolean isName(Sentence sentence, int index) {
        if (!Character.isUpperCase(sentence.word(index).text().charAt(0)) || index + 1 >= sentence.size()) {
            return false;
        }
        String next = sentence.word(index + 1).text();
        return next.length() > 1 && Character.isUpperCase(next.charAt(0)) && Character.isLowerCase(next.charAt(1));
    }

    private static Optional<String> full(Sentence sentence, int index) {
        String word = sentence.lower(index);
        if (WHOLE.containsKey(word)) {
            return Optional.of(WHOLE.get(word));
        }
        if (IS.contains(word)) {
            boolean has = sentence.joinsNext(index)
                    && (sentence.lower(index + 1).equals("been") || sentence.lower(index + 1).equals("got"));
            return Optional.of(word.substring(0, word.length() - 2) + (has ? " has" : " is"));
        }
        if (word.endsWith("n't")) {
            return Optional.of(word.substring(0, word.length() - 3) + " not");
        }
        for (Map.Entry<String, String> ending : ENDINGS.entrySet()) {
            if (word.endsWith(ending.getKey())) {
                String pronoun = word.substring(0, word.length() - 3);
                return Optional.of((pronoun.equals("i") ? "I" : pronoun) + ending.getValue());
            }
        }
        return Optional.empty();
    }

    /** "many" before what is counted, "much" before what is not. */
    private static void aLot(Sentence sentence, int lot, Remarks remarks) {
        int first = sentence.lower(lot).equals("lots") ? lot : lot - 1;
        String next = sentence.joinsNext(lot) ? sentence.lower(lot + 1) : "";
        if (sentence.joinsNext(lot) && sentence.isOnly(lot + 1, "JJR", "RBR") && !AMOUNTS.contains(next)) {
            remarks.add(Saying.INFORMAL, sentence.span(first, lot), List.of("much"));
        } else if (AMOUNTS.contains(next)) {
            boolean counted = next.equals("more") && sentence.is(lot + 2, "NNS") && sentence.joinsNext(lot + 1);
            remarks.add(Saying.INFORMAL, sentence.span(first, lot + 1), List.of((counted ? "many " : "much ") + next));
        } else if (next.equals("of")) {
            int last = lot + 1;
            boolean the = Set.of("the", "these", "those", "our", "their", "its").contains(sentence.lower(last + 1));
            Optional<String> amount = amount(sentence, last + (the ? 2 : 1));
            remarks.add(
                    Saying.INFORMAL,
                    sentence.span(first, last),
                    amount.map(word -> List.of(the ? word + " of" : word)).orElse(List.of()));
        } else if (first < lot && !sentence.is(lot + 1, "NN") && sentence.isOnly(first - 1, "VB", "NN")) {
            remarks.add(Saying.INFORMAL, sentence.span(first, lot), List.of());
        }
    }

    /** By the first noun from here on, which adjectives and other nouns may precede. */
    private static Optional<String> amount(Sentence sentence, int from) {
        int noun = from;
        while (sentence.joinsNext(noun)
                && sentence.is(noun, "JJ", "NN", "VBG")
                && !sentence.is(noun, "NNS")
                && sentence.is(noun + 1, "NN")
                && !sentence.is(noun + 1, "VBZ")) {
            noun++;
        }
        if (sentence.lower(noun).equals("data")) {
            return Optional.of("much");
        }
        boolean uncounted = sentence.is(noun, "NN:U");
        if (sentence.is(noun, "NNS")) {
            return uncounted ? Optional.empty() : Optional.of("many");
        }
        return uncounted ? Optional.of("much") : Optional.empty();
    }
}
