package org.scholion.assist.language.internal.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.Prose.Passage;
import org.scholion.text.OffsetMap;
import org.scholion.text.SentenceSplitter;
import org.scholion.text.TextRange;

/**
 * A sentence as the models read it: what is no text of the language is a mark such as {@code [math]}.
 *
 * @param text with marks
 * @param map from the text to the prose
 */
record ModelText(String text, OffsetMap map) {

    private static final String OTHER = "[other]";

    /** The sentences of a block. */
    static List<ModelText> of(Block block) {
        Prose prose = block.prose();
        Map<Integer, Placeholder> placeholders = new HashMap<>();
        prose.placeholders().forEach(placeholder -> placeholders.put(placeholder.offset(), placeholder));
        Map<Integer, Passage> foreign = new HashMap<>();
        prose.passages().stream()
                .filter(passage -> passage.kind() == Passage.Kind.LANGUAGE && !passage.range().isEmpty())
                .forEach(passage -> foreign.put(passage.range().start(), passage));
        List<ModelText> sentences = new ArrayList<>();
        for (TextRange sentence : SentenceSplitter.of(block.language()).split(prose.text())) {
            sentences.add(read(prose.text(), sentence, placeholders, foreign));
        }
        return sentences;
    }

    private static ModelText read(
            String prose, TextRange sentence, Map<Integer, Placeholder> placeholders, Map<Integer, Passage> foreign) {
        StringBuilder text = new StringBuilder(sentence.length() + 32);
        OffsetMap.Builder map = OffsetMap.builder();
        int at = sentence.start();
        while (at < sentence.end()) {
            Passage passage = foreign.get(at);
            int end = at + 1;
            String mark = "";
            if (passage != null) {
                end = Math.min(passage.range().end(), sentence.end());
                mark = OTHER;
            } else if (placeholders.get(at) instanceof Placeholder placeholder) {
                mark = mark(placeholder.kind());
            }
            if (mark.isEmpty()) {
                char c = prose.charAt(at);
                text.append(Character.isWhitespace(c) || c == '\u00A0' || c == '\u2009' || c == '\u202F' ? ' ' : c);
                map.verbatim(TextRange.ofLength(at, 1));
            } else {
                text.append(mark);
                map.replaced(mark.length(), new TextRange(at, end));
            }
            at = end;
        }
        return new ModelText(text.toString(), map.build());
    }

    private static String mark(PlaceholderKind kind) {
        return switch (kind) {
            case INLINE_MATH, DISPLAY_MATH, QUANTITY -> "[math]";
            case CITATION -> "[cite]";
            case CROSS_REFERENCE -> "[ref]";
            case CODE -> "[code]";
            case URL -> "[url]";
            case GLOSSARY, OBJECT, UNKNOWN -> OTHER;
        };
    }
}
