package org.scholion.assist.language.internal.clarity;

import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.Advice;
import org.scholion.assist.Category;
import org.scholion.assist.Severity;
import org.scholion.assist.language.internal.DocumentedRule;

/** The rules of the pass over tone and clarity, all off by default. The names are the ids in settings: they stay. */
public enum ClarityRule implements DocumentedRule {
    CLARITY_WORDY(0.9, Messages.Wordy_reason),
    CLARITY_NOMINALISED(0.9, Messages.Nominalised_reason),
    CLARITY_VAGUE(0.8, Messages.Vague_reason),
    CLARITY_INFORMAL(0.9, Messages.Informal_reason),
    CLARITY_LONG_SENTENCE(0.9, Messages.LongSentence_reason),
    CLARITY_PASSIVE(0.8, Messages.Passive_reason),
    CLARITY_HEDGING(0.9, Messages.Hedging_reason),
    CLARITY_OVERCLAIM(0.8, Messages.Overclaim_reason);

    private final double confidence;
    private final String reason;

    ClarityRule(double confidence, String reason) {
        this.confidence = confidence;
        this.reason = reason;
    }

    @Override
    public Category category() {
        return Category.STYLE;
    }

    @Override
    public boolean onByDefault() {
        return false;
    }

    /**
     * Advice of this rule.
     *
     * @param message with places for the arguments
     */
    Advice advice(String message, List<String> replacements, Object... arguments) {
        return new Advice(
                name(), category(), Severity.INFO, NLS.bind(message, arguments), reason, replacements, origin(), confidence, false);
    }
}
