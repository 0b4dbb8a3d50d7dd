package org.scholion.inference.internal.pool;

import org.eclipse.osgi.util.NLS;

/** Texts for the user. */
final class Messages extends NLS {

    private static final String BUNDLE = "org.scholion.inference.internal.pool.messages";

    public static String pool_noBase = "";
    public static String pool_noEngine = "";
    public static String pool_noRoom = "";
    public static String pool_notAModel = "";
    public static String pool_notInstalled = "";
    public static String pool_stopped = "";
    public static String pool_tooLarge = "";
    public static String pool_wrongRole = "";

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {}
}
