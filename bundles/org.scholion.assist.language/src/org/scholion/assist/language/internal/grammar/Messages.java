package org.scholion.assist.language.internal.grammar;

import org.eclipse.osgi.util.NLS;

/** Texts for the author. */
final class Messages extends NLS {

    private static final String BUNDLE = "org.scholion.assist.language.internal.grammar.messages";

    public static String Explanation_agreement = "";
    public static String Explanation_capital = "";
    public static String Explanation_extra = "";
    public static String Explanation_form = "";
    public static String Explanation_hyphen = "";
    public static String Explanation_missing = "";
    public static String Explanation_noSpace = "";
    public static String Explanation_number = "";
    public static String Explanation_other = "";
    public static String Explanation_verb = "";
    public static String GrammarAssistant_noJudge = "";
    public static String GrammarAssistant_noModel = "";
    public static String GrammarAssistant_noTagger = "";
    public static String Reason_agreement = "";
    public static String Reason_article = "";
    public static String Reason_capital = "";
    public static String Reason_choice = "";
    public static String Reason_connective = "";
    public static String Reason_form = "";
    public static String Reason_hyphen = "";
    public static String Reason_number = "";
    public static String Reason_preposition = "";
    public static String Reason_pronoun = "";
    public static String Reason_punctuation = "";
    public static String Reason_verb = "";
    public static String Reason_words = "";

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {}
}
