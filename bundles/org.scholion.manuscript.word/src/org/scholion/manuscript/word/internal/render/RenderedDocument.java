package org.scholion.manuscript.word.internal.render;

import java.util.List;
import org.scholion.manuscript.rendition.Rendition;
import org.scholion.manuscript.word.internal.read.Piece;

/**
 * A rendition and what its lines are made of.
 *
 * @param pieces of each line; what shows and is no text of the paragraph is one that prints nothing
 */
public record RenderedDocument(Rendition rendition, List<List<Piece>> pieces) {

    public RenderedDocument {
        pieces = List.copyOf(pieces);
    }
}
