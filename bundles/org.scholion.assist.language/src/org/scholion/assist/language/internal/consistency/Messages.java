package org.scholion.assist.language.internal.consistency;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts for the author; filled by the platform, not by a constructor. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String AbbreviationAmbiguous;
    public static String AbbreviationAmbiguous_reason;
    public static String AbbreviationBefore;
    public static String AbbreviationBefore_reason;
    public static String AbbreviationRedefined;
    public static String AbbreviationRedefined_reason;
    public static String AbbreviationUndefined;
    public static String AbbreviationUndefined_reason;
    public static String AbbreviationUnused;
    public static String AbbreviationUnused_reason;
    public static String AbbreviationVariants;
    public static String AbbreviationVariants_reason;
    public static String BibliographyKeyDuplicate;
    public static String BibliographyKeyDuplicate_reason;
    public static String CitationSpacing;
    public static String CitationSpacing_reason;
    public static String CitationUndefined;
    public static String CitationUndefined_reason;
    public static String DecimalMark;
    public static String DecimalMark_reason;
    public static String ExampleComma;
    public static String ExampleComma_reason;
    public static String FloatUnreferenced;
    public static String FloatUnreferenced_reason;
    public static String HeadingCapitalisation;
    public static String HeadingCapitalisation_reason;
    public static String LabelDuplicate;
    public static String LabelDuplicate_reason;
    public static String LatinAbbreviation;
    public static String LatinAbbreviation_reason;
    public static String NoteSpacing;
    public static String NoteSpacing_reason;
    public static String NumberAsWord;
    public static String NumberAsWord_reason;
    public static String NumberRangeDash;
    public static String NumberRangeDash_reason;
    public static String PercentSpacing;
    public static String PercentSpacing_reason;
    public static String ReferenceTie;
    public static String ReferenceTie_reason;
    public static String ReferenceUndefined;
    public static String ReferenceUndefined_reason;
    public static String ReferenceWordMixed;
    public static String ReferenceWordMixed_reason;
    public static String SectionRegister;
    public static String SectionRegister_reason;
    public static String SectionTense;
    public static String SectionTense_reason;
    public static String SentenceStartNumeral;
    public static String SentenceStartNumeral_reason;
    public static String SentenceStartSymbol;
    public static String SentenceStartSymbol_reason;
    public static String SerialComma;
    public static String SerialComma_reason;
    public static String SpellingVariety;
    public static String SpellingVariety_reason;
    public static String StraightQuotes;
    public static String StraightQuotes_reason;
    public static String TermCapitalisation;
    public static String TermCapitalisation_reason;
    public static String TermHyphenation;
    public static String TermHyphenation_reason;
    public static String ThousandsSeparator;
    public static String ThousandsSeparator_reason;
    public static String UnitSpacing;
    public static String UnitSpacing_reason;
    public static String WordRepeated;
    public static String WordRepeated_reason;

    static {
        NLS.initializeMessages("org.scholion.assist.language.internal.consistency.messages", Messages.class);
    }

    private Messages() {}
}
