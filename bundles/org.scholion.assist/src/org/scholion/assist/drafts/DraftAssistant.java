package org.scholion.assist.drafts;

import java.util.List;
import org.scholion.assist.AssistException;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Makes texts from a paper. An OSGi service for each {@link Engine}; thread-safe.
 *
 * <p>Only the sentences of the body are looked at: not the paper's own abstract, nor captions, footnotes and tables.
 */
public interface DraftAssistant {

    /** How texts are made. */
    enum Engine {
        /** Chooses sentences of the paper and shortens them: never says what does not stand there, and needs no language model. */
        EXTRACTIVE,
        /** Lets a language model write, and looks for what supports each sentence. */
        MODEL
    }

    Engine engine();

    /**
     * An abstract.
     *
     * @throws AssistException when the paper has no sentences to rest on, or a model fails; the message is for the author
     */
    Draft draftAbstract(Manuscript paper, AbstractRequest request, CancelToken cancel) throws AssistException, CancelledException;

    /**
     * A summary of the paper or a part of it.
     *
     * @throws AssistException when there is no such section, when the part has no sentences, or a model fails; the message is for
     * the author
     */
    Draft summarise(Manuscript paper, SummaryRequest request, CancelToken cancel) throws AssistException, CancelledException;

    /** The headings that {@link SummaryRequest#section()} may name, in order. */
    List<String> sections(Manuscript paper);
}
