package org.scholion.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.Prose;
import org.scholion.text.TextRange;

/**
 * The prose of a block as a checker gets it that knows of no placeholders: a made-up noun stands for a formula or a reference, and what
 * is in brackets that the sentence does not need is left out.
 *
 * @param text what is checked
 * @param places for each of its units the place in the prose
 */
record PlainText(String text, List<Integer> places) {

    private static final String NOUN = "Xyq";

    static PlainText of(Prose prose) {
        StringBuilder text = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        Map<Integer, Placeholder> placeholders = new HashMap<>();
        prose.placeholders().forEach(placeholder -> placeholders.put(placeholder.offset(), placeholder));
        for (int i = 0; i < prose.text().length(); i++) {
            Placeholder placeholder = placeholders.get(i);
            if (placeholder == null) {
                text.append(prose.text().charAt(i));
                places.add(i);
            } else if (placeholder.role() == Placeholder.Role.PARENTHESIS) {
                if (!text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1))) {
                    text.setLength(text.length() - 1);
                    places.removeLast();
                }
            } else {
                text.append(NOUN);
                places.addAll(Collections.nCopies(NOUN.length(), i));
            }
        }
        return new PlainText(text.toString(), places);
    }

    /** The texts of the blocks that are checked, in their order. */
    static List<String> checked(Manuscript manuscript) {
        List<String> texts = new ArrayList<>();
        for (Block block : manuscript.blocks()) {
            boolean checked =
                    switch (block.kind()) {
                        case AUTHOR, BIBLIOGRAPHY, EQUATION, LISTING -> false;
                        case TITLE, ABSTRACT, KEYWORDS, HEADING, PARAGRAPH, LIST_ITEM, QUOTATION, CAPTION, FOOTNOTE, TABLE_CELL -> true;
                    };
            if (checked && !block.prose().isEmpty()) {
                texts.add(of(block.prose()).text());
            }
        }
        return texts;
    }

    /** Whether a place holds the made-up noun or adjoins it with no space between, so that what is said is not about text alone. */
    static boolean touchesNoun(String text, TextRange range) {
        int from = Math.max(0, range.start() - NOUN.length());
        int to = Math.min(text.length(), range.end() + NOUN.length());
        return text.substring(from, to).contains(NOUN);
    }

    /** A replacement for the prose, with the placeholder where the checker put the noun. */
    static String forProse(String replacement) {
        return replacement.replace(NOUN, String.valueOf(Prose.PLACEHOLDER));
    }

    /**
     * The place in the prose.
     *
     * @param range of the text, not empty
     */
    TextRange inProse(TextRange range) {
        return new TextRange(places.get(range.start()), places.get(range.end() - 1) + 1);
    }
}
