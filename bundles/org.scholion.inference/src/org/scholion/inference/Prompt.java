package org.scholion.inference;

import java.util.List;
import java.util.Optional;

/** What a {@link Generator} goes on from. */
public sealed interface Prompt {

    /**
     * A conversation, rendered by the chat template of the model.
     *
     * @param messages at least one
     */
    record Chat(List<Message> messages) implements Prompt {
        public Chat {
            messages = List.copyOf(messages);
            if (messages.isEmpty()) {
                throw new IllegalArgumentException("a conversation without a message");
            }
        }

        /** An instruction, with a system message before it where there is one. */
        public static Chat of(Optional<String> system, String instruction) {
            Message user = new Message(Role.USER, instruction);
            return new Chat(system.map(text -> List.of(new Message(Role.SYSTEM, text), user)).orElse(List.of(user)));
        }
    }

    /** A text that is gone on from as it is, special tokens written out. */
    record Raw(String text) implements Prompt {}

    /** One message of a conversation. */
    record Message(Role role, String text) {}

    /** Who says it. */
    enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }
}
