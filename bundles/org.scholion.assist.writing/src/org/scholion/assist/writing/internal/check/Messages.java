package org.scholion.assist.writing.internal.check;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
public final class Messages extends NLS {

    public static String citation_message = "";
    public static String citation_reason = "";
    public static String length_message = "";
    public static String length_reason = "";
    public static String number_message = "";
    public static String number_reason = "";

    static {
        NLS.initializeMessages("org.scholion.assist.writing.internal.check.messages", Messages.class);
    }

    private Messages() {}
}
