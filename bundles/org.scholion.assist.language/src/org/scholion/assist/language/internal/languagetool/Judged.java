package org.scholion.assist.language.internal.languagetool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.scholion.assist.Category;
import org.scholion.assist.language.internal.judge.Judge;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

/**
 * Asks a language model about the corrections of rules: which replacement fits the sentence best, and whether any makes it better. Of
 * English only. Thread-safe.
 */
final class Judged {

    /** What stands for a formula or reference in what the language model reads. */
    private static final String SYMBOL = "x";

    /** A correction that makes the sentence less probable than this, in natural logarithms, is none. Fitted on development text. */
    private static final double LEAST_GAIN = 0.5;

    /** So much more probable a correction has to make the sentence when its rule is often wrong. */
    private static final double AGREEMENT = 6;

    /** Rules about signs and capitals, which are right whatever the words are. */
    private static final Set<String> ABOUT_SIGNS = Set.of("UPPERCASE_SENTENCE_START", "COMMA_PARENTHESIS_WHITESPACE");

    /** How much less probable the next replacement of a misspelled word is when nothing is known of the sentence. */
    private static final double PER_RANK = 0.5;

    private final Judge judge;

    Judged(Judge judge) {
        this.judge = judge;
    }

    /**
     * The matches that stay, with their replacements in the order of the gain; when there is no language model, those that need none.
     *
     * @param code LanguageTool's of the language
     */
    List<SentenceMatch> plausible(String code, String sentence, List<SentenceMatch> matches, CancelToken cancel)
            throws CancelledException {
        List<SentenceMatch> plausible = new ArrayList<>(matches.size());
        for (SentenceMatch match : matches) {
            Optional<List<Double>> gains = isEnglish(code) && isJudged(match)
                    ? judge.gains(sentence.replace(Substitute.NAME, SYMBOL), variants(sentence, match.range(), match.replacements()), cancel)
                    : Optional.empty();
            double least = match.judged() ? AGREEMENT : LEAST_GAIN;
            if (gains.isEmpty() && !match.judged()) {
                plausible.add(match);
            } else if (gains.stream().flatMap(List::stream).anyMatch(gain -> gain >= least)) {
                plausible.add(match.withReplacements(byWorth(match.replacements(), gains.orElseThrow(), 0)));
            }
        }
        return plausible;
    }

    private static boolean isJudged(SentenceMatch match) {
        return match.rule().category() == Category.GRAMMAR
                && !match.replacements().isEmpty()
                && !ABOUT_SIGNS.contains(match.rule().id());
    }

    /**
     * The replacements of a misspelled word, the one that fits best first.
     *
     * @param code LanguageTool's of the language
     * @param sentence with the word
     * @param word its place there
     * @param replacements as the dictionary orders them
     */
    List<String> ranked(String code, String sentence, TextRange word, List<String> replacements, CancelToken cancel)
            throws CancelledException {
        if (!isEnglish(code) || replacements.size() < 2) {
            return replacements;
        }
        return judge.gains(sentence, variants(sentence, word, replacements), cancel)
                .map(gains -> byWorth(replacements, gains, PER_RANK))
                .orElse(replacements);
    }

    private static boolean isEnglish(String code) {
        return code.startsWith("en");
    }

    private static List<String> variants(String sentence, TextRange range, List<String> replacements) {
        String before = sentence.substring(0, range.start());
        String behind = sentence.substring(range.end());
        return replacements.stream().map(replacement -> (before + replacement + behind).replace(Substitute.NAME, SYMBOL)).toList();
    }

    private static List<String> byWorth(List<String> replacements, List<Double> gains, double perRank) {
        return IntStream.range(0, replacements.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> perRank * i - gains.get(i)))
                .map(replacements::get)
                .toList();
    }
}
