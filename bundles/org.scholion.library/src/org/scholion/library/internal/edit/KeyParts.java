package org.scholion.library.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.scholion.library.Person;
import org.scholion.library.Reference;

/** The words of a reference that keys are made of. */
public final class KeyParts {

    private final Reference reference;

    public KeyParts(Reference reference) {
        this.reference = reference;
    }

    /** The words of a part; {@code count} limits names, words or letters, 0 for the usual number. */
    public List<String> words(String part, int count) {
        return switch (part) {
            case "auth" -> first(families(1), count);
            case "authors" -> authors(count);
            case "year" -> reference.year().isPresent() ? List.of(String.valueOf(reference.year().getAsInt())) : List.of();
            case "shortyear" -> reference.year().isPresent()
                    ? List.of(String.format(Locale.ROOT, "%02d", Math.floorMod(reference.year().getAsInt(), 100)))
                    : List.of();
            case "title" -> capitalized(titleWords(reference.title()), Integer.MAX_VALUE, false);
            case "shorttitle" -> capitalized(titleWords(reference.title()), count == 0 ? 3 : count, true);
            case "veryshorttitle" -> capitalized(titleWords(reference.title()), 1, true);
            case "journal" -> capitalized(titleWords(reference.venue()), Integer.MAX_VALUE, false);
            default -> throw new IllegalArgumentException(part);
        };
    }

    /** What there is at all, in whatever script. */
    public String any() {
        String name = reference.people().isEmpty() ? "" : reference.people().getFirst().family();
        String text = name.isEmpty() ? reference.title() : name;
        StringBuilder any = new StringBuilder();
        text.codePoints().filter(Character::isLetterOrDigit).limit(20).forEach(any::appendCodePoint);
        reference.year().ifPresent(any::append);
        return any.toString();
    }

    private static List<String> first(List<String> names, int letters) {
        if (letters == 0 || names.isEmpty()) {
            return names;
        }
        String name = names.getFirst();
        return List.of(name.substring(0, Math.min(name.length(), letters)));
    }

    private List<String> authors(int count) {
        if (count == 0 || reference.people().size() <= count) {
            return families(Integer.MAX_VALUE);
        }
        List<String> names = new ArrayList<>(families(count));
        names.add("EtAl");
        return names;
    }

    private List<String> families(int limit) {
        List<String> names = new ArrayList<>();
        for (Person person : reference.people().subList(0, Math.min(limit, reference.people().size()))) {
            String name = clean(PlainLetters.fold(person.family())).replaceAll("[:./+_-]", "");
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    private static List<String> titleWords(String title) {
        List<String> words = new ArrayList<>();
        for (String word : PlainLetters.fold(title).replaceAll("(?<=\\p{L})['’](?=\\p{L})", "").split("[^\\p{L}\\p{N}]+")) {
            String clean = clean(word);
            if (!clean.isEmpty()) {
                words.add(clean);
            }
        }
        return words;
    }

    private static List<String> capitalized(List<String> words, int limit, boolean withoutSmall) {
        List<String> chosen = new ArrayList<>();
        for (String word : words) {
            if (chosen.size() < limit && !(withoutSmall && PlainLetters.isSmall(word.toLowerCase(Locale.ROOT)))) {
                chosen.add(capitalized(word));
            }
        }
        return chosen;
    }

    /** With a capital in front. */
    public static String capitalized(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** The first letter of each. */
    public static String initials(List<String> words) {
        StringBuilder letters = new StringBuilder();
        words.forEach(word -> letters.append(word, 0, Math.min(1, word.length())));
        return letters.toString();
    }

    /** Only what may stand in keys. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && Character.isLetterOrDigit(c) || ":_.+/-".indexOf(c) >= 0) {
                clean.append(c);
            }
        }
        return clean.toString();
    }
}
