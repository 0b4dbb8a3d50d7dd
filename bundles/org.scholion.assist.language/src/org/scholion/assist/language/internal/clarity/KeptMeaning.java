package org.scholion.assist.language.internal.clarity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.assist.language.internal.consistency.FunctionWords;
import org.scholion.manuscript.Prose;

/**
 * Whether a rewritten English text still says what the text before said, as far as a program can tell: everything that carries facts
 * has to be there again, and nothing may be claimed more firmly. What it lets through can still be bad English.
 *
 * <p>A {@link Prose#PLACEHOLDER} stands for a formula, citation or reference; where several could change places, each is followed by a
 * number of its own.
 */
public final class KeptMeaning {

    /** What a rewrite can lose. */
    public enum Part {
        /** Formulas, citations, references: each of them, in order. */
        PLACEHOLDERS,
        /** Numbers in digits with their unit, in order, and numbers in words. */
        NUMBERS,
        /** Mathematical signs, Greek letters and variables of one letter. */
        MATHEMATICS,
        /** How often something is denied. */
        NEGATIONS,
        /** May, can, must, should, will: the same kinds as often. */
        MODALITY,
        /** A guess has to stay a guess, and an approximate value approximate. */
        HEDGES,
        /** Words of certainty and generality must not come in. */
        CLAIMS,
        /** Only, at least, at most and the like. */
        LIMITS,
        /** What stands between quotation marks. */
        QUOTATIONS,
        /** Names, acronyms and other words with capital letters. */
        NAMES
    }

