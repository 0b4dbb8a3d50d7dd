package org.scholion.assist.writing.internal.paper;

import java.util.List;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Placeholder;
import org.scholion.text.TextRange;

/**
 * A sentence of a paper.
 *
 * @param block that it stands in
 * @param range in the prose of the block
 * @param section the number of its section, from 0; what stands before the first heading is section 0
 * @param kind what the section is for, or the one that it belongs to
 * @param paragraph the number of its paragraph in the section, from 0
 * @param paragraphs how many the section has
 * @param position in its paragraph, from 0
 * @param count of sentences in its paragraph
 * @param terms its words of content in small letters, in order
 */
public record PaperSentence(
        Block block,
        TextRange range,
        int section,
        SectionKind kind,
        int paragraph,
        int paragraphs,
        int position,
        int count,
        List<String> terms) {

    public PaperSentence {
        terms = List.copyOf(terms);
    }

    /** As it stands in the prose, placeholders included. */
    public String text() {
        return range.of(block.prose().text());
    }

    /** What its placeholders stand for, in order. */
    public List<Placeholder> placeholders() {
        return block.prose().placeholders().stream()
                .filter(placeholder -> range.contains(placeholder.offset()))
                .toList();
    }

    /** As a person reads it: what placeholders stand for is written out. */
    public String readable() {
        StringBuilder text = new StringBuilder(text());
        for (Placeholder placeholder : placeholders().reversed()) {
            int at = placeholder.offset() - range.start();
            text.replace(at, at + 1, placeholder.display());
        }
        return text.toString();
    }

    /** How many words stand between white space. */
    public int words() {
        return text().strip().split("\\s+").length;
    }
}
