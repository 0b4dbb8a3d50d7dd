package org.scholion.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.scholion.assist.RuleCatalogue;
import org.scholion.assist.RuleDescription;

/** The rules of all rule sets that are installed, explained in the language of the user interface. */
public final class Rules {

    private final ServiceTracker<RuleCatalogue, RuleCatalogue> catalogues;

    Rules(BundleContext context) {
        catalogues = new ServiceTracker<>(context, RuleCatalogue.class, null);
        catalogues.open();
    }

    void close() {
        catalogues.close();
    }

    public List<RuleDescription> all() {
        List<RuleDescription> rules = new ArrayList<>();
        for (RuleCatalogue catalogue : catalogues.getServices(new RuleCatalogue[0])) {
            rules.addAll(catalogue.rules(Locale.getDefault()));
        }
        return rules;
    }

    public Optional<RuleDescription> rule(String id) {
        for (RuleCatalogue catalogue : catalogues.getServices(new RuleCatalogue[0])) {
            Optional<RuleDescription> rule = catalogue.rule(id, Locale.getDefault());
            if (rule.isPresent()) {
                return rule;
            }
        }
        return Optional.empty();
    }
}
