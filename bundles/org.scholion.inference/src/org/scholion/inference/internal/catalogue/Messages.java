package org.scholion.inference.internal.catalogue;

import org.eclipse.osgi.util.NLS;

/** Texts for the user. */
final class Messages extends NLS {

    private static final String BUNDLE = "org.scholion.inference.internal.catalogue.messages";

    public static String catalogue_notFetched = "";
    public static String json_broken = "";
    public static String json_missing = "";
    public static String json_tooLarge = "";
    public static String json_unreadable = "";
    public static String json_wrong = "";
    public static String settings_notWritten = "";

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {}
}
