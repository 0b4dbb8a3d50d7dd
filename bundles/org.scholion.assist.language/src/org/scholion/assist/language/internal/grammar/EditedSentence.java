package org.scholion.assist.language.internal.grammar;

import java.util.ArrayList;
import java.util.List;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;
import org.scholion.text.TextRange;

/** A sentence that is changed step by step, and what all steps together change of the sentence as it was. Not thread-safe. */
final class EditedSentence {

    private final String original;
    private final List<Correction> corrections = new ArrayList<>();
    private String text;
    private double expectedErrors;

    EditedSentence(String original) {
        this.original = original;
        text = original;
    }

    /** As it is now. */
    String text() {
        return text;
    }

    /** The changes that lead from the original to the text, in order; none touches another. */
    List<Correction> corrections() {
        return List.copyOf(corrections);
    }

    /** How many of its words are wrong, as was expected of it as it was. */
    double expectedErrors() {
        return expectedErrors;
    }

    void expect(double errors) {
        expectedErrors = errors;
    }

    /**
     * Makes a change.
     *
     * @param said in the text as it is now; its alternatives are changes of the original, and are forgotten when another change joins
     *     this one
     */
    void change(Correction said) {
        TextEdit step = said.edit();
        int start = step.range().start();
        int end = step.range().end();
        int first = 0;
        int growth = 0;
        // behind the corrections that end before the step
        while (first < corrections.size() && currentEnd(first, growth) < start) {
            growth += corrections.get(first).edit().growth();
            first++;
        }
        int originalStart = start - growth;
        int currentStart = start;
        int last = first;
        double least = said.probability();
        double wrong = said.wrong();
        int growthBehind = growth;
        if (first < corrections.size() && currentStart(first, growth) < start) {
            currentStart = currentStart(first, growth);
            originalStart = corrections.get(first).edit().range().start();
        }
        int currentEnd = end;
        while (last < corrections.size() && currentStart(last, growthBehind) <= end) {
            currentEnd = Math.max(currentEnd, currentEnd(last, growthBehind));
            growthBehind += corrections.get(last).edit().growth();
            least = Math.min(least, corrections.get(last).probability());
            wrong = Math.max(wrong, corrections.get(last).wrong());
            last++;
        }
        int originalEnd = currentEnd - growthBehind;
        String replacement = text.substring(currentStart, start) + step.replacement() + text.substring(end, currentEnd);
        text = new StringBuilder(text).replace(start, end, step.replacement()).toString();
        corrections.subList(first, last).clear();
        TextEdit whole = new TextEdit(new TextRange(originalStart, originalEnd), replacement);
        if (!whole.range().of(original).equals(replacement)) {
            corrections.add(first, new Correction(whole, least, wrong, last == first ? said.alternatives() : List.of()));
        }
    }

    private int currentStart(int index, int growthBefore) {
        return corrections.get(index).edit().range().start() + growthBefore;
    }

    private int currentEnd(int index, int growthBefore) {
        return currentStart(index, growthBefore) + corrections.get(index).edit().replacement().length();
    }

    /** The original with some of the corrections. */
    static String with(String original, List<Correction> some) {
        return new TextEdits(some.stream().map(Correction::edit).toList()).applyTo(original);
    }
}
