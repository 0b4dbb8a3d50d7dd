package org.scholion.assist.language.internal.grammar;

import java.util.ArrayList;
import java.util.List;
import org.scholion.text.TextEdit;

/**
 * A change of a sentence.
 *
 * @param edit in the sentence as it was
 * @param probability that the tagger gives it, from 0 to 1; of a change in several steps that of the least sure one
 * @param wrong probability that something is wrong with the words, whatever is right; at least {@code probability}
 * @param alternatives other changes of the same word, less probable ones; none where a change takes several steps
 */
record Correction(TextEdit edit, double probability, double wrong, List<Alternative> alternatives) {

    /**
     * What may be meant instead.
     *
     * @param edit in the sentence as it was
     * @param probability that the tagger gives it
     */
    record Alternative(TextEdit edit, double probability) {}

    Correction {
        alternatives = List.copyOf(alternatives);
    }

    /** The correction itself, then its alternatives, each without others. */
    List<Correction> variants() {
        List<Correction> variants = new ArrayList<>();
        variants.add(new Correction(edit, probability, wrong, List.of()));
        alternatives.forEach(other -> variants.add(new Correction(other.edit(), other.probability(), wrong, List.of())));
        return variants;
    }
}
