package org.scholion.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes ranges of a derived text back to the text it was made from. Immutable; maps compose.
 *
 * <p>The derived text is a sequence of pieces. Inside a <em>verbatim</em> piece offsets differ by a constant; any other piece
 * stands for its source as a whole.
 */
public final class OffsetMap {

    /** One piece; {@code source} may be empty for inserted text, {@code derived} may not. */
    public record Piece(TextRange derived, TextRange source, boolean verbatim) {
        public Piece {
            if (derived.isEmpty() || verbatim && derived.length() != source.length()) {
                throw new IllegalArgumentException("impossible piece " + derived + " of " + source);
            }
        }
    }

    private final List<Piece> pieces;

    private OffsetMap(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** The map of a text that was not changed. */
    public static OffsetMap identity(int length) {
        TextRange all = new TextRange(0, length);
        return new OffsetMap(length == 0 ? List.of() : List.of(new Piece(all, all, true)));
    }

    public static Builder builder() {
        return new Builder();
    }

    public List<Piece> pieces() {
        return pieces;
    }

    /**
     * The source of a range of the derived text: from the first unit's to the last unit's. An empty range gives the empty range
     * before the source of the unit that follows it, or behind the last piece.
     */
    public TextRange toSource(TextRange derived) {
        if (pieces.isEmpty()) {
            return TextRange.at(0);
        }
        if (derived.isEmpty()) {
            int offset = derived.start();
            Piece piece = pieceAt(offset);
            if (offset >= piece.derived().end()) {
                return TextRange.at(piece.source().end());
            }
            return TextRange.at(sourceOf(piece, new TextRange(offset, offset + 1)).start());
        }
        TextRange first = sourceOf(pieceAt(derived.start()), derived);
        TextRange last = sourceOf(pieceAt(derived.end() - 1), derived);
        return new TextRange(Math.min(first.start(), last.start()), Math.max(first.end(), last.end()));
    }

    /** The map from this map's derived text to the source of {@code earlier}, which made this map's source. */
    public OffsetMap after(OffsetMap earlier) {
        Builder builder = builder();
        for (Piece piece : pieces) {
            if (!piece.verbatim() || piece.source().isEmpty()) {
                builder.replaced(piece.derived().length(), earlier.toSource(piece.source()));
                continue;
            }
            int at = piece.source().start();
            while (at < piece.source().end()) {
                Piece under = earlier.pieceAt(at);
                int end = Math.min(piece.source().end(), under.derived().end());
                TextRange part = new TextRange(at, end);
                if (under.verbatim()) {
                    builder.verbatim(earlier.toSource(part));
                } else {
                    builder.replaced(part.length(), under.source());
                }
                at = end;
            }
        }
        return builder.build();
    }

    private static TextRange sourceOf(Piece piece, TextRange derived) {
        if (!piece.verbatim()) {
            return piece.source();
        }
        int shift = piece.source().start() - piece.derived().start();
        int from = Math.max(derived.start(), piece.derived().start());
        int to = Math.min(derived.end(), piece.derived().end());
        return new TextRange(from + shift, to + shift);
    }

    private Piece pieceAt(int derivedOffset) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pieces.get(middle).derived().end() <= derivedOffset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return pieces.get(low);
    }

    /** Collects pieces from left to right. Not thread-safe. */
    public static final class Builder {
        private final List<Piece> pieces = new ArrayList<>();
        private int length;

        /** Text taken over as it was. */
        public Builder verbatim(TextRange source) {
            if (!source.isEmpty()) {
                append(source.length(), source, true);
            }
            return this;
        }

        /** {@code derivedLength} units that stand for {@code source} as a whole. */
        public Builder replaced(int derivedLength, TextRange source) {
            if (derivedLength > 0) {
                append(derivedLength, source, false);
            }
            return this;
        }

        public OffsetMap build() {
            return new OffsetMap(pieces);
        }

        private void append(int derivedLength, TextRange source, boolean verbatim) {
            pieces.add(new Piece(TextRange.ofLength(length, derivedLength), source, verbatim));
            length += derivedLength;
        }
    }
}
