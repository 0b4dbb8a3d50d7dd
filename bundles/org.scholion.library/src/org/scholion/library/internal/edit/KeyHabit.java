package org.scholion.library.internal.edit;

import java.util.ArrayList;
import java.util.List;
import org.scholion.library.Reference;
import org.scholion.library.edit.KeyPattern;

/** Tries which pattern makes the keys that are there. */
public final class KeyHabit {

    private static final int SAMPLE = 60;
    /** A pattern that makes fewer of the keys than this share is no habit. */
    private static final double LEAST = 0.34;

    private static final List<String> AUTHORS = List.of("[auth:lower]", "[auth]", "[authors]", "[authors:abbr]", "[auth3]", "[auth3:lower]",
            "[auth3:upper]", "[auth:upper]", "[authors2]");
    private static final List<String> YEARS = List.of("[year]", "[shortyear]", "");
    private static final List<String> TITLES = List.of("", "[veryshorttitle:lower]", "[veryshorttitle]", "[shorttitle2:lower]", "[shorttitle2]",
            "[shorttitle3:abbr]", "[shorttitle3:abbr:lower]", "[shorttitle3]", "[shorttitle]");
    private static final List<String> SEPARATORS = List.of("", "_", "-", ":");

    private KeyHabit() {}

    /** See {@link KeyPattern#ofHabit}. */
    public static KeyPattern find(List<Reference> references) {
        List<Reference> sample = new ArrayList<>();
        int step = Math.max(1, references.size() / SAMPLE);
        for (int i = 0; i < references.size(); i += step) {
            Reference reference = references.get(i);
            if (!reference.people().isEmpty() && reference.year().isPresent()) {
                sample.add(reference);
            }
        }
        KeyPattern best = KeyPattern.of(KeyPattern.DEFAULT);
        int most = (int) Math.ceil(sample.size() * LEAST) - 1;
        if (sample.size() < 2) {
            return best;
        }
        for (String pattern : patterns()) {
            KeyPattern candidate = KeyPattern.of(pattern);
            int right = 0;
            for (Reference reference : sample) {
                right += made(reference.key(), candidate.key(reference)) ? 1 : 0;
            }
            if (right > most) {
                most = right;
                best = candidate;
            }
        }
        return best;
    }

    private static boolean made(String key, String candidate) {
        return key.equals(candidate)
                || key.length() == candidate.length() + 1 && key.startsWith(candidate) && Character.isLowerCase(key.charAt(key.length() - 1));
    }

    private static List<String> patterns() {
        List<String> patterns = new ArrayList<>();
        for (String author : AUTHORS) {
            for (String year : YEARS) {
                for (String title : TITLES) {
                    for (String separator : SEPARATORS) {
                        patterns.add(joined(separator, author, year, title));
                        if (!year.isEmpty() && !title.isEmpty()) {
                            patterns.add(joined(separator, author, title, year));
                        }
                    }
                }
            }
        }
        return patterns;
    }

    private static String joined(String separator, String... parts) {
        List<String> present = new ArrayList<>(List.of(parts));
        present.removeIf(String::isEmpty);
        return String.join(separator, present);
    }
}
