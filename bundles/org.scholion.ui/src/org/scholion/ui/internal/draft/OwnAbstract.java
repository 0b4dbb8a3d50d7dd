package org.scholion.ui.internal.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.assist.drafts.Evidence;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.text.SentenceSplitter;
import org.scholion.text.TextRange;

/**
 * The abstract that an author has written.
 *
 * @param sentences in order
 * @param range from its first to its last letter; empty where there is none, or where it stands in several files
 */
@NonNullByDefault
record OwnAbstract(List<Sentence> sentences, Optional<SourceRange> range) {

    static final OwnAbstract NONE = new OwnAbstract(List.of(), Optional.empty());

    /**
     * A sentence of it.
     *
     * @param markup in the notation of the source, in one line
     * @param place with its text as it is read
     */
    record Sentence(String markup, Evidence place) {}

    OwnAbstract {
        sentences = List.copyOf(sentences);
    }

    static OwnAbstract of(Manuscript paper) {
        List<Sentence> sentences = new ArrayList<>();
        List<SourceRange> blocks = new ArrayList<>();
        for (Block block : paper.blocks()) {
            if (block.kind() == BlockKind.ABSTRACT && !block.prose().isEmpty()) {
                blocks.add(block.range());
                for (TextRange range : SentenceSplitter.of(block.language()).split(block.prose().text())) {
                    sentences.add(sentence(paper, block, range));
                }
            }
        }
        boolean together = blocks.stream().map(SourceRange::unit).distinct().count() == 1;
        return new OwnAbstract(sentences, together ? blocks.stream().reduce(SourceRange::hull) : Optional.empty());
    }

    private static Sentence sentence(Manuscript paper, Block block, TextRange range) {
        Prose prose = block.prose();
        SourceRange place = prose.map().place(range).enclosing();
        String text = readable(prose, range.start(), range.end());
        String source = paper.source(place.unit()).map(SourceText::text).map(place.range()::of).orElse("");
        String markup = isWhole(source) ? source.strip().replaceAll("\\s+", " ") : paper.notation().encode(text);
        return new Sentence(markup, new Evidence(place, text, ""));
    }

    /** Whether a piece of source can stand alone in one line: no group begins or ends outside of it, and no comment stands in it. */
    private static boolean isWhole(String source) {
        int open = 0;
        for (int i = 0; i < source.length() && open >= 0; i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                open++;
            } else if (c == '}') {
                open--;
            } else if (c == '%') {
                return false;
            }
        }
        return open == 0 && !source.isBlank() && source.indexOf(Prose.PLACEHOLDER) < 0;
    }

    /** A stretch of prose with what a reader sees for its placeholders. */
    static String readable(Prose prose, int start, int end) {
        StringBuilder text = new StringBuilder();
        int done = start;
        for (Placeholder placeholder : prose.placeholders()) {
            if (start <= placeholder.offset() && placeholder.offset() < end) {
                text.append(prose.text(), done, placeholder.offset()).append(placeholder.display());
                done = placeholder.offset() + 1;
            }
        }
        return text.append(prose.text(), done, end).toString();
    }
}
