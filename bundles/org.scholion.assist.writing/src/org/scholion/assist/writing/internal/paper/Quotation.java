package org.scholion.assist.writing.internal.paper;

import org.scholion.assist.drafts.Evidence;
import org.scholion.manuscript.SourceRange;

/** A sentence of a paper as evidence. */
public final class Quotation {

    private Quotation() {}

    public static Evidence of(PaperText paper, PaperSentence sentence) {
        return new Evidence(range(sentence), sentence.readable(), paper.heading(sentence));
    }

    /** Where it stands in the source. */
    public static SourceRange range(PaperSentence sentence) {
        return sentence.block().prose().map().place(sentence.range()).enclosing();
    }
}
