package org.scholion.assist.language.internal.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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

/** Proposes corrections and judges them; keeps what it found for sentences. Thread-safe. */
final class Corrector {

    static final String TAGGER = "grammar-tagger";

    private static final int REMEMBERED_CHARACTERS = 2_000_000;

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
            List<List<Correction>> proposed = propose(open, cancel);
            for (int i = 0; i < open.size(); i++) {
                List<Told> told = judge(open.get(i), proposed.get(i), cancel);
                known.remember(open.get(i), told);
                found.put(open.get(i), told);
            }
        }
        return sentences.stream().map(found::get).toList();
    }

    private List<List<Correction>> propose(List<String> sentences, CancelToken cancel) throws ModelException, CancelledException {
        Proposer proposer = new Proposer(calibration.leastProbability());
        try (ModelLease<Tagger> tagger = models.lease(Tagger.class, TAGGER, Priority.VISIBLE, cancel)) {
            return proposer.propose(tagger.service(), sentences, cancel);
        }
    }

    private List<Told> judge(String sentence, List<Correction> proposed, CancelToken cancel) throws CancelledException {
        List<Correction> candidates = new ArrayList<>();
        for (Correction correction : proposed) {
            boolean possible = calibration.isPossible(ErrorKinds.of(sentence, correction.edit()), correction.probability());
            if (possible && !isOtherVariety(sentence, correction)) {
                candidates.add(correction);
            }
        }
        List<Told> told = new ArrayList<>();
        for (Correction candidate : candidates) {
            ErrorKind kind = ErrorKinds.of(sentence, candidate.edit());
            OptionalDouble gain = gain(judge, sentence, candidate, candidates, cancel);
            double confidence = calibration.confidence(kind, candidate.probability(), gain);
            if (calibration.isTold(kind, confidence, gain.isPresent())) {
                told.add(new Told(candidate, kind, confidence));
            }
        }
        return List.copyOf(told);
    }

    /** How much more probable the correction makes the sentence in which all others are made. */
    static OptionalDouble gain(Judge judge, String sentence, Correction correction, List<Correction> all, CancelToken cancel)
            throws CancelledException {
        List<Correction> others = all.stream().filter(other -> other != correction).toList();
        Optional<List<Double>> gains =
                judge.gains(EditedSentence.with(sentence, others), List.of(EditedSentence.with(sentence, all)), cancel);
        return gains.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(gains.get().getFirst());
    }

    /** An author's British or American spelling is right. */
    private boolean isOtherVariety(String sentence, Correction correction) {
        TextEdit whole = Extent.wholeWords(sentence, correction.edit());
        String before = whole.range().of(sentence).toLowerCase(Locale.ROOT);
        return varieties.areOneWord(before, whole.replacement().toLowerCase(Locale.ROOT));
    }
}
