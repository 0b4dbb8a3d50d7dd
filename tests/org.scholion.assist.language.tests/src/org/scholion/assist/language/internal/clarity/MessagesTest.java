package org.scholion.assist.language.internal.clarity;

import org.scholion.assist.language.internal.MessagesContract;

class MessagesTest extends MessagesContract {

    MessagesTest() {
        super(Messages.class);
    }
}
