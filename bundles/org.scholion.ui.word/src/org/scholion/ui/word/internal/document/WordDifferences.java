package org.scholion.ui.word.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.compare.rangedifferencer.IRangeComparator;
import org.eclipse.compare.rangedifferencer.RangeDifference;
import org.eclipse.compare.rangedifferencer.RangeDifferencer;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** The differences of two texts word by word, so that a tracked change is one that a person would make. */
final class WordDifferences {

    /** Words, stretches of white space, and all else sign by sign. */
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);

    private WordDifferences() {}

    /** Changes that make {@code after} of {@code before}, in order; what a changed word has in common with the old one at its ends stays. */
    static List<TextEdit> between(String before, String after) {
        if (before.equals(after)) {
            return List.of();
        }
        Tokens old = new Tokens(before);
        Tokens fresh = new Tokens(after);
        List<TextEdit> edits = new ArrayList<>();
        for (RangeDifference difference : RangeDifferencer.findDifferences(old, fresh)) {
            TextRange range = old.range(difference.leftStart(), difference.leftLength());
            String replacement = fresh.range(difference.rightStart(), difference.rightLength()).of(after);
            edits.add(new TextEdit(range, replacement).minimal(before));
        }
        return edits;
    }

    /** The words of a text. */
    private static final class Tokens implements IRangeComparator {
        private final String text;
        private final List<TextRange> ranges = new ArrayList<>();

        Tokens(String text) {
            this.text = text;
            Matcher tokens = TOKEN.matcher(text);
            while (tokens.find()) {
                ranges.add(new TextRange(tokens.start(), tokens.end()));
            }
        }

        TextRange range(int first, int count) {
            int start = first < ranges.size() ? ranges.get(first).start() : text.length();
            return count == 0 ? TextRange.at(start) : new TextRange(start, ranges.get(first + count - 1).end());
        }

        @Override
        public int getRangeCount() {
            return ranges.size();
        }

        @Override
        public boolean rangesEqual(int index, @Nullable IRangeComparator other, int otherIndex) {
            return other instanceof Tokens tokens && ranges.get(index).of(text).equals(tokens.ranges.get(otherIndex).of(tokens.text));
        }

        @Override
        public boolean skipRangeComparison(int length, int maxLength, @Nullable IRangeComparator other) {
            return false;
        }
    }
}
