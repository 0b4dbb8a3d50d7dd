package org.scholion.assist.language.internal.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.Advice;
import org.scholion.assist.AssistException;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Origin;
import org.scholion.assist.Severity;
import org.scholion.assist.language.internal.judge.Judge;
import org.scholion.assist.language.internal.judge.ModelJudge;
import org.scholion.inference.ModelException;
import org.scholion.inference.Models;
import org.scholion.inference.store.ModelStore;
import org.scholion.manuscript.Block;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/**
 * Grammar of English by a trained model, sentence by sentence, where the model is installed. Thread-safe.
 *
 * <p>The model may come and go while the application runs; whether it is there is looked up now and then.
 */
public final class GrammarAssistant implements BlockAssistant {

    /** The version counts the taggers that shipped. */
    static final Origin ORIGIN = new Origin("Scholion grammar model", "1");

    private static final String ENGLISH = "en";
    /** So sure a correction has to be to be applied unseen. */
    private static final double SURE = 0.9;

    private static final long LOOK_AGAIN_NANOS = 10_000_000_000L;

    private final Predicate<String> installed;
    private final Corrector corrector;
    private volatile Look look = new Look(false, false, System.nanoTime() - LOOK_AGAIN_NANOS);

    /** Whether the tagger and the language model were there, and when that was looked up. */
    private record Look(boolean tagger, boolean judge, long nanos) {}

    public GrammarAssistant(Models models, ModelStore store, Judge judge) {
        this(models, id -> store.find(id).isPresent(), judge, Calibration.shipped());
    }

    /** With models that are there. */
    public GrammarAssistant(Models models, Judge judge) {
        this(models, id -> true, judge, Calibration.shipped());
    }

    /** @param installed whether there is a model of that id; may read files */
    GrammarAssistant(Models models, Predicate<String> installed, Judge judge, Calibration calibration) {
        this.installed = installed;
        corrector = new Corrector(models, judge, calibration);
    }

    @Override
    public Origin origin() {
        return ORIGIN;
    }

    @Override
    public Set<Category> categories() {
        return Set.of(Category.GRAMMAR);
    }

    @Override
    public boolean supports(String language) {
        return isEnglish(language) && look().tagger();
    }

    @Override
    public Optional<String> limitation(String language) {
        if (!isEnglish(language)) {
            return Optional.empty();
        }
        Look now = look();
        if (!now.tagger()) {
            return Optional.of(NLS.bind(Messages.GrammarAssistant_noTagger, Corrector.TAGGER));
        }
        return now.judge() ? Optional.empty() : Optional.of(NLS.bind(Messages.GrammarAssistant_noJudge, ModelJudge.MODEL));
    }

    private static boolean isEnglish(String language) {
        return language.equals(ENGLISH) || language.startsWith(ENGLISH + "-");
    }

    private Look look() {
        Look last = look;
        if (System.nanoTime() - last.nanos() >= LOOK_AGAIN_NANOS) {
            last = new Look(installed.test(Corrector.TAGGER), installed.test(ModelJudge.MODEL), System.nanoTime());
            look = last;
        }
        return last;
    }

    @Override
    public List<BlockFinding> check(Block block, CheckSettings settings, CancelToken cancel)
            throws AssistException, CancelledException {
        if (!block.kind().holdsSentences()) {
            return List.of();
        }
        List<ModelText> sentences = ModelText.of(block);
        List<BlockFinding> found = new ArrayList<>();
        try {
            List<List<Corrector.Told>> told =
                    corrector.correct(sentences.stream().map(ModelText::text).toList(), cancel);
            for (int i = 0; i < sentences.size(); i++) {
                for (Corrector.Told one : told.get(i)) {
                    if (!settings.rulesOff().contains(one.kind().name())) {
                        found.add(finding(sentences.get(i), one));
                    }
                }
            }
        } catch (ModelException e) {
            throw new AssistException(NLS.bind(Messages.GrammarAssistant_noModel, e.getMessage()), e);
        }
        return found;
    }

    private BlockFinding finding(ModelText sentence, Corrector.Told told) {
        TextEdit words = Extent.wholeWords(sentence.text(), told.correction().edit());
        TextEdit shown = Extent.visible(sentence.text(), words);
        TextRange range = sentence.map().toSource(shown.range());
        Advice advice = new Advice(
                told.kind().name(),
                Category.GRAMMAR,
                Severity.WARNING,
                Explanation.message(told.kind(), words.range().of(sentence.text()), words.replacement()),
                Explanation.reason(told.kind()),
                List.of(shown.replacement()),
                ORIGIN,
                told.confidence(),
                told.confidence() >= SURE);
        return new BlockFinding(range, advice);
    }
}
