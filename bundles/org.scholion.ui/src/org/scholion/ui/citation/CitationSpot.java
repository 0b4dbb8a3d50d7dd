package org.scholion.ui.citation;

import org.scholion.text.TextRange;

/** Where a citation belongs. */
public final class CitationSpot {

    private CitationSpot() {}

    /** The caret where nothing is selected; else the end of what is selected, before white space and the point that ends a sentence. */
    public static int of(CharSequence text, TextRange selection) {
        int place = Math.min(selection.end(), text.length());
        while (place > selection.start() && isAfterCitation(text.charAt(place - 1))) {
            place--;
        }
        return place > selection.start() ? place : Math.min(selection.end(), text.length());
    }

    private static boolean isAfterCitation(char c) {
        return Character.isWhitespace(c) || ".!?;:,\u3002\uff01\uff1f\uff1b\uff0c".indexOf(c) >= 0;
    }
}
