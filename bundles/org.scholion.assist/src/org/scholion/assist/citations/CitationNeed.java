package org.scholion.assist.citations;

import org.scholion.manuscript.Block;
import org.scholion.text.TextRange;

/** The mark on a sentence that needs a citation and has none. */
public final class CitationNeed {

    /** The id of its rule. */
    public static final String RULE = "CITATION_NEEDED";

    private CitationNeed() {}

    /** Where in the prose of a block a citation for a sentence would stand: before its last point. */
    public static int place(Block block, TextRange sentence) {
        String text = block.prose().text();
        int place = Math.min(sentence.end(), text.length());
        while (place > sentence.start() && ".!?;: \n".indexOf(text.charAt(place - 1)) >= 0) {
            place--;
        }
        return place;
    }
}
