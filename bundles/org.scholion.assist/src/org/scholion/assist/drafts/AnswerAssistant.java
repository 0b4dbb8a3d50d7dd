package org.scholion.assist.drafts;

import java.util.List;
import org.scholion.assist.AssistException;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Answers questions from papers, and from nothing else. An OSGi service; thread-safe. */
public interface AnswerAssistant {

    /**
     * A sentence of a paper that answers a question.
     *
     * @param paper the number of the paper among those that were asked, from 0
     * @param sentence with its place as evidence
     * @param score how well it fits, from 0 to 1
     */
    record Answer(int paper, DraftSentence sentence, double score) {}

    /**
     * The sentences that answer a question best, the best first; empty where none comes near, which is an answer as well.
     *
     * @param papers where to look
     * @param limit how many sentences at most, at least 1
     * @throws AssistException when there is no word of content in the question, or the model fails; the message is for the author
     */
    List<Answer> answer(String question, List<Manuscript> papers, int limit, CancelToken cancel) throws AssistException, CancelledException;
}
