package org.scholion.jobs;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.scholion.assist.Category;
import org.scholion.assist.ClarityPass;

/**
 * What the author set, read once at the start of a job. The keys are in {@link SettingsKeys}.
 *
 * @param checkWhileTyping whether papers are checked while they are written
 * @param delayMillis how long nothing may be typed before a check begins
 * @param language a BCP 47 tag that stands above what a paper declares; empty to follow the paper
 * @param defaultLanguage a BCP 47 tag for papers that declare none
 * @param categories what is looked for
 * @param rulesOff ids of rules that are switched off
 * @param rulesOn ids of rules that are off by default and wanted
 * @param maxMarks how many findings an editor shows at most
 */
public record ScholionSettings(
        boolean checkWhileTyping,
        int delayMillis,
        Optional<String> language,
        String defaultLanguage,
        Set<Category> categories,
        Set<String> rulesOff,
        Set<String> rulesOn,
        int maxMarks) {

    /** What a newcomer has. */
    public static final ScholionSettings DEFAULT = new ScholionSettings(
            true, 200, Optional.empty(), "en-US", Set.of(Category.values()), Set.of(), Set.of(), 2000);

    public ScholionSettings {
        if (delayMillis < 0 || maxMarks < 1) {
            throw new IllegalArgumentException("delay " + delayMillis + ", marks " + maxMarks);
        }
        categories = Set.copyOf(categories);
        rulesOff = Set.copyOf(rulesOff);
        rulesOn = Set.copyOf(rulesOn);
    }

    /** The same with checking while typing on or off. */
    public ScholionSettings withCheckWhileTyping(boolean on) {
        return new ScholionSettings(on, delayMillis, language, defaultLanguage, categories, rulesOff, rulesOn, maxMarks);
    }

    /** Whether the pass over tone and clarity is switched on. */
    public boolean checksClarity() {
        return rulesOn.containsAll(ClarityPass.RULES);
    }

    /** The same with all rules of the pass over tone and clarity on, or off as they are by default. */
    public ScholionSettings withClarity(boolean on) {
        Set<String> rules = new HashSet<>(rulesOn);
        if (on) {
            rules.addAll(ClarityPass.RULES);
        } else {
            rules.removeAll(ClarityPass.RULES);
        }
        return withRules(rulesOff, rules);
    }

    /** The same with other rules off and on. */
    public ScholionSettings withRules(Set<String> off, Set<String> on) {
        return new ScholionSettings(
                checkWhileTyping, delayMillis, language, defaultLanguage, categories, off, on, maxMarks);
    }
}
