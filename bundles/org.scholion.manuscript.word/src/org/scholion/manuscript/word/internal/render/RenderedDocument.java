package org.scholion.manuscript.word.internal.render;

import java.util.List;
import org.scholion.manuscript.rendition.Rendition;

/**
 * A rendition and what its lines are made of.
 *
 * @param parts of each line; with {@link #CELL_END} between them where there are several
 */
public record RenderedDocument(Rendition rendition, List<List<LinePart>> parts) {

    /** Stands between two cells of a table in one line. */
    static final String CELL_END = "\t";

    public RenderedDocument {
        parts = List.copyOf(parts);
    }
}
