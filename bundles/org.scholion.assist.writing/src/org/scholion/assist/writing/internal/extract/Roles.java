package org.scholion.assist.writing.internal.extract;

import java.util.List;
import org.scholion.assist.drafts.SentenceRole;
import org.scholion.assist.writing.internal.paper.PaperSentence;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Tells what sentences of a paper would do in its abstract. */
interface Roles {

    /** The role of each, in order. */
    List<SentenceRole> of(List<PaperSentence> sentences, CancelToken cancel) throws CancelledException;

    /** Goes by the section and by words that tell; what there is without a model. */
    Roles BY_SECTION = (sentences, cancel) -> sentences.stream().map(Roles::bySection).toList();

    private static SentenceRole bySection(PaperSentence sentence) {
        String text = sentence.text();
        if (Cue.THIS_PAPER.in(text) && Cue.WE_PRESENT.in(text)) {
            return SentenceRole.OBJECTIVE;
        }
        return switch (sentence.kind()) {
            case INTRODUCTION, RELATED -> Cue.WE_PRESENT.in(text) ? SentenceRole.OBJECTIVE : SentenceRole.BACKGROUND;
            case METHOD -> SentenceRole.METHOD;
            case RESULT -> SentenceRole.RESULT;
            case DISCUSSION, CONCLUSION -> Cue.RESULT.in(text) ? SentenceRole.RESULT : SentenceRole.CONCLUSION;
            case MATTER, OTHER -> SentenceRole.OTHER;
        };
    }
}
