package org.scholion.text;

import java.util.Optional;

/**
 * A part of a text: 0-based, half-open, in UTF-16 units.
 *
 * @param start the first unit, at least 0
 * @param end the unit after the last one, at least {@code start}
 */
public record TextRange(int start, int end) implements Comparable<TextRange> {

    public TextRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("impossible range " + start + ".." + end);
        }
    }

    /** The range of {@code length} units that begins at {@code start}. */
    public static TextRange ofLength(int start, int length) {
        return new TextRange(start, start + length);
    }

    /** The empty range before the unit at {@code offset}. */
    public static TextRange at(int offset) {
        return new TextRange(offset, offset);
    }

    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return end == start;
    }

    /** Whether the unit at {@code offset} lies in this range. */
    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    /** Whether no unit of {@code other} lies outside; an empty range at one of the borders is contained. */
    public boolean contains(TextRange other) {
        return start <= other.start && other.end <= end;
    }

    /** Whether both share at least one unit; an empty range overlaps what it lies strictly inside of. */
    public boolean overlaps(TextRange other) {
        if (isEmpty() || other.isEmpty()) {
            return start < other.end && other.start < end;
        }
        return Math.max(start, other.start) < Math.min(end, other.end);
    }

    /** The units that both have, or nothing when they have none and do not meet. */
    public Optional<TextRange> intersection(TextRange other) {
        int from = Math.max(start, other.start);
        int to = Math.min(end, other.end);
        return from <= to ? Optional.of(new TextRange(from, to)) : Optional.empty();
    }

    /** The smallest range that contains both. */
    public TextRange hull(TextRange other) {
        return new TextRange(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** This range moved by {@code distance} units, which may be negative. */
    public TextRange shifted(int distance) {
        return new TextRange(start + distance, end + distance);
    }

    /**
     * The part of {@code text} in this range.
     *
     * @throws IndexOutOfBoundsException when the range ends behind the text
     */
    public String of(CharSequence text) {
        return text.subSequence(start, end).toString();
    }

    /** Orders by start, then by end. */
    @Override
    public int compareTo(TextRange other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }

    @Override
    public String toString() {
        return start + ".." + end;
    }
}
