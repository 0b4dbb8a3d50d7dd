package org.scholion.assist.language.internal.grammar;

import org.scholion.assist.Category;
import org.scholion.assist.Origin;
import org.scholion.assist.language.internal.DocumentedRule;

/**
 * What sort of mistake a correction puts right; the names are the ids of the rules. The kinds follow ERRANT (Bryant et al. 2017,
 * "Automatic Annotation and Evaluation of Error Types for Grammatical Error Correction"), as far as they can be told from the words.
 */
public enum ErrorKind implements DocumentedRule {
    /** An article is missing, too much, or another. */
    GRAMMAR_ARTICLE,
    /** A preposition is missing, too much, or another. */
    GRAMMAR_PREPOSITION,
    /** Another pronoun or determiner, or one that is missing or too much. */
    GRAMMAR_PRONOUN,
    /** A conjunction or an adverb of the closed class is missing, too much, or another. */
    GRAMMAR_CONNECTIVE,
    /** Subject and verb agree in number. */
    GRAMMAR_AGREEMENT,
    /** Singular and plural of a noun. */
    GRAMMAR_NOUN_NUMBER,
    /** Tense, participle, infinitive; auxiliary verbs. */
    GRAMMAR_VERB_FORM,
    /** Adjective, adverb or noun of the same stem. */
    GRAMMAR_WORD_FORM,
    /** Commas and other signs. */
    GRAMMAR_PUNCTUATION,
    /** One word, two words, or a hyphen. */
    GRAMMAR_HYPHEN,
    /** Capital or small letter. */
    GRAMMAR_CAPITAL,
    /** Another word that looks alike. */
    GRAMMAR_WORD_CHOICE,
    /** A word is missing or too much. */
    GRAMMAR_EXTRA_OR_MISSING;

    @Override
    public Category category() {
        return Category.GRAMMAR;
    }

    @Override
    public boolean onByDefault() {
        return true;
    }

    @Override
    public Origin origin() {
        return GrammarAssistant.ORIGIN;
    }
}
