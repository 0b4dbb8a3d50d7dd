package org.scholion.library.internal.style;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.csl.internal.locale.LLocale;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages in which the words of styles are known. */
public final class StyleLanguages {

    private static final String FALLBACK = "en-US";

    private StyleLanguages() {}

    /**
     * The tag of the words to use.
     *
     * @param language what is wanted; {@link Locale#ROOT} when nothing is
     * @param ofStyle what the style was written for; may be empty
     */
    public static String tag(Locale language, String ofStyle) {
        return Stream.of(language, Locale.forLanguageTag(ofStyle))
                .flatMap(wanted -> candidates(wanted).stream())
                .filter(tag -> resource(tag).isPresent())
                .findFirst()
                .orElse(FALLBACK);
    }

    private static List<String> candidates(Locale wanted) {
        String name = wanted.getLanguage();
        if (name.isEmpty()) {
            return List.of();
        }
        // Norwegian without a form is Bokmål
        String language = name.equals("no") ? "nb" : name;
        return List.of(
                language + "-" + wanted.getCountry(),
                LLocale.PRIMARY_DIALECTS.getOrDefault(language, language),
                language,
                language + "-" + language.toUpperCase(Locale.ROOT));
    }

    /**
     * The words of a language, as XML.
     *
     * @throws IllegalArgumentException when they are not known, which the processor expects
     */
    static String words(String tag) {
        URL resource = resource(tag).orElseThrow(() -> new IllegalArgumentException("no words for " + tag));
        try (InputStream in = resource.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("no words for " + tag, e);
        }
    }

    private static Optional<URL> resource(String tag) {
        return Resources.find(CSL.class, "/locales-" + tag + ".xml");
    }
}
