package org.scholion.assist;

import java.util.List;
import java.util.Optional;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.EditProjection;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceMap.Place;
import org.scholion.manuscript.SourceRange;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/**
 * Advice about a place in the source.
 *
 * @param range in the source
 * @param text exactly what stands there in the source
 * @param advice what is said
 * @param anchor where in the prose it is; empty when it is about the source itself, such as a label
 */
public record Finding(SourceRange range, String text, Advice advice, Optional<Anchor> anchor) {

    /**
     * A range of a block's prose.
     *
     * @param blockIndex of the block in {@link Manuscript#blocks()} of the manuscript that was checked
     * @param range in its prose
     */
    public record Anchor(int blockIndex, TextRange range) {}

    /** A finding in the prose of a block, located in the source. */
    public static Finding inBlock(Manuscript manuscript, int blockIndex, BlockFinding found) {
        Block block = manuscript.blocks().get(blockIndex);
        Place place = block.prose().map().place(found.range());
        return new Finding(
                place.enclosing(),
                textAt(manuscript, place.enclosing()),
                found.advice(),
                Optional.of(new Anchor(blockIndex, found.range())));
    }

    /** A finding about the source itself; its replacements are in the notation of the source. */
    public static Finding inSource(Manuscript manuscript, SourceRange range, Advice advice) {
        return new Finding(range, textAt(manuscript, range), advice, Optional.empty());
    }

    /**
     * The changes of the source that make the given replacement, each with what is said as its note.
     *
     * @param manuscript the one that was checked
     * @return empty when the change would have to touch markup
     */
    public Optional<List<SourceEdit>> edits(Manuscript manuscript, String replacement) {
        if (anchor.isEmpty()) {
            return Optional.of(List.of(new SourceEdit(range, replacement, note())));
        }
        Block block = manuscript.blocks().get(anchor.get().blockIndex());
        return EditProjection.project(block.prose(), new TextEdit(anchor.get().range(), replacement), manuscript.notation())
                .map(edits -> edits.stream().map(edit -> edit.withNote(note())).toList());
    }

    private String note() {
        return advice.reason().isEmpty() ? advice.message() : advice.message() + " " + advice.reason();
    }

    private static String textAt(Manuscript manuscript, SourceRange range) {
        return manuscript.source(range.unit())
                .map(source -> range.range().of(source.text()))
                .orElse("");
    }
}
