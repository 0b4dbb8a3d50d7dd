package org.scholion.manuscript;

import org.scholion.text.TextRange;

/**
 * A place in the source of a manuscript.
 *
 * @param unit what the offsets count in
 * @param range the units meant
 */
public record SourceRange(SourceUnit unit, TextRange range) {

    /** The smallest range that holds both, which must be of one unit. */
    public SourceRange hull(SourceRange other) {
        if (!unit.equals(other.unit)) {
            throw new IllegalArgumentException("ranges of different files: " + unit + ", " + other.unit);
        }
        return new SourceRange(unit, range.hull(other.range));
    }

    public boolean contains(SourceRange other) {
        return unit.equals(other.unit) && range.contains(other.range);
    }
}
