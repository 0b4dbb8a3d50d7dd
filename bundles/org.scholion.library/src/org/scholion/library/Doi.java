package org.scholion.library;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digital object identifiers. */
public final class Doi {

    /** As Crossref recommends for finding them; a prefix is {@code 10.} and four to nine digits. */
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}(?:\\.\\d+)*/\\S+");

    private Doi() {}

    /**
     * The DOI in a text, in lower case (DOIs do not tell capitals apart), without the resolver and without punctuation that follows it.
     *
     * @param text such as {@code https://doi.org/10.1000/182}, {@code doi:10.1000/182}
     */
    public static Optional<String> of(String text) {
        String decoded = text;
        if (text.contains("%2") && text.contains("10.")) {
            try {
                decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException notEncoded) {
                decoded = text;
            }
        }
        Matcher matcher = DOI.matcher(decoded);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String found = matcher.group();
        int end = found.length();
        while (end > 0 && ".,;:'\"}>".indexOf(found.charAt(end - 1)) >= 0) {
            end--;
        }
        while (end > 0 && found.charAt(end - 1) == ')' && found.substring(0, end).chars().filter(c -> c == '(').count()
                < found.substring(0, end).chars().filter(c -> c == ')').count()) {
            end--;
        }
        return Optional.of(found.substring(0, end).toLowerCase(Locale.ROOT));
    }
}
