package org.scholion.ui.internal.preferences;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.assist.RuleDescription;
import org.scholion.jobs.ScholionSettings;

/** A rule, and whether the author wants it. */
@NonNullByDefault
final class RuleChoice {

    private final String id;
    private final Optional<RuleDescription> rule;
    private boolean on;

    private RuleChoice(String id, Optional<RuleDescription> rule, boolean on) {
        this.id = id;
        this.rule = rule;
        this.on = on;
    }

    /** The rules of the catalogues, and those that were switched off by their id alone. */
    static List<RuleChoice> of(List<RuleDescription> rules, ScholionSettings settings) {
        List<RuleChoice> choices = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (RuleDescription rule : rules) {
            if (known.add(rule.id())) {
                boolean on = rule.onByDefault()
                        ? !settings.rulesOff().contains(rule.id())
                        : settings.rulesOn().contains(rule.id());
                choices.add(new RuleChoice(rule.id(), Optional.of(rule), on));
            }
        }
        for (String id : settings.rulesOff()) {
            if (known.add(id)) {
                choices.add(new RuleChoice(id, Optional.empty(), false));
            }
        }
        return choices;
    }

    String id() {
        return id;
    }

    /** What its catalogue says; empty for a rule that has none. */
    Optional<RuleDescription> rule() {
        return rule;
    }

    String title() {
        return rule.map(RuleDescription::title).orElse(id);
    }

    boolean isOn() {
        return on;
    }

    void choose(boolean wanted) {
        on = wanted;
    }

    void reset() {
        on = rule.map(RuleDescription::onByDefault).orElse(true);
    }

    boolean matches(String lowerCaseWords) {
        String text = title() + ' ' + id + ' ' + rule.map(RuleDescription::reason).orElse("");
        return text.toLowerCase(Locale.ROOT).contains(lowerCaseWords);
    }

    /** Puts the choice into the sets, where it differs from the default, and takes it out where not. */
    void writeTo(Set<String> rulesOff, Set<String> rulesOn) {
        boolean standard = rule.map(RuleDescription::onByDefault).orElse(true);
        rulesOff.remove(id);
        rulesOn.remove(id);
        if (standard && !on) {
            rulesOff.add(id);
        } else if (!standard && on) {
            rulesOn.add(id);
        }
    }
}
