package org.scholion.inference.internal.download;

import org.eclipse.osgi.util.NLS;

/** Texts for the user. */
final class Messages extends NLS {

    private static final String BUNDLE = "org.scholion.inference.internal.download.messages";

    public static String download_checking = "";
    public static String download_cut = "";
    public static String download_diskFull = "";
    public static String download_forbidden = "";
    public static String download_hash = "";
    public static String download_length = "";
    public static String download_notFound = "";
    public static String download_notWritten = "";
    public static String download_redirects = "";
    public static String download_server = "";
    public static String download_stalled = "";
    public static String download_status = "";
    public static String download_tls = "";
    public static String download_unknownHost = "";
    public static String download_unreachable = "";
    public static String download_unsafeRedirect = "";

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {}
}
