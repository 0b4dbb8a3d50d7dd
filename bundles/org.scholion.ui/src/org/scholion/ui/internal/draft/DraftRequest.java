package org.scholion.ui.internal.draft;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.assist.AssistException;
import org.scholion.assist.drafts.AbstractRequest;
import org.scholion.assist.drafts.Draft;
import org.scholion.assist.drafts.DraftAssistant;
import org.scholion.assist.drafts.SummaryRequest;
import org.scholion.assist.drafts.SummaryRequest.Length;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

/**
 * What the author wants to be written.
 *
 * @param file of the paper, which an editor shows
 * @param words the most that an abstract may have
 * @param length of a summary
 * @param section for {@link Task#SECTION} its heading
 * @param selection for {@link Task#SELECTION} what is selected in the editor on {@code file}
 */
@NonNullByDefault
record DraftRequest(Path file, Task task, int words, Length length, String section, TextRange selection, DraftAssistant assistant) {

    /** How many words the text may have. */
    int limit() {
        return task.isAbstract() ? words : length.words();
    }

    /** Whether the sentences are points that stand for themselves. */
    boolean points() {
        return !task.isAbstract() && length == Length.BULLETS;
    }

    Draft write(Manuscript paper, CancelToken cancel) throws AssistException, CancelledException {
        return switch (task) {
            case ABSTRACT -> assistant.draftAbstract(paper, new AbstractRequest(words, false), cancel);
            case STRUCTURED_ABSTRACT -> assistant.draftAbstract(paper, new AbstractRequest(words, true), cancel);
            case PAPER -> assistant.summarise(paper, SummaryRequest.of(length), cancel);
            case SECTION ->
                assistant.summarise(paper, new SummaryRequest(length, Optional.of(section), Optional.empty()), cancel);
            case SELECTION -> {
                SourceRange part = new SourceRange(new SourceUnit.TextFile(file), selection);
                yield assistant.summarise(paper, new SummaryRequest(length, Optional.empty(), Optional.of(part)), cancel);
            }
        };
    }
}