    private static final Pattern MARK = Pattern.compile(Prose.PLACEHOLDER + "\\d*");
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d" + Prose.PLACEHOLDER + "])\\d+(?:[.,:/]\\d+)*"
                    + "(?:[\\s\\u00A0\\u2009\\u202F]?"
                    + "(?:%|°C|°|K|[kMGTmµμnp]?(?:m|g|s|Hz|Pa|eV|J|W|V|A|L|l|mol|M|B)|per cent|percent|ms|min|h)(?![\\p{L}]))?");
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|\"[^\"]*\"|«[^»]*»|``.*?''");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\p{M}\\d]*(?:[-'‐‑][\\p{L}\\d][\\p{L}\\p{M}\\d]*)*");
    private static final Pattern MONTH = Pattern.compile("(?<=[a-z,] )May\\b|\\bMay(?= \\d)");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u2009\\u202F]+");

    private static final Set<String> NUMBER_WORDS = FunctionWords.set("""
            zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
            twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions dozen
            half quarter twice thrice double triple""");
    private static final Set<String> DENIALS =
            FunctionWords.set("not no never none nor neither without nothing nobody nowhere hardly scarcely");
    private static final Set<String> GUESSES = FunctionWords.set("""
            may might could possible possibly perhaps maybe probable probably likely potential potentially apparently seemingly presumably
            conceivably suggest suggests suggested suggesting appear appears appeared seem seems seemed indicate indicates indicated think
            believe expect""");
    private static final Set<String> ROUGHLY = FunctionWords.set("approximately roughly nearly almost approx circa about around");
    private static final Set<String> CERTAINTIES = FunctionWords.set("""
            prove proves proved proven proof always certainly definitely clearly obviously undoubtedly evidently unquestionably guarantee
            guarantees guaranteed ensure ensures ensured all every completely entirely fully perfectly any conclusively definitively""");

    private static final Map<String, String> MODALS = Map.ofEntries(
            Map.entry("may", "may"), Map.entry("might", "may"), Map.entry("can", "can"), Map.entry("could", "could"),
            Map.entry("must", "must"), Map.entry("should", "should"), Map.entry("ought", "should"), Map.entry("shall", "must"),
            Map.entry("will", "will"), Map.entry("would", "would"));

    /** Other ways to say the same; applied to both texts before words are counted. The order matters. */
    private static final List<Map.Entry<Pattern, String>> SAME = List.of(
            same("\\bwon't\\b", "will not"),
            same("\\bcan't\\b|\\bcannot\\b", "can not"),
            same("\\bshan't\\b", "shall not"),
            same("n't\\b", " not"),
            same("'ll\\b", " will"),
            // what only announces the sentence behind it
            same("\\bit (?:(?:should|must|may|can|could|has to|needs to) (?:also |here |again )?be|is|was) "
                    + "(?:(?:also |very )?(?:important|interesting|necessary|useful|worth|worthwhile) )?(?:to )?(?:be )?"
                    + "(?:not(?:e|ed|ing)|mention(?:ed|ing)?|emphasi[sz](?:e|ed|ing)|point(?:ed|ing)? out|stress(?:ed|ing)?|remark(?:ed|ing)?"
                    + "|recall(?:ed|ing)?|observ(?:e|ed|ing)|seen?|highlight(?:ed|ing)?) that\\b", " "),
            same("\\bwhether or not\\b", "whether"),
            same("\\bwith the exception of\\b", "except"),
            same("\\b(?:without (?:a |any )?doubt|no doubt)\\b", "undoubtedly"),
            same("\\bwould (seem|appear)", "$1"),
            same("\\b(?:am|is|are|be|been) (not )?(?:able to|capable of)\\b", "can $1"),
            same("\\b(?:have|has) the (?:ability|capability|capacity) (?:to|of)\\b", "can"),
            same("\\b(?:have|has|had|need|needs|needed) to\\b", "must"));

    private static final Pattern LIMIT = Pattern.compile(
            "\\b(?:only|solely|exclusively|at least|at most|more than|less than|fewer than|up to|except|unless)\\b");

    private KeptMeaning() {}

    private static Map.Entry<Pattern, String> same(String pattern, String text) {
        return Map.entry(Pattern.compile(pattern), text);
    }

    /** Whether nothing is lost. */
    public static boolean isKept(String before, String after) {
        return lost(before, after).isEmpty();
    }

    /** What {@code after} lost of {@code before}, or brought in without a reason. */
    public static Set<Part> lost(String before, String after) {
        EnumSet<Part> lost = EnumSet.noneOf(Part.class);
        String old = before.replace('’', '\'');
        String now = after.replace('’', '\'');
        require(found(MARK, old).equals(found(MARK, now)), Part.PLACEHOLDERS, lost);
        require(found(QUOTED, before).equals(found(QUOTED, after)), Part.QUOTATIONS, lost);
        require(numbers(old).equals(numbers(now)), Part.NUMBERS, lost);
        require(signs(old).equals(signs(now)), Part.MATHEMATICS, lost);
        require(namesAreKept(old, now), Part.NAMES, lost);
        String plainOld = plain(old);
        String plainNow = plain(now);
        require(found(LIMIT, plainOld).equals(found(LIMIT, plainNow)), Part.LIMITS, lost);
        List<String> words = found(WORD, plainOld);
        List<String> rewritten = found(WORD, plainNow);
        require(countOf(DENIALS, words) == countOf(DENIALS, rewritten), Part.NEGATIONS, lost);
        require(modals(words).equals(modals(rewritten)), Part.MODALITY, lost);
        require(countOf(NUMBER_WORDS, parts(words)) == countOf(NUMBER_WORDS, parts(rewritten))
                && onlyOf(NUMBER_WORDS, parts(words)).equals(onlyOf(NUMBER_WORDS, parts(rewritten))), Part.NUMBERS, lost);
        require(countOf(GUESSES, words) == 0 || countOf(GUESSES, rewritten) > 0, Part.HEDGES, lost);
        require(countOf(ROUGHLY, words) == 0 || countOf(ROUGHLY, rewritten) > 0, Part.HEDGES, lost);
        require(onlyOf(CERTAINTIES, words).containsAll(onlyOf(CERTAINTIES, rewritten)), Part.CLAIMS, lost);
        return Collections.unmodifiableSet(lost);
    }

    private static void require(boolean kept, Part part, Set<Part> lost) {
        if (!kept) {
            lost.add(part);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static List<String> numbers(String text) {
        return found(NUMBER, MARK.matcher(text).replaceAll(String.valueOf(Prose.PLACEHOLDER))).stream()
                .map(number -> SPACE.matcher(number).replaceAll(" "))
                .toList();
    }

    /** The signs in order; variables of one letter behind them, counted. */
    private static List<Object> signs(String text) {
        StringBuilder signs = new StringBuilder();
        text.codePoints()
                .filter(c -> Character.getType(c) == Character.MATH_SYMBOL
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.GREEK
                        || "±·×÷°′^_".indexOf(c) >= 0)
                .forEach(signs::appendCodePoint);
        Map<String, Integer> variables = new HashMap<>();
        for (String word : found(WORD, text)) {
            if (word.length() == 1 && Character.isLetter(word.charAt(0)) && "aAI".indexOf(word.charAt(0)) < 0) {
                variables.merge(word, 1, Integer::sum);
            }
        }
        return List.of(signs.toString(), variables);
    }

    /** Lower case, contractions written out, other ways to say the same made alike. The month is no modal verb. */
    private static String plain(String text) {
        String plain = SPACE.matcher(MONTH.matcher(text).replaceAll("Maius").toLowerCase(Locale.ROOT)).replaceAll(" ");
        for (Map.Entry<Pattern, String> way : SAME) {
            plain = way.getKey().matcher(plain).replaceAll(way.getValue());
        }
        return plain;
    }

    private static List<String> parts(List<String> words) {
        List<String> parts = new ArrayList<>();
        words.forEach(word -> parts.addAll(List.of(word.split("[-‐‑]"))));
        return parts;
    }

    private static long countOf(Set<String> kind, List<String> words) {
        return words.stream().filter(kind::contains).count();
    }

    private static Set<String> onlyOf(Set<String> kind, List<String> words) {
        Set<String> only = new HashSet<>(words);
        only.retainAll(kind);
        return only;
    }

    private static Map<String, Integer> modals(List<String> words) {
        Map<String, Integer> modals = new HashMap<>();
        for (String word : words) {
            String kind = MODALS.get(word);
            if (kind != null) {
                modals.merge(kind, 1, Integer::sum);
            }
        }
        return modals;
    }

    /** A capital letter at the start of a sentence says nothing; inside a word or a sentence it makes a name. */
    private static boolean namesAreKept(String before, String after) {
        Set<String> capitals = new HashSet<>();
        Set<String> names = names(before, capitals);
        Set<String> capitalsAfter = new HashSet<>();
        Set<String> namesAfter = names(after, capitalsAfter);
        return capitalsAfter.containsAll(names) && capitals.containsAll(namesAfter);
    }

    /** Whether a word is the first of the text, or stands behind the end of a sentence or a colon; opening marks may stand before it. */
    private static boolean isSentenceStart(String text, int offset) {
        int at = offset - 1;
        while (at >= 0 && "“\"([".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        int space = at;
        while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        boolean parted = at < space;
        while (at >= 0 && "'”\")]".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at < 0 || parted && ".!?:;".indexOf(text.charAt(at)) >= 0;
    }

    /** @param capitals takes every word with a capital letter */
    private static Set<String> names(String text, Set<String> capitals) {
        Set<String> names = new HashSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            boolean first = Character.isUpperCase(word.charAt(0));
            boolean inside = word.substring(1).chars().anyMatch(Character::isUpperCase);
            if (!first && !inside || word.equals("I") || word.startsWith("I'")) {
                continue;
            }
            capitals.add(word);
            if (inside || !isSentenceStart(text, matcher.start())) {
                names.add(word);
            }
        }
        return names;
    }
}
