package org.scholion.assist.language.internal.grammar;

import org.scholion.assist.language.internal.MessagesContract;

class MessagesTest extends MessagesContract {

    MessagesTest() {
        super(Messages.class);
    }
}
