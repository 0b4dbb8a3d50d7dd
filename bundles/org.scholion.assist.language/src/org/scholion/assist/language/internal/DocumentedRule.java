package org.scholion.assist.language.internal;

import java.util.EnumSet;
import java.util.Set;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Origin;

/** A rule of ours that has a page below {@code rules/}. Its name is the id that users write into their settings: it stays. */
public interface DocumentedRule {

    /** The origin of the rules that are programs, not models. */
    Origin SCHOLION = new Origin("Scholion", "0.1");

    /** The id: capital letters, digits and underscores. */
    String name();

    Category category();

    boolean onByDefault();

    /** Who finds what it is about. */
    default Origin origin() {
        return SCHOLION;
    }

    /** The rules of a set that the settings want. */
    static <R extends Enum<R> & DocumentedRule> Set<R> wanted(Class<R> rules, CheckSettings settings) {
        EnumSet<R> wanted = EnumSet.allOf(rules);
        wanted.removeIf(rule -> settings.rulesOff().contains(rule.name())
                || !rule.onByDefault() && !settings.rulesOn().contains(rule.name()));
        return wanted;
    }
}
