package org.scholion.assist.writing.internal.answer;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
public final class Messages extends NLS {

    public static String no_words = "";

    static {
        NLS.initializeMessages("org.scholion.assist.writing.internal.answer.messages", Messages.class);
    }

    private Messages() {}
}
