package org.scholion.assist.language.internal.grammar;

import java.util.ArrayList;
import java.util.List;
import org.scholion.inference.Generator;
import org.scholion.inference.ModelException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Asks a language model how much more probable each correction makes its sentence. That a correct sentence is the more probable one is
 * the idea of Bryant and Briscoe 2018, "Language Model Based Grammatical Error Correction without Annotated Training Data".
 */
final class Judge {

    /** What the language model reads for the marks of the tagger, which it does not know. */
    private static final String[][] MARKS = {
        {"[math]", "x"}, {"[cite]", "[1]"}, {"[ref]", "2"}, {"[code]", "code"}, {"[url]", "the link"}, {"[other]", "X"},
    };

    private Judge() {}

    /**
     * The gain of each correction.
     *
     * @return for each the natural logarithm of the probability of the sentence with all corrections minus that of the sentence with
     *     all others: positive where the correction makes the sentence more probable
     */
    static List<Double> gains(Generator model, String sentence, List<Correction> corrections, CancelToken cancel)
            throws ModelException, CancelledException {
        String corrected = readable(EditedSentence.with(sentence, corrections));
        List<Double> gains = new ArrayList<>(corrections.size());
        for (Correction correction : corrections) {
            List<Correction> others = corrections.stream().filter(other -> other != correction).toList();
            String without = readable(EditedSentence.with(sentence, others));
            // both begin alike; what is computed for the beginning is kept by the model between the calls
            int start = wordStart(corrected, without);
            String beginning = corrected.substring(0, start);
            gains.add(logProbability(model, beginning, corrected.substring(start), cancel)
                    - logProbability(model, beginning, without.substring(start), cancel));
        }
        return gains;
    }

    private static double logProbability(Generator model, String beginning, String text, CancelToken cancel)
            throws ModelException, CancelledException {
        double sum = 0;
        for (double token : model.logProbabilities(beginning, text, cancel)) {
            sum += token;
        }
        return sum;
    }

    /** Where the first word begins that differs, with the space before it, as tokens of words have it. */
    private static int wordStart(String a, String b) {
        int at = 0;
        int limit = Math.min(a.length(), b.length());
        while (at < limit && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        int space = a.lastIndexOf(' ', Math.min(at, a.length() - 1));
        return Math.max(0, Math.min(space, at));
    }

    private static String readable(String text) {
        String readable = text;
        for (String[] mark : MARKS) {
            readable = readable.replace(mark[0], mark[1]);
        }
        return readable;
    }
}
