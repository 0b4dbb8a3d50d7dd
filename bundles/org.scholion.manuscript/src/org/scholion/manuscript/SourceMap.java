package org.scholion.manuscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scholion.text.TextRange;

/**
 * Takes any range of a block's prose to the source. Immutable.
 *
 * <p>The prose is a sequence of segments without gaps; the source between two segments is markup that prints nothing.
 */
public final class SourceMap {

    /** The map of an empty prose. */
    public static final SourceMap EMPTY = new SourceMap(List.of());

    /** How a segment of prose comes from its source. */
    public enum Origin {
        /** Letter by letter the same. */
        VERBATIM,
        /** One notation for the segment as a whole: an accent, a dash, a quote, a line end that is a space, a placeholder. */
        NOTATION,
        /** Printed by a macro of the paper; the words do not stand at the place, so they cannot be changed there. */
        EXPANSION
    }

    /** A stretch of prose and where it comes from; the prose is not empty. */
    public record Segment(TextRange prose, SourceRange source, Origin origin) {
        public Segment {
            if (prose.isEmpty() || origin == Origin.VERBATIM && prose.length() != source.range().length()) {
                throw new IllegalArgumentException("impossible segment " + prose + " of " + source);
            }
        }
    }

    /** Where a range of prose stands in the source. */
    public sealed interface Place {

        /** From the first to the last unit; of the file in which the range begins when it runs over several. */
        SourceRange enclosing();

        /** The source of the range is one stretch that holds nothing else, and can be replaced. */
        record Exact(SourceRange range) implements Place {
            @Override
            public SourceRange enclosing() {
                return range;
            }
        }

        /** Markup, another file or a macro's text lies in the range. */
        record CrossesMarkup(SourceRange enclosing) implements Place {}
    }

    private final List<Segment> segments;

    private SourceMap(List<Segment> segments) {
        this.segments = List.copyOf(segments);
    }

    public static Builder builder() {
        return new Builder();
    }

    public List<Segment> segments() {
        return segments;
    }

    /** The units of prose that this map covers. */
    public int length() {
        return segments.isEmpty() ? 0 : segments.getLast().prose().end();
    }

    /**
     * Where a range of the prose stands. An empty range is an insertion: its place is behind the unit before it, or before the first one.
     *
     * @throws IndexOutOfBoundsException when the range ends behind the prose, or the map is empty
     */
    public Place place(TextRange prose) {
        if (prose.end() > length() || segments.isEmpty()) {
            throw new IndexOutOfBoundsException(prose + " in a prose of " + length());
        }
        if (prose.isEmpty()) {
            return insertion(prose.start());
        }
        int first = indexAt(prose.start());
        int last = indexAt(prose.end() - 1);
        SourceRange enclosing = part(segments.get(first), prose);
        boolean exact = isWhole(segments.get(first), prose) && isWhole(segments.get(last), prose);
        for (int i = first + 1; i <= last; i++) {
            SourceRange next = part(segments.get(i), prose);
            boolean sameUnit = next.unit().equals(enclosing.unit());
            exact &= sameUnit && next.range().start() == enclosing.range().end() && segments.get(i).origin() != Origin.EXPANSION;
            if (sameUnit) {
                enclosing = enclosing.hull(next);
            }
        }
        exact &= segments.get(first).origin() != Origin.EXPANSION;
        return exact ? new Place.Exact(enclosing) : new Place.CrossesMarkup(enclosing);
    }

    /** Whether a unit of the range was printed by a macro of the paper. */
    public boolean hasExpansion(TextRange prose) {
        if (prose.isEmpty()) {
            return false;
        }
        for (int i = indexAt(prose.start()); i < segments.size() && segments.get(i).prose().start() < prose.end(); i++) {
            if (segments.get(i).origin() == Origin.EXPANSION) {
                return true;
            }
        }
        return false;
    }

    /** The offset in the prose of a place in the source, or nothing when the place is not printed by this prose. */
    public Optional<Integer> proseOffset(SourceUnit unit, int sourceOffset) {
        for (Segment segment : segments) {
            SourceRange source = segment.source();
            if (source.unit().equals(unit) && source.range().contains(sourceOffset)) {
                int inside = segment.origin() == Origin.VERBATIM ? sourceOffset - source.range().start() : 0;
                return Optional.of(segment.prose().start() + inside);
            }
        }
        return Optional.empty();
    }

