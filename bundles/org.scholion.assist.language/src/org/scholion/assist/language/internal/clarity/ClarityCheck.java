package org.scholion.assist.language.internal.clarity;

import java.util.List;
import org.scholion.text.TextRange;

/** Looks at one sentence for one rule. Thread-safe. */
interface ClarityCheck {

    ClarityRule rule();

    void look(Sentence sentence, Remarks remarks);

    /** Takes what a check finds. */
    @FunctionalInterface
    interface Remarks {

        /**
         * @param saying what is said
         * @param words about which, in the block
         * @param replacements for these words, the best first, {@code ""} to leave them out; the case of the first letter, spaces and
         *     an article before them need no care
         * @param more what the saying wants besides
         */
        void add(Saying saying, TextRange words, List<String> replacements, String more);

        default void add(Saying saying, TextRange words, List<String> replacements) {
            add(saying, words, replacements, "");
        }
    }
}
