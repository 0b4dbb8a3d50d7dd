package org.scholion.assist.language.internal.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.scholion.assist.language.internal.Remembered;
import org.scholion.assist.language.internal.consistency.terms.SpellingVarieties;
import org.scholion.assist.language.internal.judge.Judge;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.inference.Tagger;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** Proposes corrections and judges them; keeps what it found for sentences. Thread-safe. */
final class Corrector {

    static final String TAGGER = "grammar-tagger";

    private static final int REMEMBERED_CHARACTERS = 2_000_000;

    /** Words without which a sentence is as right as with them, but says something else: whether they are wanted is the author's matter. */
    private static final Set<String> SAYING = Set.of("not", "very", "even", "still", "only", "just", "too", "also", "yet", "then");

    private final Models models;
    private final Judge judge;
    private final Calibration calibration;
    private final SpellingVarieties varieties = new SpellingVarieties();
    private final Remembered<String, List<Told>> known = new Remembered<>(REMEMBERED_CHARACTERS, String::length);

    /**
     * A correction that is worth telling.
     *
     * @param correction of the sentence
     * @param kind what it puts right
     * @param confidence as measured, from 0 to 1
     */
    record Told(Correction correction, ErrorKind kind, double confidence) {}

    Corrector(Models models, Judge judge, Calibration calibration) {
        this.models = models;
        this.judge = judge;
        this.calibration = calibration;
    }

    /** What is told about each sentence, in order. */
    List<List<Told>> correct(List<String> sentences, CancelToken cancel) throws ModelException, CancelledException {
        cancel.check();
        Map<String, List<Told>> found = new HashMap<>();
        List<String> open = new ArrayList<>();
        for (String sentence : sentences) {
            known.find(sentence).ifPresentOrElse(told -> found.put(sentence, told), () -> {
                if (!open.contains(sentence)) {
                    open.add(sentence);
                }
            });
        }
        if (!open.isEmpty()) {
            List<Proposer.Proposal> proposed = propose(open, cancel);
            for (int i = 0; i < open.size(); i++) {
                List<Told> told = judge(open.get(i), proposed.get(i), cancel);
                known.remember(open.get(i), told);
                found.put(open.get(i), told);
            }
        }
        return sentences.stream().map(found::get).toList();
    }

    private List<Proposer.Proposal> propose(List<String> sentences, CancelToken cancel) throws ModelException, CancelledException {
        Proposer proposer = new Proposer(calibration.leastProbability());
        try (ModelLease<Tagger> tagger = models.lease(Tagger.class, TAGGER, Priority.VISIBLE, cancel)) {
            return proposer.propose(tagger.service(), sentences, cancel);
        }
    }

    private List<Told> judge(String sentence, Proposer.Proposal proposal, CancelToken cancel) throws CancelledException {
        List<Correction> candidates = proposal.corrections().stream()
                .filter(correction -> variants(correction, List.of()).stream().anyMatch(variant -> isPossible(sentence, variant, proposal)))
                .toList();
        List<Told> told = new ArrayList<>();
        for (Correction candidate : candidates) {
            List<Correction> others = candidates.stream().filter(other -> other != candidate).toList();
            best(sentence, candidate, others, proposal, cancel).ifPresent(told::add);
        }
        return List.copyOf(told);
    }

    /** The variant of a correction in which one can be most confident; empty when none is told. */
    private Optional<Told> best(
            String sentence, Correction correction, List<Correction> others, Proposer.Proposal proposal, CancelToken cancel)
            throws CancelledException {
        List<Correction> variants = variants(correction, others).stream()
                .filter(variant -> isPossible(sentence, variant, proposal))
                .toList();
        List<OptionalDouble> gains = gains(judge, sentence, variants, others, cancel);
        Optional<Told> best = Optional.empty();
        for (int i = 0; i < variants.size(); i++) {
            Correction variant = variants.get(i);
            ErrorKind kind = ErrorKinds.of(sentence, variant.edit());
            double confidence =
                    calibration.confidence(kind, variant.probability(), proposal.errorsBeside(variant), gains.get(i));
            if (calibration.isTold(kind, confidence, gains.get(i).isPresent())
                    && best.map(told -> told.confidence() < confidence).orElse(true)) {
                best = Optional.of(new Told(variant, kind, confidence));
            }
        }
        return best;
    }

    /** A correction and what may be meant instead, as far as it does not touch others. */
    static List<Correction> variants(Correction correction, List<Correction> others) {
        return correction.variants().stream().filter(variant -> others.stream().noneMatch(other -> touch(variant, other))).toList();
    }

    private static boolean touch(Correction one, Correction other) {
        TextRange range = one.edit().range();
        return range.start() <= other.edit().range().end() && other.edit().range().start() <= range.end();
    }

    /** How much more probable each variant makes the sentence in which all others are made. */
    static List<OptionalDouble> gains(
            Judge judge, String sentence, List<Correction> variants, List<Correction> others, CancelToken cancel)
            throws CancelledException {
        List<String> changed = variants.stream().map(variant -> {
            List<Correction> all = new ArrayList<>(others);
            all.add(variant);
            return EditedSentence.with(sentence, all);
        }).toList();
        Optional<List<Double>> gains = judge.gains(EditedSentence.with(sentence, others), changed, cancel);
        return gains.map(known -> known.stream().map(OptionalDouble::of).toList())
                .orElseGet(() -> variants.stream().map(variant -> OptionalDouble.empty()).toList());
    }

    private boolean isPossible(String sentence, Correction variant, Proposer.Proposal proposal) {
        ErrorKind kind = ErrorKinds.of(sentence, variant.edit());
        return calibration.isPossible(kind, variant.probability(), proposal.errorsBeside(variant))
                && !isOtherVariety(sentence, variant)
                && !isName(sentence, kind, variant)
                && !changesWhatIsSaid(sentence, variant.edit());
    }

    private static boolean changesWhatIsSaid(String sentence, TextEdit edit) {
        String before = edit.range().of(sentence).strip().toLowerCase(Locale.ROOT);
        String after = edit.replacement().strip().toLowerCase(Locale.ROOT);
        return before.isEmpty() && SAYING.contains(after) || after.isEmpty() && SAYING.contains(before);
    }

    /** A word with a capital inside a sentence is a name, which has no other forms. */
    private static boolean isName(String sentence, ErrorKind kind, Correction correction) {
        TextRange words = Extent.wholeWords(sentence, correction.edit()).range();
        boolean capital = !words.isEmpty() && words.start() > 0 && Character.isUpperCase(sentence.charAt(words.start()));
        return capital && switch (kind) {
            case GRAMMAR_NOUN_NUMBER, GRAMMAR_WORD_FORM, GRAMMAR_VERB_FORM, GRAMMAR_AGREEMENT, GRAMMAR_WORD_CHOICE -> true;
            // the second part of a name
            case GRAMMAR_CAPITAL -> sentence.charAt(words.start() - 1) == '-';
            default -> false;
        };
    }

    /** An author's British or American spelling is right. */
    private boolean isOtherVariety(String sentence, Correction correction) {
        TextEdit whole = Extent.wholeWords(sentence, correction.edit());
        String before = whole.range().of(sentence).toLowerCase(Locale.ROOT);
        return varieties.areOneWord(before, whole.replacement().toLowerCase(Locale.ROOT));
    }
}
