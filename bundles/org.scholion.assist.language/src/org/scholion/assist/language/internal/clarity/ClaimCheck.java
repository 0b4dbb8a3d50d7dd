package org.scholion.assist.language.internal.clarity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.scholion.assist.language.internal.consistency.FunctionWords;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.text.TextRange;

/** Claims that are stronger than what an observation can show, or than what stands beside them. Proofs in mathematics are left alone. */
final class ClaimCheck implements ClarityCheck {

    private static final Set<String> EVIDENCE = FunctionWords.set("""
            experiment experiments result results data simulation simulations finding findings evaluation evaluations test tests observation
            observations study studies measurement measurements survey surveys evidence trial trials comparison comparisons""");
    private static final Set<String> DENIALS = Set.of("not", "no", "cannot", "without", "nor");
    private static final Set<String> STUDIES =
            Set.of("study", "work", "paper", "report", "attempt", "article", "method", "approach");
    private static final Set<String> BETWEEN =
            FunctionWords.set("also clearly thus therefore above here together further again strongly conclusively presented obtained");
    private static final Pattern MATHEMATICS = Pattern.compile("(?i)\\b(?:theorems?|lemmas?|proofs?|proposition|corollary|conjectures?|axioms?"
            + "|iff|provabl[ey]|formally|formal|asymptotic\\w*|convergence|converges?)\\b");

    /** What observations show in so many cases, and never in all. */
    private static final Set<String> EMPIRICAL = FunctionWords.set("""
            outperform outperforms outperformed improve improves improved succeed succeeds succeeded fail fails failed exceed exceeds
            exceeded beat beats works worked leads led helps helped benefits reduces reduced increases
            increased""");
    private static final Set<String> PROMISED = FunctionWords.set("""
            success accuracy quality performance reliability validity robustness safety reproducibility generalization generalisation""");
    private static final Set<String> PRAISE = FunctionWords.set("""
            groundbreaking ground-breaking game-changing unparalleled unparallelled unrivalled unrivaled unsurpassed paradigm-shifting
            earth-shattering""");
    private static final Set<String> AMOUNTS = Set.of("dramatically", "drastically", "tremendously", "vastly", "enormously", "hugely");
    private static final Set<String> COMPARED = FunctionWords.set("""
            better worse higher lower larger smaller greater faster slower more less fewer longer shorter stronger weaker different improve
            improves improved improving outperform outperforms outperformed outperforming reduce reduces reduced reducing increase increases
            increased increasing decrease decreases decreased decreasing exceed exceeds exceeded differ differs differed enhance enhances
            enhanced enhancing change changes changed affect affects affected accelerate accelerates reduced""");
    private static final Pattern TESTED = Pattern.compile("(?i)\\d|%|\\b(?:percent|per cent|two|three|four|five|ten|half|twice|twofold|fold"
            + "|tests?|tested|statistical\\w*|significance|confidence|interval|figs?|figures?|tables?|anova|regression|p-values?"
            + "|correlat\\w*)\\b");
    private static final Pattern KNOWLEDGE = Pattern.compile("(?i)\\b(?:to (?:the best of )?(?:our|my|the authors'?) knowledge"
            + "|as far as (?:we|i) (?:know|are aware)|we are (?:not aware|unaware))\\b");

    private final PhraseCheck certainties;

    ClaimCheck(English english) {
        certainties = new PhraseCheck(Saying.CERTAINTY, PhraseList.read("claims.txt", english));
    }

    @Override
    public ClarityRule rule() {
        return ClarityRule.CLARITY_OVERCLAIM;
    }

    @Override
    public void look(Sentence sentence, Remarks remarks) {
        boolean mathematics = sentence.hasFormula() || MATHEMATICS.matcher(sentence.block().text()).find();
        if (!mathematics) {
            certainties.look(sentence, remarks);
        }
        for (int i = 0; i < sentence.size(); i++) {
            String word = sentence.lower(i);
            switch (word) {
                case "prove", "proves", "proved" -> proof(sentence, i, mathematics, remarks);
                case "clearly" -> atStart(sentence, i, mathematics, remarks);
                case "always", "never" -> everyCase(sentence, i, mathematics, remarks);
                case "guarantee", "guarantees" -> guarantee(sentence, i, mathematics, remarks);
                case "first" -> first(sentence, i, remarks);
                case "significantly" -> significance(sentence, i, remarks);
                default -> {
                    if (AMOUNTS.contains(word)) {
                        amount(sentence, i, remarks);
                    } else if (PRAISE.contains(word) && sentence.is(i + 1, "NN", "JJ")) {
                        remarks.add(Saying.PRAISE, sentence.span(i, i), List.of());
                    }
                }
            }
        }
    }

    private static boolean isDenied(Sentence sentence, int index) {
        for (int i = index - 1; i >= Math.max(0, index - 4); i--) {
            if (DENIALS.contains(sentence.lower(i)) || sentence.lower(i).endsWith("n't")) {
                return true;
            }
        }
        return false;
    }

