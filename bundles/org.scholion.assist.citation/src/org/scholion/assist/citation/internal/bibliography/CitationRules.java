package org.scholion.assist.citation.internal.bibliography;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.scholion.assist.Category;
import org.scholion.assist.RuleCatalogue;
import org.scholion.assist.RuleDescription;
import org.scholion.assist.RulePage;
import org.scholion.assist.citation.internal.need.CitationNeeds;
import org.scholion.assist.citations.CitationNeed;
import org.scholion.library.edit.BibtexRule;

/** The rules of this bundle: reads the pages below {@code rules/} when they are first asked for. Thread-safe. */
public final class CitationRules implements RuleCatalogue {

    private final Map<String, List<RuleDescription>> byLanguage = new ConcurrentHashMap<>();

    @Override
    public List<RuleDescription> rules(Locale locale) {
        return byLanguage.computeIfAbsent(locale.getLanguage(), language -> read(locale));
    }

    private static List<RuleDescription> read(Locale locale) {
        List<RuleDescription> rules = new ArrayList<>();
        rules.add(RulePage.read(CitationRules.class, CitationNeed.RULE, locale)
                .describe(CitationNeed.RULE, Category.CITATION, true, new CitationNeeds(null).origin()));
        for (BibtexRule rule : BibtexRule.values()) {
            rules.add(RulePage.read(CitationRules.class, rule.id(), locale)
                    .describe(rule.id(), Category.CITATION, true, BibliographyFindings.ORIGIN));
        }
        return List.copyOf(rules);
    }
}