    /**
     * The map of the same prose from a source that stands elsewhere.
     *
     * @param place takes a range of the source to where it stands, without changing its length
     */
    public SourceMap relocated(UnaryOperator<SourceRange> place) {
        return new SourceMap(segments.stream()
                .map(segment -> new Segment(segment.prose(), place.apply(segment.source()), segment.origin()))
                .toList());
    }

    private Place insertion(int offset) {
        Segment segment = segments.get(indexAt(Math.max(0, offset - 1)));
        if (segment.origin() == Origin.VERBATIM) {
            int shift = segment.source().range().start() - segment.prose().start();
            return new Place.Exact(new SourceRange(segment.source().unit(), TextRange.at(offset + shift)));
        }
        TextRange source = segment.source().range();
        TextRange at = TextRange.at(offset <= segment.prose().start() ? source.start() : source.end());
        SourceRange range = new SourceRange(segment.source().unit(), at);
        boolean inside = segment.prose().start() < offset && offset < segment.prose().end();
        return inside || segment.origin() == Origin.EXPANSION ? new Place.CrossesMarkup(range) : new Place.Exact(range);
    }

    private static boolean isWhole(Segment segment, TextRange prose) {
        return segment.origin() == Origin.VERBATIM || prose.contains(segment.prose());
    }

    private static SourceRange part(Segment segment, TextRange prose) {
        if (segment.origin() != Origin.VERBATIM) {
            return segment.source();
        }
        int shift = segment.source().range().start() - segment.prose().start();
        int from = Math.max(prose.start(), segment.prose().start());
        int to = Math.min(prose.end(), segment.prose().end());
        return new SourceRange(segment.source().unit(), new TextRange(from + shift, to + shift));
    }

    private int indexAt(int offset) {
        int low = 0;
        int high = segments.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (segments.get(middle).prose().end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Collects segments from left to right; neighbours that continue each other become one. Not thread-safe. */
    public static final class Builder {
        private final List<Segment> segments = new ArrayList<>();
        private int length;

        /** The units of prose that were appended so far. */
        public int length() {
            return length;
        }

        /** Text taken over as it is in the source. */
        public Builder verbatim(SourceRange source) {
            if (source.range().isEmpty()) {
                return this;
            }
            Segment last = segments.isEmpty() ? null : segments.getLast();
            if (last != null && last.origin() == Origin.VERBATIM && last.source().unit().equals(source.unit())
                    && last.source().range().end() == source.range().start()) {
                TextRange prose = new TextRange(last.prose().start(), length + source.range().length());
                segments.set(segments.size() - 1, new Segment(prose, last.source().hull(source), Origin.VERBATIM));
                length = prose.end();
                return this;
            }
            return append(source.range().length(), source, Origin.VERBATIM);
        }

        /** {@code proseLength} units that the source writes in another way. */
        public Builder notation(int proseLength, SourceRange source) {
            return proseLength == 0 ? this : append(proseLength, source, Origin.NOTATION);
        }

        /** {@code proseLength} units printed by the macro call at {@code source}. */
        public Builder expansion(int proseLength, SourceRange source) {
            return proseLength == 0 ? this : append(proseLength, source, Origin.EXPANSION);
        }

        /** Takes back the last units of prose, such as white space at the end of a block. */
        public Builder truncate(int newLength) {
            while (length > newLength) {
                Segment last = segments.removeLast();
                length = last.prose().start();
                if (length < newLength) {
                    if (last.origin() == Origin.VERBATIM) {
                        int keep = newLength - length;
                        TextRange source = TextRange.ofLength(last.source().range().start(), keep);
                        verbatim(new SourceRange(last.source().unit(), source));
                    } else {
                        append(newLength - length, last.source(), last.origin());
                    }
                }
            }
            return this;
        }

        public SourceMap build() {
            return segments.isEmpty() ? EMPTY : new SourceMap(segments);
        }

        private Builder append(int proseLength, SourceRange source, Origin origin) {
            segments.add(new Segment(TextRange.ofLength(length, proseLength), source, origin));
            length += proseLength;
            return this;
        }
    }
}
