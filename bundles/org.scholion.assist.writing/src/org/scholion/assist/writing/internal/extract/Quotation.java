package org.scholion.assist.writing.internal.extract;

import org.scholion.assist.drafts.Evidence;
import org.scholion.assist.writing.internal.paper.PaperSentence;
import org.scholion.assist.writing.internal.paper.PaperText;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.SourceRange;

/** A sentence of a paper as evidence. */
final class Quotation {

    private Quotation() {}

    static Evidence of(PaperText paper, PaperSentence sentence) {
        StringBuilder text = new StringBuilder(sentence.text());
        for (Placeholder placeholder : sentence.placeholders().reversed()) {
            int at = placeholder.offset() - sentence.range().start();
            text.replace(at, at + 1, placeholder.display());
        }
        return new Evidence(range(sentence), text.toString(), paper.heading(sentence));
    }

    static SourceRange range(PaperSentence sentence) {
        return sentence.block().prose().map().place(sentence.range()).enclosing();
    }
}
