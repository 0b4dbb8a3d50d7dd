package org.scholion.assist.language.internal.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.Advice;
import org.scholion.assist.AssistException;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Origin;
import org.scholion.assist.Severity;
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
    /** So precise a kind has to be for its replacements to be applied unseen. */
    private static final double SURE = 0.9;

    private static final long LOOK_AGAIN_NANOS = 10_000_000_000L;

    private final BooleanSupplier installed;
    private final Corrector corrector;
    private final Calibration calibration;
    private volatile Look look = new Look(false, System.nanoTime() - LOOK_AGAIN_NANOS);

    /** Whether the model was there, and when that was looked up. */
    private record Look(boolean there, long nanos) {}

    public GrammarAssistant(Models models, ModelStore store) {
        this(models, () -> store.find(Corrector.TAGGER).isPresent(), Calibration.shipped());
    }

    /** With models that are there. */
    public GrammarAssistant(Models models) {
        this(models, () -> true, Calibration.shipped());
    }

    /** @param installed whether there is a model; may read files */
    GrammarAssistant(Models models, BooleanSupplier installed, Calibration calibration) {
        this.installed = installed;
        this.calibration = calibration;
        corrector = new Corrector(models, calibration);
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
        return (language.equals(ENGLISH) || language.startsWith(ENGLISH + "-")) && isInstalled();
    }

    private boolean isInstalled() {
        Look last = look;
        if (System.nanoTime() - last.nanos() >= LOOK_AGAIN_NANOS) {
            last = new Look(installed.getAsBoolean(), System.nanoTime());
            look = last;
        }
        return last.there();
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
        double precision = calibration.precision(told.kind());
        TextRange range = sentence.map().toSource(shown.range());
        Advice advice = new Advice(
                told.kind().name(),
                Category.GRAMMAR,
                Severity.WARNING,
                Explanation.message(told.kind(), words.range().of(sentence.text()), words.replacement()),
                Explanation.reason(told.kind()),
                List.of(shown.replacement()),
                ORIGIN,
                precision,
                precision >= SURE);
        return new BlockFinding(range, advice);
    }
}
