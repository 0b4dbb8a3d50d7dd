package org.scholion.text;

/**
 * Names one state of a text. A result carries the revision it was computed on: it is applied when that is still the current one,
 * else mapped anew or dropped.
 *
 * @param stamp grows with every change; only equality and order within one text mean something
 */
public record Revision(long stamp) implements Comparable<Revision> {

    /** The revision of a text that was read from disk and is not being edited. */
    public static final Revision DISK = new Revision(0);

    @Override
    public int compareTo(Revision other) {
        return Long.compare(stamp, other.stamp);
    }
}
