package org.scholion.assist;

import java.util.Set;

/** The pass over tone and clarity, which runs on request: rules that are off by default and switched on together. */
public final class ClarityPass {

    /** The ids of its rules. */
    public static final Set<String> RULES = Set.of(
            "CLARITY_WORDY",
            "CLARITY_NOMINALISED",
            "CLARITY_VAGUE",
            "CLARITY_INFORMAL",
            "CLARITY_LONG_SENTENCE",
            "CLARITY_PASSIVE",
            "CLARITY_HEDGING",
            "CLARITY_OVERCLAIM");

    private ClarityPass() {}
}