    private static void proof(Sentence sentence, int verb, boolean mathematics, Remarks remarks) {
        int subject = verb - 1;
        while (BETWEEN.contains(sentence.lower(subject)) && sentence.joinsNext(subject)) {
            subject--;
        }
        boolean object = sentence.joinsNext(verb) && Set.of("that", "the", "our", "its", "this").contains(sentence.lower(verb + 1));
        if (mathematics || !object || !EVIDENCE.contains(sentence.lower(subject)) || !sentence.isRun(subject, verb)
                || !sentence.is(verb, "VBZ", "VBP", "VBD") || isDenied(sentence, verb)) {
            return;
        }
        Optional<String> softer = Verbs.like(sentence, verb, "show");
        // the past tense alone: a participle would be a passive
        List<String> written = sentence.lower(verb).equals("proved") ? List.of("showed") : softer.stream().toList();
        remarks.add(Saying.PROOF, sentence.span(verb, verb), written);
    }

    private static void atStart(Sentence sentence, int index, boolean mathematics, Remarks remarks) {
        boolean start = index == 0 && sentence.gap(0).startsWith(",");
        if (start && !mathematics) {
            remarks.add(Saying.CERTAINTY, sentence.span(0, 0), List.of(""));
        }
    }

    private static void everyCase(Sentence sentence, int adverb, boolean mathematics, Remarks remarks) {
        boolean qualified = Set.of("almost", "nearly", "not", "virtually").contains(sentence.lower(adverb - 1));
        if (!mathematics && !qualified && sentence.joinsNext(adverb) && EMPIRICAL.contains(sentence.lower(adverb + 1))
                && !TESTED.matcher(sentence.text()).find() && !sentence.hasSource()) {
            remarks.add(Saying.EVERY_CASE, sentence.span(adverb, adverb + 1), List.of());
        }
    }

    private static void guarantee(Sentence sentence, int verb, boolean mathematics, Remarks remarks) {
        if (mathematics || isDenied(sentence, verb) || !sentence.is(verb, "VB", "NNS")
                || Set.of("to", "a", "the", "any", "these", "such").contains(sentence.lower(verb - 1))
                || Set.of("on", "of", "for", "about").contains(sentence.lower(verb + 1))) {
            return;
        }
        for (int i = verb + 1; i <= Math.min(sentence.size() - 1, verb + 3) && sentence.joinsNext(i - 1); i++) {
            if (PROMISED.contains(sentence.lower(i))) {
                remarks.add(Saying.GUARANTEE, sentence.span(verb, i), List.of());
                return;
            }
        }
    }

    /** "we are the first to", "this is the first study to", "the first ever", "for the first time we". */
    private static void first(Sentence sentence, int index, Remarks remarks) {
        if (KNOWLEDGE.matcher(sentence.text()).find() || sentence.hasSource()) {
            return;
        }
        String before = index >= 3 && sentence.isRun(index - 3, index)
                ? sentence.lower(index - 3) + ' ' + sentence.lower(index - 2) + ' ' + sentence.lower(index - 1)
                : "";
        String next = sentence.joinsNext(index) ? sentence.lower(index + 1) : "";
        String afterNext = sentence.joinsNext(index + 1) ? sentence.lower(index + 2) : "";
        boolean study = STUDIES.contains(next)
                && Set.of("to", "that", "of", "which").contains(afterNext);
        if (before.equals("we are the") && next.equals("to") || before.equals("this is the") && study) {
            remarks.add(Saying.FIRST, sentence.span(index - 3, index), List.of("to our knowledge, " + before + " first"));
        } else if (next.equals("ever") || next.equals("time") && sentence.lower(index - 2).equals("for") && isOurs(sentence)) {
            int from = next.equals("time") ? index - 2 : index;
            remarks.add(Saying.FIRST, sentence.span(from, index + 1), List.of());
        }
    }

    private static boolean isOurs(Sentence sentence) {
        return sentence.lower().contains("we") || sentence.text().matches("(?i).*\\b(?:in )?this (?:paper|work|study|article|letter)\\b.*");
    }

    private static void significance(Sentence sentence, int adverb, Remarks remarks) {
        boolean compares = sentence.joinsNext(adverb) && COMPARED.contains(sentence.lower(adverb + 1))
                || sentence.joinsNext(adverb - 1) && COMPARED.contains(sentence.lower(adverb - 1));
        if (compares && !isDenied(sentence, adverb) && !isBacked(sentence)) {
            remarks.add(Saying.SIGNIFICANCE, sentence.span(adverb, adverb), List.of("substantially", "considerably"));
        }
    }

    private static void amount(Sentence sentence, int adverb, Remarks remarks) {
        boolean compares = sentence.joinsNext(adverb) && COMPARED.contains(sentence.lower(adverb + 1))
                || sentence.joinsNext(adverb - 1) && COMPARED.contains(sentence.lower(adverb - 1));
        if (compares && !isBacked(sentence)) {
            remarks.add(Saying.AMOUNT, sentence.span(adverb, adverb), List.of());
        }
    }

    /** Whether a number, test, figure, formula or source stands in the sentence or one beside it. */
    private static boolean isBacked(Sentence sentence) {
        TextRange near = sentence.neighbourhood();
        if (TESTED.matcher(near.of(sentence.block().text())).find()) {
            return true;
        }
        for (Placeholder placeholder : sentence.block().placeholders()) {
            boolean counts = placeholder.kind() != PlaceholderKind.CODE && placeholder.kind() != PlaceholderKind.GLOSSARY
                    && placeholder.kind() != PlaceholderKind.URL;
            if (counts && near.contains(placeholder.offset())) {
                return true;
            }
        }
        return false;
    }
}
