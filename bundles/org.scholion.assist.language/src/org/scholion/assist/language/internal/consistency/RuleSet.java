package org.scholion.assist.language.internal.consistency;

import java.util.List;
import org.scholion.assist.language.internal.consistency.numbers.NumberFormatRule;
import org.scholion.assist.language.internal.consistency.numbers.NumberSignsRule;
import org.scholion.assist.language.internal.consistency.numbers.UnitRule;
import org.scholion.assist.language.internal.consistency.references.CitationRule;
import org.scholion.assist.language.internal.consistency.references.CitationSpacingRule;
import org.scholion.assist.language.internal.consistency.references.LabelRule;
import org.scholion.assist.language.internal.consistency.references.ReferenceWordRule;
import org.scholion.assist.language.internal.consistency.sections.SectionRegisterRule;
import org.scholion.assist.language.internal.consistency.sections.SectionTenseRule;
import org.scholion.assist.language.internal.consistency.sentences.CommaHabitsRule;
import org.scholion.assist.language.internal.consistency.sentences.HeadingRule;
import org.scholion.assist.language.internal.consistency.sentences.LatinRule;
import org.scholion.assist.language.internal.consistency.sentences.NoteSpacingRule;
import org.scholion.assist.language.internal.consistency.sentences.RepeatedAcrossBlocksRule;
import org.scholion.assist.language.internal.consistency.sentences.RepeatedWordRule;
import org.scholion.assist.language.internal.consistency.sentences.SentenceStartRule;
import org.scholion.assist.language.internal.consistency.sentences.StraightQuotesRule;
import org.scholion.assist.language.internal.consistency.terms.AbbreviationRule;
import org.scholion.assist.language.internal.consistency.terms.CapitalisationRule;
import org.scholion.assist.language.internal.consistency.terms.HyphenationRule;
import org.scholion.assist.language.internal.consistency.terms.VarietyRule;

/** All rules there are. */
final class RuleSet {

    private RuleSet() {}

    static List<PaperRule<?>> paperRules() {
        return List.of(
                new HyphenationRule(),
                new CapitalisationRule(),
                new VarietyRule(),
                new AbbreviationRule(),
                new RepeatedAcrossBlocksRule(),
                new LabelRule(),
                new CitationRule(),
                new CitationSpacingRule(),
                new ReferenceWordRule(),
                new UnitRule(),
                new NumberFormatRule(),
                new SentenceStartRule(),
                new HeadingRule(),
                new CommaHabitsRule(),
                new StraightQuotesRule(),
                new NoteSpacingRule(),
                new SectionTenseRule(),
                new SectionRegisterRule());
    }

    static List<BlockRule> blockRules() {
        return List.of(new RepeatedWordRule(), new NumberSignsRule(), new LatinRule());
    }
}
