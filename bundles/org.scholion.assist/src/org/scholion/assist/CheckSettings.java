package org.scholion.assist;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be checked and how; one immutable record that a check reads at its start.
 *
 * @param categories those that are wanted
 * @param language a BCP 47 tag that stands above what the paper declares; empty to follow the paper
 * @param defaultLanguage for papers that declare none, such as {@code en-US}
 * @param rulesOff ids of rules that are switched off
 * @param rulesOn ids of rules that are off by default and wanted
 * @param words that are no misspellings, user's and project's
 * @param ignored findings that the author wants no more: for each rule id the exact words it is about
 */
public record CheckSettings(
        Set<Category> categories,
        Optional<String> language,
        String defaultLanguage,
        Set<String> rulesOff,
        Set<String> rulesOn,
        Set<String> words,
        Map<String, Set<String>> ignored) {

    /** Everything that is on by default. */
    public static final CheckSettings DEFAULT = new CheckSettings(
            Set.of(Category.values()), Optional.empty(), "en-US", Set.of(), Set.of(), Set.of(), Map.of());

    public CheckSettings {
        categories = Set.copyOf(categories);
        rulesOff = Set.copyOf(rulesOff);
        rulesOn = Set.copyOf(rulesOn);
        words = Set.copyOf(words);
        ignored = Map.copyOf(ignored);
    }

    /** Whether the author wants no more of this rule about exactly this text. */
    public boolean ignores(String rule, String text) {
        return ignored.getOrDefault(rule, Set.of()).contains(text);
    }

    /** These settings with other languages: both as in the constructor. */
    public CheckSettings withLanguages(Optional<String> newLanguage, String newDefaultLanguage) {
        return new CheckSettings(categories, newLanguage, newDefaultLanguage, rulesOff, rulesOn, words, ignored);
    }

    /** These settings with other categories. */
    public CheckSettings withCategories(Set<Category> newCategories) {
        return new CheckSettings(newCategories, language, defaultLanguage, rulesOff, rulesOn, words, ignored);
    }

    /** These settings with more words that are no misspellings. */
    public CheckSettings withWords(Set<String> more) {
        Set<String> all = new HashSet<>(words);
        all.addAll(more);
        return new CheckSettings(categories, language, defaultLanguage, rulesOff, rulesOn, all, ignored);
    }

    /** These settings with more rules on that are off by default; those that are switched off stay off. */
    public CheckSettings withRulesOn(Set<String> more) {
        Set<String> all = new HashSet<>(rulesOn);
        all.addAll(more);
        return new CheckSettings(categories, language, defaultLanguage, rulesOff, all, words, ignored);
    }

    /** The language in which a text of {@code declared} language is to be checked. */
    public String languageFor(String declared) {
        return language.orElse(declared.equals("und") ? defaultLanguage : declared);
    }
}
