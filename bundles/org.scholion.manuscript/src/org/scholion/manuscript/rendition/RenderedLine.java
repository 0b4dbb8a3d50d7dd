package org.scholion.manuscript.rendition;

import java.util.List;
import java.util.Optional;
import org.scholion.manuscript.BlockKind;
import org.scholion.text.TextRange;

/**
 * A paragraph of a document, a row of a table with one short paragraph in each cell, or something else that is shown on a line of its own.
 *
 * @param range in the text of the rendition, without the line end
 * @param kind what it is
 * @param level as in {@link org.scholion.manuscript.Block}
 * @param story the text of the document that it is part of
 * @param alignment of its lines
 * @param cell of a table that it stands in, of a row the first one; empty outside of tables
 * @param spans how its text looks, in order; every letter of the line is in one of them
 */
public record RenderedLine(
        TextRange range,
        BlockKind kind,
        int level,
        Story story,
        Alignment alignment,
        Optional<Cell> cell,
        List<Span> spans) {

    /** The texts that a document is made of. */
    public enum Story {
        BODY,
        NOTE,
        TEXT_BOX,
        HEADER,
        FOOTER,
        COMMENT
    }

    /** How lines stand between the margins. */
    public enum Alignment {
        START,
        CENTRE,
        END
    }

    /**
     * A cell of a table.
     *
     * @param table the number of the table in the document, from 0
     * @param row from 0
     * @param column from 0; cells that span several columns count once
     */
    public record Cell(int table, int row, int column) {}

    public RenderedLine {
        spans = List.copyOf(spans);
    }
}
