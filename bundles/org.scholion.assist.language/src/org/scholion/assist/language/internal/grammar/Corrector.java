package org.scholion.assist.language.internal.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.scholion.assist.language.internal.Remembered;
import org.scholion.assist.language.internal.consistency.terms.SpellingVarieties;
import org.scholion.inference.Generator;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.inference.Tagger;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proposes corrections and judges them; keeps what it found for sentences. Thread-safe. */
final class Corrector {

    private static final Logger LOG = LoggerFactory.getLogger(Corrector.class);
    static final String TAGGER = "grammar-tagger";
    /** The one that the limits were measured with. */
    static final String JUDGE = "smollm2-135m-instruct";

    private static final int REMEMBERED_CHARACTERS = 2_000_000;
    /** So long a language model that could not be loaded is not asked for again. */
    private static final long WITHOUT_JUDGE_NANOS = 60_000_000_000L;

    private final Models models;
    private final Calibration calibration;
    private final SpellingVarieties varieties = new SpellingVarieties();
    private final Remembered<String, List<Told>> known = new Remembered<>(REMEMBERED_CHARACTERS, String::length);
    private volatile long withoutJudgeSince = System.nanoTime() - WITHOUT_JUDGE_NANOS;

    /**
     * A correction that is worth telling.
     *
     * @param correction of the sentence
     * @param kind what it puts right
     */
    record Told(Correction correction, ErrorKind kind) {}

    Corrector(Models models, Calibration calibration) {
        this.models = models;
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
        List<ErrorKind> kinds = new ArrayList<>();
        for (Correction correction : proposed) {
            ErrorKind kind = ErrorKinds.of(sentence, correction.edit());
            if (calibration.isWorthJudging(kind, correction.probability()) && !isOtherVariety(sentence, correction)) {
                candidates.add(correction);
                kinds.add(kind);
            }
        }
        List<OptionalDouble> gains = gains(sentence, candidates, cancel);
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (calibration.isTold(kinds.get(i), candidates.get(i).probability(), gains.get(i))) {
                told.add(new Told(candidates.get(i), kinds.get(i)));
            }
        }
        return List.copyOf(told);
    }

    /** An author's British or American spelling is right. */
    private boolean isOtherVariety(String sentence, Correction correction) {
        TextEdit whole = Extent.wholeWords(sentence, correction.edit());
        String before = whole.range().of(sentence).toLowerCase(Locale.ROOT);
        return varieties.areOneWord(before, whole.replacement().toLowerCase(Locale.ROOT));
    }

    private List<OptionalDouble> gains(String sentence, List<Correction> candidates, CancelToken cancel) throws CancelledException {
        List<OptionalDouble> none = candidates.stream().map(candidate -> OptionalDouble.empty()).toList();
        if (candidates.isEmpty() || System.nanoTime() - withoutJudgeSince < WITHOUT_JUDGE_NANOS) {
            return none;
        }
        try (ModelLease<Generator> model = models.lease(Generator.class, JUDGE, Priority.VISIBLE, cancel)) {
            return Judge.gains(model.service(), sentence, candidates, cancel).stream().map(OptionalDouble::of).toList();
        } catch (ModelException e) {
            withoutJudgeSince = System.nanoTime();
            LOG.info("Corrections are told without a language model that judges them: {}", e.getMessage());
            return none;
        }
    }
}
