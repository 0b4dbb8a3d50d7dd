package org.scholion.assist.language.internal.consistency.terms;

import java.util.Locale;
import java.util.Set;
import org.scholion.assist.language.internal.consistency.FunctionWords;
import org.scholion.assist.language.internal.consistency.Word;
import org.scholion.text.TextRange;

/** What is known about compounds of English. */
final class Compound {

    /** How a compound is written. */
    enum Form {
        HYPHENATED,
        CLOSED,
        OPEN
    }

    /**
     * A compound, or what may be one.
     *
     * @param word the first or only word
     * @param end behind the compound in the prose
     * @param key the same for all forms, singular and plural
     * @param first the first part in lower case; empty where it is one word
     * @param second the second part as it is written; empty where it is one word
     * @param next the stem of the noun behind it; empty where there is none
     * @param beforeNoun whether a word follows that may be a noun
     * @param alone whether no noun follows: a full stop or a verb
     */
    record Use(Form form, Word word, int end, String key, String first, String second, String next, boolean beforeNoun, boolean alone) {

        TextRange range() {
            return new TextRange(word.start(), form == Form.OPEN ? end : word.start() + core());
        }

        /** The length without a possessive ending. */
        private int core() {
            return word.lower().length();
        }

        /** This use in another form; {@code split} is the length of the first part. */
        String written(Form other, int split) {
            String joiner = switch (other) {
                case HYPHENATED -> "-";
                case CLOSED -> "";
                case OPEN -> " ";
            };
            String own = word.text().substring(0, Math.min(word.text().length(), core()));
            return switch (form) {
                case HYPHENATED -> own.replaceFirst("-", joiner);
                case CLOSED -> own.substring(0, split) + joiner + own.substring(split);
                case OPEN -> word.text() + joiner + second;
            };
        }
    }

    private static final Set<String> PREFIXES = FunctionWords.set("""
            anti auto bi bio co counter cross cyber de di electro extra geo hydro hyper in infra inter intra iso macro mega meta micro mid mini
            mono multi nano neo neuro non over para photo physio poly post pre pro proto pseudo quasi re semi sub super supra tele thermo trans
            tri ultra un under uni""");

    /** Forms that mean different things or are different parts of speech. */
    private static final Set<String> DIFFERENT = FunctionWords.set("""
            recover recovered recovering recovery reform reformed resign recreate recreation resort resent relay represent reserve coop
            unionized unionised everyday anyway anyone everyone someone maybe sometime sometimes somewhat altogether already alright
            nobody overall underway onto into setup setup followup backup breakdown buildup checkout cleanup cutoff dropout fallback handout
            layout lockdown lookup login logout makeup markup pickup rollout runoff runtime shutdown signup slowdown speedup startup takeover
            tradeoff turnover warmup workaround workout readout spinoff standby upset timeout upload download output input outlook outbreak
            longterm shortterm highlevel lowlevel firstorder secondorder""");

    private static final Set<String> PARTICLES = FunctionWords.set(
            "up down out off in on over back away through by around under about along ahead apart aside forward together");

    private Compound() {}

    static boolean isPlain(String lower) {
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (!Character.isLetter(c)) {
                return false;
            }
        }
        return !lower.isEmpty();
    }

    static String key(String joined) {
        return stem(joined);
    }

    /** Without the ending of a plural. */
    static String stem(String lower) {
        int length = lower.length();
        boolean plural = length > 3 && lower.charAt(length - 1) == 's' && "suiy".indexOf(lower.charAt(length - 2)) < 0;
        return plural ? lower.substring(0, length - 1) : lower;
    }

    static boolean isPrefix(String first) {
        return PREFIXES.contains(first);
    }

    /** Whether the forms of that key may stand side by side. */
    static boolean mayDiffer(String key) {
        return DIFFERENT.contains(key);
    }

    /** Whether two words side by side may be meant as one compound noun; a verb and its particle are not. */
    static boolean mayBeOneWord(Use pair) {
        return !PARTICLES.contains(pair.first()) && !PARTICLES.contains(pair.second().toLowerCase(Locale.ROOT));
    }
}
