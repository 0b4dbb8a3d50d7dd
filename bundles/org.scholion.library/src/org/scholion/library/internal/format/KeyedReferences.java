package org.scholion.library.internal.format;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.scholion.library.Reference;

/**
 * Gives each reference of a source a key of its own: that of the source where it can stand in a citation, else one made of author, year and
 * title, such as {@code knuth1984literate}. The same source gives the same keys. Not thread-safe.
 */
public final class KeyedReferences {

    private static final String NOT_IN_KEYS = "{}\\,%#~\"$^&=";
    private static final int LONGEST_KEY = 200;

    /** Words that say nothing of a title, in the languages that most titles are in. */
    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "on", "of", "in", "for", "to", "and", "with", "from", "by", "at", "is", "are", "how", "what", "why", "some", "towards",
            "toward", "der", "die", "das", "ein", "eine", "zur", "zum", "von", "im", "und", "le", "la", "les", "un", "une", "des", "du", "de", "et",
            "sur", "el", "los", "las", "una", "en", "y", "o", "os", "as", "um", "uma", "da", "do", "il", "lo", "i", "gli");

    private final List<Reference.Builder> drafts = new ArrayList<>();
    private final List<String> ownKeys = new ArrayList<>();

    /**
     * Takes a reference.
     *
     * @param ownKey what its source calls it; empty where it has no name
     * @param draft with any key; not changed by others afterwards
     */
    public void add(String ownKey, Reference.Builder draft) {
        drafts.add(draft);
        ownKeys.add(usable(ownKey.strip()) ? ownKey.strip() : "");
    }

    public int size() {
        return drafts.size();
    }

    /** All references in the order in which they came. A key of the source goes to the first that has it. */
    public List<Reference> list() {
        Set<String> used = new HashSet<>();
        String[] keys = new String[drafts.size()];
        for (int i = 0; i < keys.length; i++) {
            String own = ownKeys.get(i);
            keys[i] = !own.isEmpty() && used.add(own) ? own : "";
        }
        Map<String, Integer> counts = new HashMap<>();
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].isEmpty()) {
                String wanted = ownKeys.get(i).isEmpty() ? made(drafts.get(i).key("?").build()) : ownKeys.get(i);
                keys[i] = unique(wanted, used, counts);
            }
            references.add(drafts.get(i).key(keys[i]).build());
        }
        return references;
    }

    private static String unique(String wanted, Set<String> used, Map<String, Integer> counts) {
        if (used.add(wanted)) {
            return wanted;
        }
        int count = counts.getOrDefault(wanted, 1) + 1;
        while (!used.add(wanted + "-" + count)) {
            count++;
        }
        counts.put(wanted, count);
        return wanted + "-" + count;
    }

    private static boolean usable(String key) {
        return !key.isEmpty()
                && key.length() <= LONGEST_KEY
                && !key.contains("://")
                && key.chars().noneMatch(c -> c <= ' ' || Character.isWhitespace(c) || Character.isISOControl(c) || NOT_IN_KEYS.indexOf(c) >= 0);
    }

    static String made(Reference reference) {
        StringBuilder key = new StringBuilder();
        if (!reference.people().isEmpty()) {
            key.append(letters(reference.people().getFirst().family(), 40));
        }
        reference.year().ifPresent(key::append);
        for (String word : reference.title().split("[^\\p{L}\\p{N}]+", 40)) {
            String plain = letters(word, 30);
            if (!plain.isEmpty() && !SMALL.contains(plain)) {
                key.append(plain);
                break;
            }
        }
        if (key.isEmpty()) {
            key.append(letters(reference.doi(), 60));
        }
        return key.isEmpty() ? "untitled" : key.toString();
    }

    /** In lower case, without accents and whatever else LaTeX may stumble over. */
    private static String letters(String text, int longest) {
        String folded = Normalizer.normalize(text.substring(0, Math.min(text.length(), 200)), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace("\u00df", "ss")
                .replace("\u00e6", "ae")
                .replace("\u0153", "oe")
                .replace("\u00f8", "o")
                .replace("\u0142", "l");
        StringBuilder letters = new StringBuilder();
        folded.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) && Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(letters::appendCodePoint);
        if (letters.length() > longest) {
            letters.setLength(letters.offsetByCodePoints(0, letters.codePointCount(0, longest)));
        }
        return letters.toString();
    }
}
