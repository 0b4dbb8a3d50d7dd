package org.scholion.assist.language.internal.spelling;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Decides for one paper whether a word that the dictionary does not know is a misspelling.
 *
 * <p>A word is taken for right when it looks like no word of the language (digits, inner capitals, acronyms), when it is a known
 * term, when the bibliography has it, when the paper uses it again, when it is a name, or when it is made of known words by a rule.
 * What is one step from a word that the language or the paper uses much more often stays suspicious: for that the evidence has to be
 * better, since a slip that is made twice is still one.
 */
final class WordJudge {

    private static final Pattern JOINT = Pattern.compile("[-\u2010\u2011\u2013\u2014/+&.,_\u2019']+");
    private static final int SHORTEST = 3;
    private static final int SHORTEST_NAME_SLIP = 6;
    private static final int LONGEST_ACRONYM = 7;
    private static final int OFTEN = 5;
    private static final int SHORT = 4;
    private static final int SHORT_OFTEN = 3;
    private static final Set<String> JOINED = Set.of(
            "non", "pre", "post", "co", "quasi", "semi", "anti", "multi", "inter", "intra", "sub", "super", "pseudo", "meta", "micro",
            "macro", "nano", "spatio", "socio", "electro", "magneto", "thermo", "hydro", "bio", "geo", "neuro", "photo", "ex", "et",
            "al", "vs", "hyper", "ultra", "infra", "trans", "auto", "poly", "mono", "bi", "tri", "uni", "re", "un", "di", "de", "self",
            "mini", "cyber", "techno", "astro", "physico", "chemo", "visco", "psycho", "eco", "cryo");

    private final PaperWords paper;
    private final WordLists lists;
    private final Dictionary dictionary;

    WordJudge(PaperWords paper, WordLists lists, Dictionary dictionary) {
        this.paper = paper;
        this.lists = lists;
        this.dictionary = dictionary;
    }

    /**
     * Where a word stands.
     *
     * @param language a BCP 47 tag
     * @param startsSentence whether its capital says nothing, because a sentence, title or cell begins here
     * @param namedHere whether what stands around it shows that it is somebody's name: "et al.", a citation behind it, initials
     * @param set apart whether it is emphasised
     * @param heading whether all words around it may have capitals
     */
    record Context(String language, boolean startsSentence, boolean namedHere, boolean setApart, boolean heading) {
        boolean isEnglish() {
            return language.equals("en") || language.startsWith("en-");
        }
    }

    /** Whether the author should be told. */
    boolean isMisspelling(String word, Context context) {
        String bare = withoutGenitive(word);
        return !isRight(bare, context);
    }

    private boolean isRight(String word, Context context) {
        if (isNoPlainWord(word, context)) {
            return true;
        }
        String[] parts = JOINT.split(word);
        if (parts.length > 1) {
            return areRight(parts, context);
        }
        return lists.isTerm(word)
                || paper.inBibliography(word)
                || isKnownPlural(word)
                || hasEvidence(word, context);
    }

    private boolean areRight(String[] parts, Context context) {
        for (String part : parts) {
            if (part.length() >= SHORTEST
                    && !JOINED.contains(part.toLowerCase(Locale.ROOT))
                    && !knows(context.language(), part)
                    && !isRight(part, context)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasEvidence(String word, Context context) {
        boolean capital = Character.isUpperCase(word.charAt(0));
        String lower = word.toLowerCase(Locale.ROOT);
        List<String> meant = suspects(lower, context);
        if (capital && isName(word, lower, context, meant)) {
            return true;
        }
        int count = paper.count(word);
        if (!meant.isEmpty()) {
            // any short word is near another
            return count >= SHORT_OFTEN && lower.length() <= SHORT
                    || count >= OFTEN && meant.stream().allMatch(other -> paper.exactCount(other) * 2 < count)
                    || paper.inKeys(word) && count >= 2 && meant.stream().allMatch(other -> paper.exactCount(other) == 0);
        }
        return count >= 2
                || paper.inKeys(word)
                || context.setApart()
                || WordForms.isDerived(lower, part -> isKnownPart(part, context));
    }

    /** A name, unless it is more likely a word with a capital and a slip. */
    private boolean isName(String word, String lower, Context context, List<String> meant) {
        if (context.namedHere()) {
            return true;
        }
        boolean likelySlip = !meant.isEmpty() && lower.length() >= SHORTEST_NAME_SLIP;
        if (paper.isName(word) && !likelySlip) {
            return true;
        }
        return !context.startsSentence() && !context.heading() && !likelySlip;
    }

    /** Frequent words that may have been meant. */
    private List<String> suspects(String lower, Context context) {
        int own = paper.exactCount(lower);
        Predicate<String> ofPaper = other -> paper.exactCount(other) > 2 * own && knows(context.language(), other);
        if (context.isEnglish()) {
            return Neighbours.of(lower, other -> lists.common().contains(other) || ofPaper.test(other));
        }
        List<String> found = Neighbours.of(lower, ofPaper);
        found.addAll(Neighbours.byAccent(lower, other -> knows(context.language(), other)));
        return found;
    }

    private boolean isNoPlainWord(String word, Context context) {
        if (word.length() < SHORTEST) {
            return true;
        }
        boolean inner = false;
        boolean lowerSeen = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isDigit(c) || Character.isLetter(c) && !isOfScript(c)) {
                return true;
            }
            boolean upper = Character.isUpperCase(c);
            boolean joint = i > 0 && !Character.isLetter(word.charAt(i - 1));
            inner |= i > 0 && upper && !joint;
            lowerSeen |= Character.isLowerCase(c);
        }
        // mRNA, SciPy, PCs; an acronym unless the heading is all in capitals
        return inner && (lowerSeen || word.length() <= LONGEST_ACRONYM || !context.heading());
    }

    private static boolean isOfScript(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private boolean isKnownPlural(String word) {
        return word.endsWith("s") && lists.isTerm(word.substring(0, word.length() - 1));
    }

    private boolean isKnownPart(String part, Context context) {
        return lists.terms().contains(part) || knows(context.language(), part);
    }

    private boolean knows(String language, String word) {
        return dictionary.knows(language, word)
                || Character.isUpperCase(word.charAt(0)) && dictionary.knows(language, word.toLowerCase(Locale.ROOT));
    }

    private static String withoutGenitive(String word) {
        String bare = word;
        if (bare.endsWith("'s") || bare.endsWith("\u2019s")) {
            bare = bare.substring(0, bare.length() - 2);
        }
        while (!bare.isEmpty() && !Character.isLetterOrDigit(bare.charAt(bare.length() - 1))) {
            bare = bare.substring(0, bare.length() - 1);
        }
        return bare;
    }
}
