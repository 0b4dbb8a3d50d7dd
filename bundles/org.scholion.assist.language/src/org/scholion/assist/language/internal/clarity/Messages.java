package org.scholion.assist.language.internal.clarity;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts for the author; filled by the platform, not by a constructor. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String English_notLoaded;
    public static String Hedging_ask;
    public static String Hedging_leaveOut;
    public static String Hedging_reason;
    public static String Hedging_write;
    public static String Informal_ask;
    public static String Informal_leaveOut;
    public static String Informal_reason;
    public static String Informal_write;
    public static String LongSentence_ask;
    public static String LongSentence_at;
    public static String LongSentence_reason;
    public static String LongSentence_split;
    public static String Nominalised_ask;
    public static String Nominalised_passive;
    public static String Nominalised_reason;
    public static String Nominalised_write;
    public static String Overclaim_amount;
    public static String Overclaim_certainty;
    public static String Overclaim_everyCase;
    public static String Overclaim_first;
    public static String Overclaim_firstWrite;
    public static String Overclaim_guarantee;
    public static String Overclaim_praise;
    public static String Overclaim_proof;
    public static String Overclaim_proofWrite;
    public static String Overclaim_reason;
    public static String Overclaim_significance;
    public static String Overclaim_significanceWrite;
    public static String Passive_ask;
    public static String Passive_frameAsk;
    public static String Passive_frameWrite;
    public static String Passive_reason;
    public static String Passive_write;
    public static String Vague_degreeAsk;
    public static String Vague_degreeLeaveOut;
    public static String Vague_reason;
    public static String Vague_which;
    public static String Vague_whichWrite;
    public static String Wordy_ask;
    public static String Wordy_leaveOut;
    public static String Wordy_reason;
    public static String Wordy_write;

    static {
        NLS.initializeMessages("org.scholion.assist.language.internal.clarity.messages", Messages.class);
    }

    private Messages() {}
}
