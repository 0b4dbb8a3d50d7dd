package org.scholion.assist.language.internal.grammar;

import org.eclipse.osgi.util.NLS;

/** What is said about a correction. */
final class Explanation {

    private Explanation() {}

    /**
     * One sentence with the words.
     *
     * @param before what stands there, whole words; blank where something is missing
     * @param after what should; blank where it is too much
     */
    static String message(ErrorKind kind, String before, String after) {
        String old = before.strip();
        String better = after.strip();
        if (old.isEmpty()) {
            return better.isEmpty() ? Messages.Explanation_noSpace : NLS.bind(Messages.Explanation_missing, better);
        }
        if (better.isEmpty()) {
            return NLS.bind(Messages.Explanation_extra, old);
        }
        String pattern =
                switch (kind) {
                    case GRAMMAR_AGREEMENT -> Messages.Explanation_agreement;
                    case GRAMMAR_NOUN_NUMBER -> Messages.Explanation_number;
                    case GRAMMAR_VERB_FORM -> Messages.Explanation_verb;
                    case GRAMMAR_WORD_FORM -> Messages.Explanation_form;
                    case GRAMMAR_HYPHEN -> Messages.Explanation_hyphen;
                    case GRAMMAR_CAPITAL -> Messages.Explanation_capital;
                    case GRAMMAR_ARTICLE,
                            GRAMMAR_PREPOSITION,
                            GRAMMAR_PRONOUN,
                            GRAMMAR_CONNECTIVE,
                            GRAMMAR_PUNCTUATION,
                            GRAMMAR_WORD_CHOICE,
                            GRAMMAR_EXTRA_OR_MISSING -> Messages.Explanation_other;
                };
        return NLS.bind(pattern, old, better);
    }

    /** Why, in a sentence or two. */
    static String reason(ErrorKind kind) {
        return switch (kind) {
            case GRAMMAR_ARTICLE -> Messages.Reason_article;
            case GRAMMAR_PREPOSITION -> Messages.Reason_preposition;
            case GRAMMAR_PRONOUN -> Messages.Reason_pronoun;
            case GRAMMAR_CONNECTIVE -> Messages.Reason_connective;
            case GRAMMAR_AGREEMENT -> Messages.Reason_agreement;
            case GRAMMAR_NOUN_NUMBER -> Messages.Reason_number;
            case GRAMMAR_VERB_FORM -> Messages.Reason_verb;
            case GRAMMAR_WORD_FORM -> Messages.Reason_form;
            case GRAMMAR_PUNCTUATION -> Messages.Reason_punctuation;
            case GRAMMAR_HYPHEN -> Messages.Reason_hyphen;
            case GRAMMAR_CAPITAL -> Messages.Reason_capital;
            case GRAMMAR_WORD_CHOICE -> Messages.Reason_choice;
            case GRAMMAR_EXTRA_OR_MISSING -> Messages.Reason_words;
        };
    }
}
