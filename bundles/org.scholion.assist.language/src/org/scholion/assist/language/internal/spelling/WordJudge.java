package org.scholion.assist.language.internal.spelling;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scholion.manuscript.Manuscript;

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
    private static final Pattern TWO_CAPITALS = Pattern.compile("\\p{Lu}{2}\\p{Ll}{2,}");
    private static final Pattern JOINED_WORDS = Pattern.compile("(\\p{Lu}\\p{Ll}{2,}){3,}");
    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Set<String> WRONG_UNITS = Set.of("Khz", "Mhz", "Ghz", "Thz");
    private static final String CONSONANTS = "bcdfghjklmnpqrstvwxz";
    private static final int SHORTEST = 3;
    private static final int SHORTEST_NAME_SLIP = 6;
    private static final int LONGEST_ACRONYM = 7;
    private static final int OFTEN = 5;
    private static final int SHORT = 4;
    private static final int SHORT_OFTEN = 3;
    private static final int LONG_NAME = 10;
    private static final int SAME_END = 3;
    private static final int LONG_IN_TITLE = 8;
    private static final int MOST_CHANGED = 200;
    private static final Set<String> JOINED = Set.of(
            "non", "pre", "post", "co", "quasi", "semi", "anti", "multi", "inter", "intra", "sub", "super", "pseudo", "meta", "micro",
            "macro", "nano", "spatio", "socio", "electro", "magneto", "thermo", "hydro", "bio", "geo", "neuro", "photo", "ex", "et",
            "al", "vs", "hyper", "ultra", "infra", "trans", "auto", "poly", "mono", "bi", "tri", "uni", "re", "un", "di", "de", "self",
            "mini", "cyber", "techno", "astro", "physico", "chemo", "visco", "psycho", "eco", "cryo");

    private final PaperWords paper;
    private final Knowledge knowledge;
    private final Map<Question, Boolean> answers = new ConcurrentHashMap<>();

    private record Question(String word, Context context) {}

    WordJudge(PaperWords paper, Knowledge knowledge) {
        this.paper = paper;
        this.knowledge = knowledge;
    }

    /** A judge for a later state of the same paper, who keeps the judgements that cannot have changed. */
    WordJudge forLater(Manuscript manuscript, BlockWords.Memory memory) {
        PaperWords later = paper.later(manuscript, memory);
        WordJudge judge = new WordJudge(later, knowledge);
        if (later.hasSameReferences(paper)) {
            Set<String> changed = later.changedSince(paper);
            if (changed.size() <= MOST_CHANGED) {
                answers.forEach((question, answer) -> {
                    if (!dependsOn(question.word(), changed)) {
                        judge.answers.put(question, answer);
                    }
                });
            }
        }
        return judge;
    }

    private static boolean dependsOn(String word, Set<String> changed) {
        for (String part : JOINT.split(word.toLowerCase(Locale.ROOT))) {
            if (changed.stream().anyMatch(other -> Neighbours.isWithin(part, other, 2))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where a word stands.
     *
     * @param language a BCP 47 tag
     * @param startsSentence whether its capital says nothing, because a sentence, title or cell begins here
     * @param namedHere whether what stands around it shows that it is somebody's name: "et al.", a citation behind it, initials
     * @param setApart whether it is emphasised
     * @param heading whether all words around it may have capitals
     * @param spellsAcronym whether its capitals stand in an acronym nearby
     * @param person whether other names around it make it likely that it is one of a person
     */
    record Context(
            String language,
            boolean startsSentence,
            boolean namedHere,
            boolean setApart,
            boolean heading,
            boolean spellsAcronym,
            boolean person) {}

    /** Whether the author should be told. */
    boolean isMisspelling(String word, Context context) {
        return answers.computeIfAbsent(
                new Question(word, context), question -> !isRight(withoutGenitive(question.word()), question.context()));
    }

    private boolean isRight(String word, Context context) {
        if (word.length() < SHORTEST) {
            return true;
        }
        if (WRONG_UNITS.contains(word)) {
            return false;
        }
        if (isNoPlainWord(word, context)) {
            return !isSlipOfCapitals(word, context) && !isNearOwnName(word) && !hasSlipInJoinedWord(word, context);
        }
        String[] parts = JOINT.split(word);
        if (parts.length > 1) {
            return areRight(parts, context);
        }
        boolean capital = Character.isUpperCase(word.charAt(0));
        if (capital ? isNameWithoutItsS(word) : isNameInLowerCase(word, context)) {
            return false;
        }
        return knowledge.isTerm(word)
                || capital && paper.isAuthor(word)
                || paper.inTitles(word)
                || isKnownPlural(word)
                || hasEvidence(word, capital, context);
    }

    private boolean areRight(String[] parts, Context context) {
        boolean names = Stream.of(parts).allMatch(part -> !part.isEmpty() && Character.isUpperCase(part.charAt(0)));
        for (String part : parts) {
            if (names && isNameWithoutItsS(part)) {
                return false;
            }
            if (part.length() >= SHORTEST
                    && !JOINED.contains(part.toLowerCase(Locale.ROOT))
                    && !knowledge.knows(context.language(), part)
                    && !isRight(part, context)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasEvidence(String word, boolean capital, Context context) {
        String lower = word.toLowerCase(Locale.ROOT);
        Knowledge.Fact fact = knowledge.of(context.language(), lower);
        int own = paper.exactCount(lower);
        List<String> ofPaper = Neighbours.of(lower, other -> paper.exactCount(other) > 2 * own && isProperWord(other, context));
        if (fact.systematic() && fact.common().isEmpty() && ofPaper.isEmpty()) {
            return true;
        }
        Set<String> meant = new HashSet<>(fact.common());
        meant.addAll(fact.similar());
        meant.addAll(ofPaper);
        boolean nearName = capital
                && lower.length() >= SHORTEST_NAME_SLIP
                && (isNearName(word, lower)
                        || !context.namedHere() && !context.person() && !fact.names().isEmpty() && paper.count(word) == 1);
        if (capital && !nearName && isName(word, lower, context, fact, meant)) {
            return true;
        }
        int count = paper.count(word);
        if (nearName || !meant.isEmpty()) {
            // any short word is near another
            boolean isUsed = count >= OFTEN || count >= SHORT_OFTEN && lower.length() <= SHORT;
            boolean othersAreRare = meant.stream().allMatch(other -> paper.exactCount(other) * 2 < count);
            return isUsed && (othersAreRare || lower.length() <= SHORT)
                    || paper.inKeys(word) && count >= 2 && meant.stream().allMatch(other -> paper.exactCount(other) == 0);
        }
        return count >= 2 || paper.inKeys(word) || context.setApart() || fact.derived() || isWithoutVowel(lower);
    }

    /** An abbreviation such as dstl, which nobody writes for a word. */
    private static boolean isWithoutVowel(String lower) {
        return lower.codePoints().allMatch(c -> CONSONANTS.indexOf(c) >= 0);
    }

    private boolean isProperWord(String other, Context context) {
        return knowledge.knows(context.language(), other) || knowledge.isTerm(other);
    }

    /** A name, unless it is more likely another name, or a word, with a slip. */
    private boolean isName(String word, String lower, Context context, Knowledge.Fact fact, Set<String> meant) {
        if (context.namedHere() || context.person() && (lower.length() < SHORTEST_NAME_SLIP || fact.common().isEmpty())) {
            return true;
        }
        boolean likelySlip = lower.length() >= SHORTEST_NAME_SLIP
                && (!fact.common().isEmpty() || !meant.isEmpty() && context.startsSentence())
                || lower.length() >= LONG_NAME && isNearLongWord(lower);
        if (likelySlip) {
            return false;
        }
        return paper.nameCount(word) > 0 && !context.heading() || !context.startsSentence() && !context.heading();
    }

    /** Whether the bibliography, or the paper itself more often, has a name that is one step away. */
    private boolean isNearName(String word, String lower) {
        int own = paper.exactCount(lower);
        return !Neighbours.of(lower, other -> paper.isFamilyName(other)
                        || lower.length() >= LONG_IN_TITLE && paper.inTitles(other)
                        || paper.exactCount(other) > own && paper.nameCount(Knowledge.capitalised(other)) > 0)
                .isEmpty()
                && !paper.isAuthor(word);
    }

    /** Whether the paper uses a word that begins and ends alike and is two steps away. */
    private boolean isNearLongWord(String lower) {
        int own = paper.exactCount(lower);
        return paper.withBeginningOf(lower).stream()
                .anyMatch(other -> !other.equals(lower)
                        && paper.exactCount(other) >= own
                        && other.endsWith(lower.substring(lower.length() - SAME_END))
                        && Neighbours.isWithin(lower, other, 2));
    }

    /** RasberryPi in a paper that writes RaspberryPi. */
    private boolean isNearOwnName(String word) {
        if (word.length() < SHORTEST_NAME_SLIP || !word.chars().allMatch(Character::isLetter) || word.equals(word.toUpperCase(Locale.ROOT))) {
            return false;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        int own = paper.exactCount(lower);
        return own > 0 && !Neighbours.of(lower, other -> paper.exactCount(other) > 2 * own).isEmpty();
    }

    /** OpenStreeMap: one of several joined words is none, but one step from a common one. */
    private boolean hasSlipInJoinedWord(String word, Context context) {
        if (paper.exactCount(word) != 1 || paper.inTitles(word) || paper.inKeys(word) || !JOINED_WORDS.matcher(word).matches()) {
            return false;
        }
        List<String> unknown = Stream.of(INNER_CAPITAL.split(word))
                .map(part -> part.toLowerCase(Locale.ROOT))
                .filter(part -> !isProperWord(part, context))
                .toList();
        return unknown.size() == 1
                && unknown.getFirst().length() > SHORT
                && !knowledge.of(context.language(), unknown.getFirst()).common().isEmpty();
    }

    /** Hasting in a paper that writes Hastings, more than once and always with a capital, or cites somebody of that name. */
    private boolean isNameWithoutItsS(String word) {
        String whole = word + "s";
        int count = paper.exactCount(whole);
        boolean common = count > 1 && paper.nameCount(whole) == count;
        boolean cited = count > 0 && paper.isFamilyName(whole.toLowerCase(Locale.ROOT));
        return paper.exactCount(word) == 1 && (common || cited) && !paper.isAuthor(word);
    }

    /** FIlter: the second capital is a slip, unless an acronym is spelled out. */
    private boolean isSlipOfCapitals(String word, Context context) {
        return TWO_CAPITALS.matcher(word).matches()
                && !context.spellsAcronym()
                && knowledge.knows(context.language(), word.toLowerCase(Locale.ROOT));
    }

    /** A word that the dictionary knows with a capital only, when the paper writes it with one at least as often. */
    private boolean isNameInLowerCase(String word, Context context) {
        String capitalised = Knowledge.capitalised(word);
        int names = paper.nameCount(capitalised);
        return names > 0 && names * 2 >= paper.exactCount(word) && knowledge.knows(context.language(), capitalised);
    }

    private boolean isNoPlainWord(String word, Context context) {
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
        return word.endsWith("s") && knowledge.isTerm(word.substring(0, word.length() - 1));
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
