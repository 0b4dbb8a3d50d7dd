package org.scholion.ui.word.internal.document;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.Passwords;

/** Asks the author for the password of one document, and remembers it for as long as the document is open. Thread-safe. */
final class AskedPassword implements Passwords {

    private final Question question;
    private volatile @Nullable String known;

    /** Asks the author, from any thread. */
    @FunctionalInterface
    interface Question {
        /**
         * Waits for the answer.
         *
         * @param refused whether the last one was wrong
         * @return empty when the author gives none
         */
        Optional<String> ask(boolean refused);
    }

    AskedPassword(Question question) {
        this.question = question;
    }

    @Override
    public Optional<String> passwordOf(Path document, boolean refused) {
        String remembered = known;
        if (remembered != null && !refused) {
            return Optional.of(remembered);
        }
        // without a lock, which the thread of the user interface could wait for
        Optional<String> answer = question.ask(refused);
        answer.ifPresent(password -> known = password);
        return answer;
    }
}
