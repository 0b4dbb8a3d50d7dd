package org.scholion.assist.language.internal.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.scholion.assist.RuleCatalogue;
import org.scholion.assist.RuleDescription;
import org.scholion.assist.RulePage;
import org.scholion.assist.language.internal.DocumentedRule;
import org.scholion.assist.language.internal.clarity.ClarityRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.assist.language.internal.grammar.ErrorKind;

/** Reads the pages below {@code rules/} of this bundle, when they are first asked for. Thread-safe. */
public final class PageCatalogue implements RuleCatalogue {

    private final Map<String, List<RuleDescription>> byLanguage = new ConcurrentHashMap<>();

    @Override
    public List<RuleDescription> rules(Locale locale) {
        return byLanguage.computeIfAbsent(locale.getLanguage(), language -> read(locale));
    }

    /** The rules of all sets, in the order of the documentation. */
    public static Stream<DocumentedRule> documented() {
        return Stream.<DocumentedRule[]>of(Rule.values(), ClarityRule.values(), ErrorKind.values()).flatMap(Stream::of);
    }

    private static List<RuleDescription> read(Locale locale) {
        return documented().map(rule -> describe(rule, locale)).toList();
    }

    private static RuleDescription describe(DocumentedRule rule, Locale locale) {
        return RulePage.read(PageCatalogue.class, rule.name(), locale)
                .describe(rule.name(), rule.category(), rule.onByDefault(), rule.origin());
    }
}
