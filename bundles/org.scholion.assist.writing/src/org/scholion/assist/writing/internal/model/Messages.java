package org.scholion.assist.writing.internal.model;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
public final class Messages extends NLS {

    public static String no_model = "";
    public static String nothing_written = "";
    public static String prompt_unreadable = "";

    static {
        NLS.initializeMessages("org.scholion.assist.writing.internal.model.messages", Messages.class);
    }

    private Messages() {}
}
