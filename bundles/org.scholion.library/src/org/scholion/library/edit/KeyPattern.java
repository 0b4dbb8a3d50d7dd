package org.scholion.library.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.Reference;
import org.scholion.library.internal.edit.KeyHabit;
import org.scholion.library.internal.edit.KeyParts;
import org.scholion.library.internal.edit.Messages;

/**
 * A rule by which keys are made of references, such as {@code [auth:lower][year]}.
 *
 * <p>What stands in brackets is replaced, everything else stands in the key as it is. In brackets stands a part, and behind it, each
 * after a colon, what is done to it, from left to right:
 *
 * <table>
 * <caption>Parts</caption>
 * <tr><td>{@code auth}</td><td>the family name of the first author, or editor where there are no authors, with its particle: {@code vanGogh}</td></tr>
 * <tr><td>{@code authN}</td><td>its first N letters: {@code auth3}</td></tr>
 * <tr><td>{@code authors}</td><td>all family names</td></tr>
 * <tr><td>{@code authorsN}</td><td>the first N of them, and {@code EtAl} where there are more</td></tr>
 * <tr><td>{@code year}, {@code shortyear}</td><td>{@code 1984}, {@code 84}</td></tr>
 * <tr><td>{@code title}</td><td>all words of the title, each with a capital: {@code TheArtOfProgramming}</td></tr>
 * <tr><td>{@code shorttitle}, {@code shorttitleN}</td><td>its first three, or N, words without small ones such as <i>the</i></td></tr>
 * <tr><td>{@code veryshorttitle}</td><td>the first of those</td></tr>
 * <tr><td>{@code journal}</td><td>the words of the journal, book or conference</td></tr>
 * </table>
 *
 * <table>
 * <caption>What is done</caption>
 * <tr><td>{@code lower}, {@code upper}, {@code capitalize}</td><td>its letters</td></tr>
 * <tr><td>{@code abbr}</td><td>the first letter of each word or name only</td></tr>
 * <tr><td>{@code (N)}</td><td>the first N letters only</td></tr>
 * </table>
 *
 * <p>Accents are taken off ({@code Müller} gives {@code Muller}), and signs other than ASCII letters, digits and {@code : _ . + / -} are
 * left out. Letters of other scripts stay where nothing else would be left. A part that the reference does not have is empty.
 */
public final class KeyPattern {

    /** The pattern where a file shows no habit. */
    public static final String DEFAULT = "[auth][year]";

    private static final Pattern PART =
            Pattern.compile("(auth|authors|shorttitle)(\\d{0,2})|year|shortyear|title|veryshorttitle|journal");
    private static final Pattern STEP = Pattern.compile("lower|upper|capitalize|abbr|\\((\\d{1,3})\\)");

    private final String text;
    private final List<Piece> pieces;

    /** Text that stands as it is, or a part and what is done to it. */
    private record Piece(String literal, String part, int count, List<String> steps) {}

