package org.scholion.assist.language.internal.consistency;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.Advice;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Severity;
import org.scholion.assist.language.internal.DocumentedRule;

/** Our rules. The names are the ids that users write into their settings: they stay. */
public enum Rule implements DocumentedRule {
    TERM_HYPHENATION(Category.CONSISTENCY, Severity.WARNING, 0.9, Messages.TermHyphenation, Messages.TermHyphenation_reason),
    TERM_CAPITALISATION(Category.CONSISTENCY, Severity.WARNING, 0.9, Messages.TermCapitalisation, Messages.TermCapitalisation_reason),
    SPELLING_VARIETY(Category.CONSISTENCY, Severity.WARNING, 0.95, Messages.SpellingVariety, Messages.SpellingVariety_reason),
    ABBREVIATION_BEFORE_DEFINITION(
            Category.CONSISTENCY, Severity.WARNING, 0.85, Messages.AbbreviationBefore, Messages.AbbreviationBefore_reason),
    ABBREVIATION_UNDEFINED(
            Category.CONSISTENCY, Severity.INFO, 0.3, Messages.AbbreviationUndefined, Messages.AbbreviationUndefined_reason),
    ABBREVIATION_REDEFINED(
            Category.CONSISTENCY, Severity.INFO, 0.8, Messages.AbbreviationRedefined, Messages.AbbreviationRedefined_reason),
    ABBREVIATION_AMBIGUOUS(
            Category.CONSISTENCY, Severity.WARNING, 0.8, Messages.AbbreviationAmbiguous, Messages.AbbreviationAmbiguous_reason),
    ABBREVIATION_VARIANTS(
            Category.CONSISTENCY, Severity.WARNING, 0.8, Messages.AbbreviationVariants, Messages.AbbreviationVariants_reason),
    ABBREVIATION_UNUSED(Category.CONSISTENCY, Severity.INFO, 0.8, Messages.AbbreviationUnused, Messages.AbbreviationUnused_reason),
    WORD_REPEATED(Category.GRAMMAR, Severity.ERROR, 0.95, Messages.WordRepeated, Messages.WordRepeated_reason),
    FLOAT_UNREFERENCED(Category.CONSISTENCY, Severity.WARNING, 0.9, Messages.FloatUnreferenced, Messages.FloatUnreferenced_reason),
    REFERENCE_UNDEFINED(Category.CONSISTENCY, Severity.ERROR, 0.95, Messages.ReferenceUndefined, Messages.ReferenceUndefined_reason),
    LABEL_DUPLICATE(Category.CONSISTENCY, Severity.ERROR, 0.95, Messages.LabelDuplicate, Messages.LabelDuplicate_reason),
    CITATION_UNDEFINED(Category.CITATION, Severity.ERROR, 0.95, Messages.CitationUndefined, Messages.CitationUndefined_reason),
    CITATION_SPACING(Category.CONSISTENCY, Severity.WARNING, 0.85, Messages.CitationSpacing, Messages.CitationSpacing_reason),
    BIBLIOGRAPHY_KEY_DUPLICATE(
            Category.CITATION, Severity.WARNING, 0.95, Messages.BibliographyKeyDuplicate, Messages.BibliographyKeyDuplicate_reason),
    REFERENCE_WORD_MIXED(Category.CONSISTENCY, Severity.INFO, 0.85, Messages.ReferenceWordMixed, Messages.ReferenceWordMixed_reason),
    REFERENCE_TIE(Category.STYLE, Severity.INFO, 0.9, Messages.ReferenceTie, Messages.ReferenceTie_reason),
    UNIT_SPACING(Category.CONSISTENCY, Severity.WARNING, 0.9, Messages.UnitSpacing, Messages.UnitSpacing_reason),
    PERCENT_SPACING(Category.CONSISTENCY, Severity.INFO, 0.95, Messages.PercentSpacing, Messages.PercentSpacing_reason),
    DECIMAL_MARK(Category.CONSISTENCY, Severity.WARNING, 0.85, Messages.DecimalMark, Messages.DecimalMark_reason),
    THOUSANDS_SEPARATOR(Category.CONSISTENCY, Severity.INFO, 0.85, Messages.ThousandsSeparator, Messages.ThousandsSeparator_reason),
    NUMBER_RANGE_DASH(Category.STYLE, Severity.INFO, 0.9, Messages.NumberRangeDash, Messages.NumberRangeDash_reason),
    NUMBER_AS_WORD(Category.STYLE, Severity.INFO, 0.5, Messages.NumberAsWord, Messages.NumberAsWord_reason),
    SENTENCE_START_SYMBOL(Category.STYLE, Severity.INFO, 0.9, Messages.SentenceStartSymbol, Messages.SentenceStartSymbol_reason),
    SENTENCE_START_NUMERAL(Category.STYLE, Severity.INFO, 0.9, Messages.SentenceStartNumeral, Messages.SentenceStartNumeral_reason),
    HEADING_CAPITALISATION(
            Category.CONSISTENCY, Severity.INFO, 0.85, Messages.HeadingCapitalisation, Messages.HeadingCapitalisation_reason),
    LATIN_ABBREVIATION(Category.STYLE, Severity.WARNING, 0.9, Messages.LatinAbbreviation, Messages.LatinAbbreviation_reason),
    EXAMPLE_COMMA(Category.CONSISTENCY, Severity.INFO, 0.9, Messages.ExampleComma, Messages.ExampleComma_reason),
    SERIAL_COMMA(Category.CONSISTENCY, Severity.INFO, 0.5, Messages.SerialComma, Messages.SerialComma_reason),
    NOTE_SPACING(Category.STYLE, Severity.INFO, 0.9, Messages.NoteSpacing, Messages.NoteSpacing_reason),
    STRAIGHT_QUOTES(Category.STYLE, Severity.WARNING, 0.9, Messages.StraightQuotes, Messages.StraightQuotes_reason),
    SECTION_TENSE(Category.STYLE, Severity.INFO, 0.8, Messages.SectionTense, Messages.SectionTense_reason),
    SECTION_REGISTER(Category.STYLE, Severity.INFO, 0.8, Messages.SectionRegister, Messages.SectionRegister_reason);

    /** Too many are no mistakes, or they are a matter of the journal. */
    private static final Set<Rule> OFF_BY_DEFAULT =
            EnumSet.of(ABBREVIATION_UNDEFINED, REFERENCE_TIE, NUMBER_AS_WORD, SERIAL_COMMA);

    private final Category category;
    private final Severity severity;
    private final double confidence;
    private final String message;
    private final String reason;

    Rule(Category category, Severity severity, double confidence, String message, String reason) {
        this.category = category;
        this.severity = severity;
        this.confidence = confidence;
        this.message = message;
        this.reason = reason;
    }

    @Override
    public Category category() {
        return category;
    }

    @Override
    public boolean onByDefault() {
        return !OFF_BY_DEFAULT.contains(this);
    }

    /** The rules that the settings want. */
    static Set<Rule> wanted(CheckSettings settings) {
        return DocumentedRule.wanted(Rule.class, settings);
    }

    Advice advice(List<String> replacements, Object... arguments) {
        return new Advice(
                name(), category, severity, NLS.bind(message, arguments), reason, replacements, origin(), confidence, false);
    }
}
