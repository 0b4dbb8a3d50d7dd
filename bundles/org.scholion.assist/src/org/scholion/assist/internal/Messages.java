package org.scholion.assist.internal;

import org.eclipse.osgi.util.NLS;

/** Texts for the author. */
final class Messages extends NLS {

    private static final String BUNDLE = "org.scholion.assist.internal.messages";

    static String Failures_block = "";
    static String Failures_paper = "";
    static String Failures_service = "";

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {}
}
