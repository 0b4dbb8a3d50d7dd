package org.scholion.cli.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scholion.assist.RuleDescription;

/** The rules that their authors described, in the language of the person. */
public final class RuleBook {

    private final Services services;

    public RuleBook(Services services) {
        this.services = services;
    }

    /** All rules, in the order of their documentation. */
    public List<RuleDescription> all() {
        return services.ruleCatalogues().stream()
                .flatMap(catalogue -> catalogue.rules(Locale.getDefault()).stream())
                .toList();
    }

    /** The rule of that id, whose findings may come from a rule set without descriptions. */
    public Optional<RuleDescription> find(String id) {
        return services.ruleCatalogues().stream()
                .flatMap(catalogue -> catalogue.rule(id, Locale.getDefault()).stream())
                .findFirst();
    }
}
