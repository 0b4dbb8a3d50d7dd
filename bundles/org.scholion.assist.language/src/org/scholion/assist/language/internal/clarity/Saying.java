package org.scholion.assist.language.internal.clarity;

/** The sentences with which a finding is told: {0} is the words, {1} what to write, {2} something that the check knows. */
enum Saying {
    WORDY(ClarityRule.CLARITY_WORDY, Messages.Wordy_write, Messages.Wordy_leaveOut, Messages.Wordy_ask),
    NOMINALISED(
            ClarityRule.CLARITY_NOMINALISED, Messages.Nominalised_write, Messages.Nominalised_ask, Messages.Nominalised_ask),
    EMPTY_VERB(ClarityRule.CLARITY_NOMINALISED, Messages.Nominalised_passive),
    DEGREE(ClarityRule.CLARITY_VAGUE, Messages.Vague_degreeAsk, Messages.Vague_degreeLeaveOut, Messages.Vague_degreeAsk),
    WHICH(ClarityRule.CLARITY_VAGUE, Messages.Vague_whichWrite, Messages.Vague_which, Messages.Vague_which),
    INFORMAL(ClarityRule.CLARITY_INFORMAL, Messages.Informal_write, Messages.Informal_leaveOut, Messages.Informal_ask),
    LONG(ClarityRule.CLARITY_LONG_SENTENCE, Messages.LongSentence_split, Messages.LongSentence_ask, Messages.LongSentence_ask),
    LONG_AT(ClarityRule.CLARITY_LONG_SENTENCE, Messages.LongSentence_at),
    AGENT(ClarityRule.CLARITY_PASSIVE, Messages.Passive_write, Messages.Passive_ask, Messages.Passive_ask),
    NOBODY(ClarityRule.CLARITY_PASSIVE, Messages.Passive_frameWrite, Messages.Passive_frameAsk, Messages.Passive_frameAsk),
    HEDGING(ClarityRule.CLARITY_HEDGING, Messages.Hedging_write, Messages.Hedging_leaveOut, Messages.Hedging_ask),
    PROOF(ClarityRule.CLARITY_OVERCLAIM, Messages.Overclaim_proofWrite, Messages.Overclaim_proof, Messages.Overclaim_proof),
    CERTAINTY(ClarityRule.CLARITY_OVERCLAIM, Messages.Overclaim_certainty),
    EVERY_CASE(ClarityRule.CLARITY_OVERCLAIM, Messages.Overclaim_everyCase),
    GUARANTEE(ClarityRule.CLARITY_OVERCLAIM, Messages.Overclaim_guarantee),
    FIRST(ClarityRule.CLARITY_OVERCLAIM, Messages.Overclaim_firstWrite, Messages.Overclaim_first, Messages.Overclaim_first),
    SIGNIFICANCE(
            ClarityRule.CLARITY_OVERCLAIM,
            Messages.Overclaim_significanceWrite,
            Messages.Overclaim_significance,
            Messages.Overclaim_significance),
    AMOUNT(ClarityRule.CLARITY_OVERCLAIM, Messages.Overclaim_amount),
    PRAISE(ClarityRule.CLARITY_OVERCLAIM, Messages.Overclaim_praise);

    private final ClarityRule rule;
    private final String write;
    private final String leaveOut;
    private final String ask;

    Saying(ClarityRule rule, String message) {
        this(rule, message, message, message);
    }

    /**
     * @param write when there is something to write instead
     * @param leaveOut when the words can go
     * @param ask when only the author knows what to do
     */
    Saying(ClarityRule rule, String write, String leaveOut, String ask) {
        this.rule = rule;
        this.write = write;
        this.leaveOut = leaveOut;
        this.ask = ask;
    }

    ClarityRule rule() {
        return rule;
    }

    String write() {
        return write;
    }

    String leaveOut() {
        return leaveOut;
    }

    String ask() {
        return ask;
    }
}
