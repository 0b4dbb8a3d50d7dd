package org.scholion.assist.writing.internal.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.scholion.assist.RuleCatalogue;
import org.scholion.assist.RuleDescription;
import org.scholion.assist.RulePage;

/** The rules of this bundle: reads the pages below {@code rules/} when they are first asked for. Thread-safe. */
public final class AbstractRules implements RuleCatalogue {

    private final Map<String, List<RuleDescription>> byLanguage = new ConcurrentHashMap<>();

    @Override
    public List<RuleDescription> rules(Locale locale) {
        return byLanguage.computeIfAbsent(locale.getLanguage(), language -> Stream.of(AbstractRule.values())
                .map(rule -> RulePage.read(AbstractRules.class, rule.id(), locale)
                        .describe(rule.id(), rule.category(), true, AbstractCheck.ORIGIN))
                .toList());
    }
}
