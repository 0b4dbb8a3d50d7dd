package org.scholion.assist.internal;

import org.eclipse.osgi.util.NLS;

/** Texts for the author. */
final class Messages extends NLS {

    private static final String BUNDLE = "org.scholion.assist.internal.messages";

    public static String Failures_block = "";
    public static String Failures_paper = "";
    public static String Failures_service = "";

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {}
}
