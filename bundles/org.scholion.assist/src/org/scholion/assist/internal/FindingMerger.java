package org.scholion.assist.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.scholion.assist.Advice;
import org.scholion.assist.Category;
import org.scholion.text.TextRange;

/**
 * Leaves one finding where several say something about the same words.
 *
 * <p>Spelling, grammar and style compete wherever they overlap; consistency and citation compete only with their own kind, and with
 * the others where the range is the very same. Of two that compete the better one stays: our own rule before that of a library of
 * the same category; then spelling before grammar before the rest; then the more severe, the surer, the shorter and the more
 * confident one.
 */
final class FindingMerger {

    /** The name in the origin of the rules that are made for papers. */
    static final String OWN = "Scholion";

    private FindingMerger() {}

    /**
     * The findings that stay, in the order of their places.
     *
     * @param range the place of a finding; all of one text
     */
    static <T> List<T> merge(List<T> findings, Function<T, TextRange> range, Function<T, Advice> advice) {
        List<T> byWorth = new ArrayList<>(findings);
        byWorth.sort((a, b) -> compare(range.apply(a), advice.apply(a), range.apply(b), advice.apply(b)));
        List<T> kept = new ArrayList<>();
        for (T finding : byWorth) {
            boolean free = kept.stream()
                    .noneMatch(other -> compete(
                            range.apply(finding), advice.apply(finding), range.apply(other), advice.apply(other)));
            if (free) {
                kept.add(finding);
            }
        }
        kept.sort(Comparator.comparing(range));
        return kept;
    }

    private static boolean compete(TextRange range, Advice advice, TextRange otherRange, Advice other) {
        if (range.equals(otherRange)) {
            return true;
        }
        return range.overlaps(otherRange)
                && (advice.category() == other.category() || isAboutWords(advice) && isAboutWords(other));
    }

    private static boolean isAboutWords(Advice advice) {
        return switch (advice.category()) {
            case SPELLING, GRAMMAR, STYLE -> true;
            case CONSISTENCY, CITATION -> false;
        };
    }

    private static int compare(TextRange range, Advice advice, TextRange otherRange, Advice other) {
        if (advice.category() == other.category() && isOwn(advice) != isOwn(other)) {
            return isOwn(advice) ? -1 : 1;
        }
        int byCategory = Integer.compare(rank(advice.category()), rank(other.category()));
        if (byCategory != 0) {
            return byCategory;
        }
        int bySeverity = other.severity().compareTo(advice.severity());
        if (bySeverity != 0) {
            return bySeverity;
        }
        if (advice.sure() != other.sure()) {
            return advice.sure() ? -1 : 1;
        }
        int byLength = Integer.compare(range.length(), otherRange.length());
        return byLength != 0 ? byLength : Double.compare(other.confidence(), advice.confidence());
    }

    private static boolean isOwn(Advice advice) {
        return advice.origin().name().equals(OWN);
    }

    private static int rank(Category category) {
        return switch (category) {
            case SPELLING -> 0;
            case GRAMMAR -> 1;
            case CITATION -> 2;
            case CONSISTENCY -> 3;
            case STYLE -> 4;
        };
    }
}
