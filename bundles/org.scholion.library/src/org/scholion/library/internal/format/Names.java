package org.scholion.library.internal.format;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.scholion.library.Person;

/** Reads the names of people as most formats write them. */
public final class Names {

    private static final Pattern BODY = Pattern.compile(
            "\\b(?:Collaboration|Consortium|Group|University|Universit\u00e4t|Universit\u00e9|Institut\\w*|Organi[sz]ation|Committee|Society|Association|"
                    + "Department|Ministry|Agency|Administration|Bureau|Council|Foundation|Cent(?:er|re)|Commission|Office|Network|Team|Project|"
                    + "Initiative|Investigators|Inc|Ltd|GmbH|Company|Corporation|Bank|Board|Federation|Union|Service|Museum|Library)\\b\\.?");

    private static final Pattern SUFFIX = Pattern.compile("(?:jr|sr)\\.?|i{2,3}|iv", Pattern.CASE_INSENSITIVE);

    private Names() {}

    /**
     * The person or body of a name.
     *
     * @param name {@code Family, Given}, {@code Family, Given, Suffix}, {@code Given Family} or the name of a body
     */
    public static Optional<Person> of(String name) {
        String plain = name.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
        int comma = plain.indexOf(',');
        if (comma == plain.length() - 1 && comma > 0) {
            return Optional.of(Person.body(plain.substring(0, comma).strip())).filter(person -> !person.family().isBlank());
        }
        if (comma < 0) {
            return plain.isEmpty() ? Optional.empty() : Optional.of(inOrder(plain));
        }
        String family = plain.substring(0, comma).strip();
        String[] rest = plain.substring(comma + 1).split(",", 2);
        String given = rest[0].strip();
        String suffix = rest.length > 1 ? rest[1].strip() : "";
        if (SUFFIX.matcher(given).matches() && !suffix.isEmpty()) {
            String swapped = given;
            given = suffix;
            suffix = swapped;
        }
        if (family.isEmpty()) {
            return given.isEmpty() ? Optional.empty() : Optional.of(new Person(given, "", suffix, false));
        }
        return Optional.of(new Person(family, given, suffix, false));
    }

    /** Whether a name without a comma is that of a body. */
    public static boolean isBody(String name) {
        return BODY.matcher(name).find();
    }

    private static Person inOrder(String name) {
        if (isBody(name)) {
            return Person.body(name);
        }
        String[] words = name.split(" ");
        int last = words.length - 1;
        String suffix = "";
        if (last > 1 && SUFFIX.matcher(words[last]).matches()) {
            suffix = words[last];
            last--;
        }
        int family = last;
        while (family > 1 && Character.isLowerCase(words[family - 1].codePointAt(0))) {
            family--;
        }
        String given = String.join(" ", Arrays.copyOfRange(words, 0, family));
        return new Person(String.join(" ", Arrays.copyOfRange(words, family, last + 1)), given, suffix, false);
    }
}
