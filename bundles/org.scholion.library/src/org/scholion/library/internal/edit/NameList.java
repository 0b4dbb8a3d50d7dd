package org.scholion.library.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.scholion.library.Person;

/** Names as bibliographies print them: {@code Doe, J.}, {@code J. Doe}, {@code Doe J}, {@code Doe, Jane, and Richard Roe}. */
final class NameList {

    private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\p{Ll}?\\.?[\\s-]*+){1,4}");
    private static final Pattern BARE_INITIALS = Pattern.compile("\\p{Lu}{1,3}(?:-\\p{Lu})?");
    private static final Pattern OTHERS = Pattern.compile("(?i)\\s*(?:et\\s+al\\.?|and\\s+others|\\.\\.\\.|…)\\s*");
    private static final Set<String> PARTICLES =
            Set.of("van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "ter", "ten", "zu", "zur", "af", "al", "bin", "el");
    private static final Set<String> SUFFIXES = Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");

    private final List<Person> people = new ArrayList<>();
    private final boolean others;

    NameList(String text) {
        String list = text.strip().replaceAll("(?:[,;:\\s]|(?<=\\p{L}{2})\\.)+$", "").replaceAll("\\(?\\b[Ee]ds?\\.?\\)?$", "");
        others = OTHERS.matcher(text).find();
        list = OTHERS.matcher(list).replaceAll(" ").replaceAll("\\s*,?\\s+(?:and|und|y|et)\\s+|\\s*,?\\s*&\\s*", ", ").strip();
        List<String> tokens = new ArrayList<>();
        for (String token : list.split("[,;]")) {
            if (!token.isBlank()) {
                tokens.add(token.strip());
            }
        }
        read(tokens);
    }

    List<Person> people() {
        return people;
    }

    /** Whether the list says that there are more. */
    boolean others() {
        return others;
    }

    private void read(List<String> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            String next = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
            if (SUFFIXES.contains(token.toLowerCase(Locale.ROOT))) {
                continue;
            }
            if (INITIALS.matcher(next).matches() && !isInitialsFirst(token)) {
                add(token, next);
                i++;
            } else if (i == 0 && !next.isEmpty() && isInverted(tokens)) {
                add(token, next);
                i++;
            } else {
                one(token);
            }
        }
    }

    /** Whether only the first name stands with the family name first. */
    private static boolean isInverted(List<String> tokens) {
        if (!isFamilyAlone(tokens.get(1))) {
            return isFamilyAlone(tokens.getFirst());
        }
        return tokens.size() == 2 || !isFamilyAlone(tokens.get(2));
    }

    private static boolean isInitialsFirst(String token) {
        return token.matches("(?:\\p{Lu}\\p{Ll}?\\.[\\s-]*)+.*\\p{L}{2,}.*");
    }

    /** A family name without given names: one word, its particles aside. */
    private static boolean isFamilyAlone(String token) {
        int words = 0;
        for (String word : token.split("\\s+")) {
            words += PARTICLES.contains(word.toLowerCase(Locale.ROOT)) ? 0 : 1;
        }
        return words == 1;
    }

    private void one(String token) {
        String[] words = token.split("\\s+");
        if (words.length > 2 && SUFFIXES.contains(words[words.length - 1].toLowerCase(Locale.ROOT))) {
            words = List.of(words).subList(0, words.length - 1).toArray(String[]::new);
        }
        String last = words[words.length - 1].replaceAll("\\.$", "");
        if (words.length > 1 && BARE_INITIALS.matcher(last).matches() && words[0].codePoints().anyMatch(Character::isLowerCase)) {
            add(String.join(" ", List.of(words).subList(0, words.length - 1)), spaced(last));
            return;
        }
        int family = words.length - 1;
        while (family > 1 && PARTICLES.contains(words[family - 1].toLowerCase(Locale.ROOT)) && Character.isLowerCase(words[family - 1].charAt(0))) {
            family--;
        }
        add(String.join(" ", List.of(words).subList(family, words.length)), String.join(" ", List.of(words).subList(0, family)));
    }

    /** {@code JR} as {@code J. R.} */
    private static String spaced(String initials) {
        StringBuilder spaced = new StringBuilder();
        for (char c : initials.toCharArray()) {
            spaced.append(c == '-' ? "" : (spaced.isEmpty() ? "" : " ") + c + ".");
        }
        return spaced.toString();
    }

    private void add(String family, String given) {
        if (family.codePoints().anyMatch(Character::isLetter)) {
            int space = family.lastIndexOf(' ');
            boolean suffix = space > 0 && SUFFIXES.contains(family.substring(space + 1).toLowerCase(Locale.ROOT));
            people.add(new Person(suffix ? family.substring(0, space) : family, given.strip(), suffix ? family.substring(space + 1) : "", false));
        }
    }
}
