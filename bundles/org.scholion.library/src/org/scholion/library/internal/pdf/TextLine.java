package org.scholion.library.internal.pdf;

/**
 * A line of a page, or the part of one that stands apart. Lengths are in points, from the upper left corner.
 *
 * @param left where its first letter begins
 * @param right where its last letter ends
 * @param baseline that of its letters
 * @param size of most of its letters
 * @param bold whether all of it is
 * @param turned whether it does not run from left to right
 */
record TextLine(String text, float left, float right, float baseline, float size, boolean bold, boolean turned) {

    boolean sameLineAs(TextLine other) {
        return Math.abs(baseline - other.baseline) < 0.3f * Math.max(size, other.size);
    }

    boolean sameSizeAs(TextLine other) {
        return Math.abs(size - other.size) <= 0.08f * Math.max(size, other.size);
    }
}
