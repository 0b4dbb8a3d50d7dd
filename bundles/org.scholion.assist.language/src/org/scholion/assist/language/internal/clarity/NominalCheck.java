package org.scholion.assist.language.internal.clarity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scholion.assist.language.internal.consistency.FunctionWords;

/**
 * Actions that hide in nouns: "performed an analysis of" for "analysed", and "an analysis of the data was performed". The phrases of
 * the list besides.
 */
final class NominalCheck implements ClarityCheck {

    private static final Set<String> EMPTY_VERBS =
            Set.of("perform", "conduct", "make", "undertake", "do", "give", "provide", "carry", "accomplish");
    private static final Set<String> EMPTY_PARTICIPLES = Set.of("performed", "conducted", "undertaken", "accomplished");
    private static final Set<String> BE = Set.of("is", "are", "was", "were", "been", "be");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    private static final Set<String> FORMS = FunctionWords.set("""
            perform performs performed performing conduct conducts conducted conducting make makes made making undertake undertakes
            undertook undertaken undertaking do does did doing done give gives gave given giving provide provides provided providing carry
            carries carried carrying accomplish accomplishes accomplished accomplishing""");
    private static final int OBJECT_WORDS = 8;
    private static final String AMERICAN = "en-US";
    private static final String CANADIAN = "en-CA";

    private final PhraseCheck list;
    private final Map<String, Noun> nouns = new HashMap<>();

    /** What stands behind a noun in the file: British and American verb, and the prepositions that go. */
    private record Noun(String british, String american, Set<String> prepositions) {}

    NominalCheck(English english) {
        list = new PhraseCheck(Saying.NOMINALISED, PhraseList.read("nominal.txt", english));
        for (String line : PhraseList.lines("nouns.txt")) {
            String[] parts = line.split("\\s*[=;]\\s*");
            String[] verbs = parts[1].split("\\|");
            nouns.put(parts[0], new Noun(verbs[0], verbs[verbs.length - 1], FunctionWords.set(parts[2])));
        }
    }

    @Override
    public ClarityRule rule() {
        return ClarityRule.CLARITY_NOMINALISED;
    }

    @Override
    public void look(Sentence sentence, Remarks remarks) {
        list.look(sentence, remarks);
        for (int i = 0; i < sentence.size(); i++) {
            if (FORMS.contains(sentence.lower(i))) {
                activeVerb(sentence, i, remarks);
                if (EMPTY_PARTICIPLES.contains(sentence.lower(i)) || isCarriedOut(sentence, i)) {
                    passiveVerb(sentence, i, remarks);
                }
            }
        }
    }

    private static boolean isCarriedOut(Sentence sentence, int index) {
        return sentence.lower(index).equals("carried") && sentence.joinsNext(index) && sentence.lower(index + 1).equals("out");
    }

    /** perform, article, adjective, noun, preposition. */
    private void activeVerb(Sentence sentence, int verb, Remarks remarks) {
        int at = verb + 1;
        if (sentence.lower(verb).startsWith("carr")) {
            if (!sentence.lower(at).equals("out")) {
                return;
            }
            at++;
        }
        if (ARTICLES.contains(sentence.lower(at))) {
            at++;
        }
        Optional<Noun> noun = noun(sentence, at);
        int adjective = -1;
        if (noun.isEmpty()) {
            adjective = at;
            at++;
            noun = noun(sentence, at);
        }
        if (noun.isEmpty()
                || !sentence.isRun(verb, at + 1)
                || !noun.get().prepositions().contains(sentence.lower(at + 1))
                || sentence.lemma(verb, "VB").filter(EMPTY_VERBS::contains).isEmpty()
                || adjective >= 0 && !isPlainAdjective(sentence, adjective)
                || isPassive(sentence, verb)
                || isCausative(sentence, verb, adjective)) {
            return;
        }
        Optional<String> adverb = adjective < 0 ? Optional.of("") : sentence.english().adverb(sentence.lower(adjective));
        Optional<String> form = Verbs.like(sentence, verb, verbOf(noun.get(), sentence));
        List<String> replacements = adverb.isPresent() && form.isPresent()
                ? List.of((adverb.get() + ' ' + form.get()).strip())
                : List.of();
        remarks.add(Saying.NOMINALISED, sentence.span(verb, at + 1), replacements);
    }