    private KeyPattern(String text, List<Piece> pieces) {
        this.text = text;
        this.pieces = List.copyOf(pieces);
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException when it is no pattern; the message is for the author
     */
    public static KeyPattern of(String pattern) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < pattern.length()) {
            int open = pattern.indexOf('[', at);
            int end = open < 0 ? pattern.length() : open;
            if (end > at) {
                String literal = pattern.substring(at, end);
                if (!KeyParts.clean(literal).equals(literal)) {
                    throw new IllegalArgumentException(NLS.bind(Messages.pattern_sign, literal));
                }
                pieces.add(new Piece(literal, "", 0, List.of()));
            }
            if (open < 0) {
                break;
            }
            int close = pattern.indexOf(']', open);
            if (close < 0) {
                throw new IllegalArgumentException(NLS.bind(Messages.pattern_open, pattern));
            }
            pieces.add(piece(pattern.substring(open + 1, close)));
            at = close + 1;
        }
        if (pieces.stream().allMatch(piece -> piece.part().isEmpty())) {
            throw new IllegalArgumentException(NLS.bind(Messages.pattern_empty, pattern));
        }
        return new KeyPattern(pattern, pieces);
    }

    private static Piece piece(String inside) {
        String[] names = inside.split(":", -1);
        Matcher part = PART.matcher(names[0]);
        if (!part.matches()) {
            throw new IllegalArgumentException(NLS.bind(Messages.pattern_part, names[0]));
        }
        List<String> steps = List.of(names).subList(1, names.length);
        for (String step : steps) {
            if (!STEP.matcher(step).matches()) {
                throw new IllegalArgumentException(NLS.bind(Messages.pattern_step, step));
            }
        }
        boolean counted = part.group(2) != null && !part.group(2).isEmpty();
        return new Piece("", part.group(1) == null ? names[0] : part.group(1), counted ? Integer.parseInt(part.group(2)) : 0, steps);
    }

    /** The pattern that most keys of these references follow; {@link #DEFAULT} where there is none. */
    public static KeyPattern ofHabit(List<Reference> references) {
        return KeyHabit.find(references);
    }

    /** The key of a reference; {@code ref} where the reference has nothing of what the pattern asks for. */
    public String key(Reference reference) {
        KeyParts parts = new KeyParts(reference);
        String key = key(parts);
        if (key.chars().noneMatch(Character::isLetterOrDigit)) {
            key = parts.any();
        }
        return key.isEmpty() ? "ref" : key;
    }

    private String key(KeyParts parts) {
        StringBuilder key = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.part().isEmpty()) {
                key.append(piece.literal());
                continue;
            }
            List<String> words = parts.words(piece.part(), piece.count());
            String value = String.join("", words);
            for (String step : piece.steps()) {
                value = switch (step) {
                    case "lower" -> value.toLowerCase(Locale.ROOT);
                    case "upper" -> value.toUpperCase(Locale.ROOT);
                    case "capitalize" -> KeyParts.capitalized(value);
                    case "abbr" -> KeyParts.initials(words);
                    default -> value.substring(0, Math.min(value.length(), Integer.parseInt(step.substring(1, step.length() - 1))));
                };
            }
            key.append(value);
        }
        return key.toString();
    }

    /** The key of a reference, with a letter behind it where it is taken: {@code a} to {@code z}, {@code aa} and so on. */
    public String key(Reference reference, Set<String> taken) {
        // BibTeX takes keys that differ in their case only for the same
        Set<String> folded = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        folded.addAll(taken);
        String key = key(reference);
        String unique = key;
        for (int i = 0; folded.contains(unique); i++) {
            unique = key + suffix(i);
        }
        return unique;
    }

    /**
     * The keys of several references, all different, also for BibTeX, which takes keys that differ in their case only for the same.
     * A reference whose key the pattern could have made, with or without a letter behind it, keeps it.
     *
     * @param taken keys of others
     * @return in the order of the references
     */
    public List<String> keys(List<Reference> references, Set<String> taken) {
        Set<String> used = new HashSet<>();
        taken.forEach(key -> used.add(folded(key)));
        List<String> bases = references.stream().map(this::key).toList();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < bases.size(); i++) {
            String present = references.get(i).key();
            keys.add(isMade(present, bases.get(i)) && used.add(folded(present)) ? present : "");
        }
        Map<String, Integer> next = new HashMap<>();
        for (int i = 0; i < bases.size(); i++) {
            if (keys.get(i).isEmpty()) {
                String unique = bases.get(i);
                int number = next.getOrDefault(folded(unique), -1);
                while (number >= 0 && !used.add(folded(unique + suffix(number))) || number < 0 && !used.add(folded(unique))) {
                    number++;
                }
                keys.set(i, number < 0 ? unique : unique + suffix(number));
                next.put(folded(unique), number + 1);
            }
        }
        return keys;
    }

    private static boolean isMade(String key, String base) {
        return key.startsWith(base) && key.substring(base.length()).matches("[a-z]?");
    }

    private static String folded(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    private static String suffix(int number) {
        String last = String.valueOf((char) ('a' + number % 26));
        return number < 26 ? last : suffix(number / 26 - 1) + last;
    }

    @Override
    public String toString() {
        return text;
    }
}
