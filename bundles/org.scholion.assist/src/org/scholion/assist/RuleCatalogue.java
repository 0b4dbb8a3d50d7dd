package org.scholion.assist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The documentation of a rule set. An OSGi service; thread-safe. */
public interface RuleCatalogue {

    /**
     * All rules in the order of the documentation.
     *
     * @param locale the language to explain them in; English where there is no page in it. The examples stay in theirs.
     */
    List<RuleDescription> rules(Locale locale);

    /** The rule of that id. */
    default Optional<RuleDescription> rule(String id, Locale locale) {
        return rules(locale).stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