    /** Not compared with others, and no noun. */
    private static boolean isPlainAdjective(Sentence sentence, int index) {
        return sentence.is(index, "JJ") && sentence.isOnly(index, "JJ", "VBN", "VBD") && !sentence.is(index, "JJR", "JJS");
    }

    /** "makes the study of … possible", "makes accurate measurement of … difficult". */
    private static boolean isCausative(Sentence sentence, int verb, int adjective) {
        boolean make = sentence.lower(verb).startsWith("ma");
        String next = sentence.lower(verb + 1);
        return make && !next.equals("a") && !next.equals("an") && (adjective >= 0 || !next.endsWith("s"));
    }

    /** A participle behind a form of be, or behind the noun that it belongs to. */
    private static boolean isPassive(Sentence sentence, int verb) {
        boolean past = sentence.is(verb, "VBN", "VBD");
        return past && (BE.contains(sentence.lower(verb - 1)) || BE.contains(sentence.lower(verb - 2)));
    }

    private Optional<Noun> noun(Sentence sentence, int index) {
        String word = sentence.lower(index);
        Noun known = nouns.get(word);
        if (known == null && word.endsWith("analyses")) {
            known = nouns.get("analysis");
        }
        if (known == null && word.endsWith("ies")) {
            known = nouns.get(word.substring(0, word.length() - 3) + 'y');
        }
        if (known == null && word.endsWith("s")) {
            known = nouns.get(word.substring(0, word.length() - 1));
        }
        return Optional.ofNullable(known);
    }

    /** In the author's variety. */
    private static String verbOf(Noun noun, Sentence sentence) {
        String variety = sentence.variety();
        return variety.equals(AMERICAN) || variety.equals(CANADIAN) ? noun.american() : noun.british();
    }

    /** Whether no preposition stands before a noun and its adjectives. */
    private static boolean isSubject(Sentence sentence, int noun) {
        int at = noun - 1;
        while (sentence.joinsNext(at) && sentence.is(at, "JJ", "NN", "DT", "RB", "VBN", "VBG") && !sentence.is(at, "IN")) {
            at--;
        }
        return !sentence.joinsNext(at) || !sentence.is(at, "IN", "TO");
    }

    /** noun, of, up to some words without a verb, was performed. */
    private void passiveVerb(Sentence sentence, int participle, Remarks remarks) {
        int be = BE.contains(sentence.lower(participle - 1)) ? participle - 1 : -1;
        if (be < 0 || sentence.lower(be).equals("be") || !sentence.joinsNext(be)) {
            return;
        }
        for (int i = be - 1; i >= Math.max(0, be - OBJECT_WORDS); i--) {
            if (!sentence.joinsNext(i) || sentence.isFinite(i) || sentence.is(i, "WDT", "WP")) {
                return;
            }
            Optional<Noun> noun = sentence.lower(i + 1).equals("of") ? noun(sentence, i) : Optional.empty();
            if (noun.isPresent() && !isSubject(sentence, i)) {
                return;
            }
            if (noun.isPresent()) {
                int last = sentence.lower(participle).equals("carried") ? participle + 1 : participle;
                Optional<String> form = sentence.english().form(verbOf(noun.get(), sentence), "VBN");
                if (form.isPresent()) {
                    remarks.add(
                            Saying.EMPTY_VERB,
                            sentence.span(be, last),
                            List.of(),
                            sentence.lower(be) + ' ' + form.get());
                }
                return;
            }
        }
    }
}
