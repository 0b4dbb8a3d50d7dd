package org.scholion.assist.language.internal.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.assist.RuleCatalogue;
import org.scholion.assist.RuleDescription;
import org.scholion.assist.language.internal.DocumentedRule;
import org.scholion.assist.language.internal.clarity.ClarityRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.assist.language.internal.grammar.ErrorKind;

/** Reads the pages below {@code rules/} of this bundle, when they are first asked for. Thread-safe. */
public final class PageCatalogue implements RuleCatalogue {

    private static final String TRANSLATED = "zh";

    private final Map<String, List<RuleDescription>> byLanguage = new ConcurrentHashMap<>();

    @Override
    public List<RuleDescription> rules(Locale locale) {
        String language = locale.getLanguage().equals(TRANSLATED) ? "_" + TRANSLATED : "";
        return byLanguage.computeIfAbsent(language, PageCatalogue::read);
    }

    /** The rules of all sets, in the order of the documentation. */
    public static Stream<DocumentedRule> documented() {
        return Stream.<DocumentedRule[]>of(Rule.values(), ClarityRule.values(), ErrorKind.values()).flatMap(Stream::of);
    }

    private static List<RuleDescription> read(String suffix) {
        return documented().map(rule -> describe(rule, page(rule.name() + suffix + ".md"))).toList();
    }

    private static RuleDescription describe(DocumentedRule rule, RulePage page) {
        return new RuleDescription(
                rule.name(), rule.category(), page.title(), page.reason(), page.wrong(), page.right(), rule.onByDefault(), rule.origin());
    }

    private static RulePage page(String name) {
        try (@Nullable InputStream in = PageCatalogue.class.getResourceAsStream("/rules/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the page " + name + " is not in the bundle");
            }
            return RulePage.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
