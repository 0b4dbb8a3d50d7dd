package org.scholion.assist.language.internal.languagetool;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which of LanguageTool's languages a BCP 47 tag is checked as. */
final class LanguageCodes {

    private static final Map<String, Set<String>> VARIETIES = Map.of(
            "en", Set.of("US", "GB", "AU", "CA", "NZ", "ZA"),
            "de", Set.of("DE", "AT", "CH"),
            "pt", Set.of("PT", "BR"),
            "fr", Set.of(),
            "es", Set.of(),
            "zh", Set.of("CN"));

    private static final Map<String, String> DEFAULT_VARIETY =
            Map.of("en", "en-US", "de", "de-DE", "pt", "pt-PT", "fr", "fr", "es", "es", "zh", "zh-CN");

    private LanguageCodes() {}

    /** LanguageTool's code, or nothing when that language does not ship. English of an unknown country is written as in Britain. */
    static Optional<String> of(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String language = locale.getLanguage();
        Set<String> varieties = VARIETIES.getOrDefault(language, Set.of());
        if (varieties.contains(locale.getCountry())) {
            return Optional.of(language + '-' + locale.getCountry());
        }
        if (language.equals("en") && !locale.getCountry().isEmpty()) {
            return Optional.of("en-GB");
        }
        return Optional.ofNullable(DEFAULT_VARIETY.get(language));
    }
}
