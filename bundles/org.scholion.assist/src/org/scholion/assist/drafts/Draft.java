package org.scholion.assist.drafts;

import java.util.List;
import org.scholion.assist.Origin;

/**
 * A text that was made for the author.
 *
 * @param sentences in order
 * @param origin the engine or model that made it, with its version
 * @param device what it ran on, such as {@code CPU}
 */
public record Draft(List<DraftSentence> sentences, Origin origin, String device) {

    public Draft {
        sentences = List.copyOf(sentences);
    }
}
