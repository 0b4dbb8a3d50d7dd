package org.scholion.manuscript.word.internal.render;

import java.util.List;
import java.util.Optional;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.rendition.Span;
import org.scholion.manuscript.word.internal.read.Piece;

/**
 * What a line shows of one paragraph, or instead of one.
 *
 * @param unit the paragraph; empty where none with letters stands
 * @param spans with places in the part
 * @param pieces those of the paragraph, and for what shows and is no text of it some that print nothing
 */
record LinePart(Optional<SourceUnit> unit, String text, List<Span> spans, List<Piece> pieces) {

    LinePart {
        spans = List.copyOf(spans);
        pieces = List.copyOf(pieces);
    }

    /** Whether something shows that is no text of the paragraph. */
    boolean isInterrupted() {
        return spans.stream().anyMatch(span -> span.source().isEmpty());
    }
}
