package org.scholion.assist.language.internal.consistency.sections;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The verbs of {@code reporting-verbs.tsv}, which in the present of methods and results still tell what was done or found, and not how
 * something is or works.
 */
final class ReportingVerbs {

    /** How a verb tells what was done. */
    enum Use {
        /** With "we" or "I". */
        WE,
        /** Without an agent. */
        PASSIVE,
        /** With what was studied as its subject. */
        STUDIED
    }

    private static final Map<String, Set<Use>> USES = read();

    private ReportingVerbs() {}

    /** @param verb in its plain form */
    static boolean reports(String verb, Use use) {
        return USES.getOrDefault(verb, Set.of()).contains(use);
    }

    private static Map<String, Set<Use>> read() {
        Map<String, Set<Use>> uses = new HashMap<>();
        for (List<String> line : Tables.read("reporting-verbs.tsv")) {
            EnumSet<Use> ofVerb = EnumSet.noneOf(Use.class);
            for (String use : line.get(1).split(" ")) {
                ofVerb.add(Use.valueOf(use.toUpperCase(Locale.ROOT)));
            }
            uses.put(line.get(0), Set.copyOf(ofVerb));
        }
        return Map.copyOf(uses);
    }
}
