package org.scholion.assist.language.internal.clarity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scholion.assist.language.internal.consistency.FunctionWords;

/**
 * Passives that hide who acted, or put him last: "was measured by us", "it was found that". The passive of methods, where it does not
 * matter who acts, is left alone.
 */
final class PassiveCheck implements ClarityCheck {

    private static final Set<String> FOUND = FunctionWords.set("""
            found shown observed seen demonstrated concluded determined discovered noticed established noted""");
    private static final Set<String> ADVERBS = FunctionWords.set("""
            also then thus therefore further here previously recently first later earlier already""");
    private static final Set<String> EARLIER = Set.of("recently", "previously", "earlier", "first", "later", "already");
    private static final Map<String, String> OBJECTS =
            Map.of("they", "them", "he", "him", "she", "her", "it", "it", "this", "this", "these", "these");
    private static final int SUBJECT_WORDS = 8;

    @Override
    public ClarityRule rule() {
        return ClarityRule.CLARITY_PASSIVE;
    }

    @Override
    public void look(Sentence sentence, Remarks remarks) {
        for (int i = 1; i < sentence.size(); i++) {
            if (sentence.lower(i).equals("by") && sentence.isRun(i - 1, i + 1)) {
                agent(sentence, i, remarks);
            } else if (sentence.lower(i).equals("that") && FOUND.contains(sentence.lower(i - 1)) && sentence.joinsNext(i - 1)) {
                frame(sentence, i, remarks);
            }
        }
    }

    /** be, participle, by us. */
    private static void agent(Sentence sentence, int by, Remarks remarks) {
        String next = sentence.lower(by + 1);
        // where a source is named they may be its authors
        boolean authors = !sentence.hasSource() && next.equals("the") && sentence.lower(by + 2).equals("authors") && sentence.isRun(by, by + 2)
                && !(sentence.joinsNext(by + 2) && Set.of("of", "in", "who", "and").contains(sentence.lower(by + 2 + 1)));
        if (!next.equals("us") && !authors || next.equals("us") && sentence.joinsNext(by + 1) && sentence.lower(by + 2).equals("and")) {
            return;
        }
        int last = authors ? by + 2 : by + 1;
        int participle = by - 1;
        int be = participle - 1;
        while (ADVERBS.contains(sentence.lower(be)) && sentence.joinsNext(be)) {
            be--;
        }
        Optional<String> tense = Verbs.tense(sentence.lower(be));
        if (!sentence.is(participle, "VBN") || tense.isEmpty() || !sentence.isRun(be, participle)) {
            return;
        }
        String subject = authors ? "the authors" : "we";
        boolean frame = be == 1 && sentence.lower(0).equals("it") && sentence.lower(last + 1).equals("that");
        if (frame && sentence.isRun(0, last + 1)) {
            Optional<String> active = active(sentence, be, participle, tense.get());
            remarks.add(Saying.AGENT, sentence.span(0, last), active.map(verb -> List.of(subject + ' ' + verb)).orElse(List.of()));
            return;
        }
        Optional<String> active = isSimpleSubject(sentence, be) ? active(sentence, be, participle, tense.get()) : Optional.empty();
        if (active.isPresent()) {
            remarks.add(Saying.AGENT, sentence.span(0, last), List.of(subject + ' ' + active.get() + ' ' + object(sentence, be - 1)));
        } else {
            remarks.add(Saying.AGENT, sentence.span(be, last), List.of());
        }
    }

    /** The verb with its adverbs, as an active subject in the plural has it. */
    private static Optional<String> active(Sentence sentence, int be, int participle, String tense) {
        String adverbs = participle - be > 1 ? sentence.text(be + 1, participle - 1) + ' ' : "";
        return sentence.lemma(participle, "VBN").flatMap(lemma -> sentence.english().form(lemma, tense)).map(verb -> adverbs + verb);
    }

    /** Whether the sentence begins with a noun phrase without a verb, formula or comma, up to a form of be. */
    private static boolean isSimpleSubject(Sentence sentence, int be) {
        if (be < 1 || be > SUBJECT_WORDS || !sentence.isRun(0, be) || !sentence.gap(-1).isEmpty()) {
            return false;
        }
        if (be == 1 && OBJECTS.containsKey(sentence.lower(0))) {
            return true;
        }
        if (!sentence.isOnly(0, "DT", "PRP$", "JJ", "NNS", "CD") || sentence.is(0, "NNP", "WDT") || isName(sentence)) {
            return false;
        }
        for (int i = 1; i < be; i++) {
            if (!sentence.is(i, "NN", "JJ", "CD", "DT") && !sentence.lower(i).equals("of") || sentence.is(i, "NNP")) {
                return false;
            }
        }
        return sentence.is(be - 1, "NN");
    }

    /** Whether the first word keeps its capital letter inside a sentence. */
    private static boolean isName(Sentence sentence) {
        String word = sentence.word(0).text();
        return word.substring(1).chars().anyMatch(Character::isUpperCase)
                || sentence.readings(0).stream().anyMatch(reading -> Character.isUpperCase(reading.lemma().charAt(0)));
    }

    private static String object(Sentence sentence, int last) {
        String words = sentence.text(0, last);
        String pronoun = last == 0 ? OBJECTS.get(sentence.lower(0)) : null;
        return pronoun != null ? pronoun : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /** it was found that; where a source is named it is clear who found it. */
    private static void frame(Sentence sentence, int that, Remarks remarks) {
        int participle = that - 1;
        int be = participle - 1;
        while (ADVERBS.contains(sentence.lower(be)) && sentence.joinsNext(be)) {
            be--;
        }
        boolean perfect = sentence.lower(be).equals("been") && (sentence.lower(be - 1).equals("has") || sentence.lower(be - 1).equals("had"));
        int it = perfect ? be - 2 : be - 1;
        Optional<String> tense = Verbs.tense(sentence.lower(be));
        if (it < 0 || !sentence.lower(it).equals("it") || !sentence.isRun(it, that) || !perfect && tense.isEmpty()
                || sentence.hasSource() || sentence.hasSourceNext() || isSubordinate(sentence, it)) {
            return;
        }
        if (perfect || isEarlier(sentence, it - 1) || isEarlier(sentence, be + 1)) {
            remarks.add(Saying.NOBODY, sentence.span(it, that), List.of());
            return;
        }
        Optional<String> active = active(sentence, be, participle, tense.orElseThrow());
        remarks.add(Saying.NOBODY, sentence.span(it, that), active.map(verb -> List.of("we " + verb + " that")).orElse(List.of()));
    }

    /** What was found earlier was found by somebody else. */
    private static boolean isEarlier(Sentence sentence, int index) {
        return EARLIER.contains(sentence.lower(index));
    }

    /** "since it was found that" may be anybody's finding. */
    private static boolean isSubordinate(Sentence sentence, int it) {
        return sentence.joinsNext(it - 1)
                && Set.of("since", "because", "as", "when", "where", "if", "until", "after", "before", "although", "though", "which")
                        .contains(sentence.lower(it - 1));
    }
}
