package org.scholion.library.solr.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts for the author; filled by the platform, not by a constructor. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String server_error;
    public static String server_forbidden;
    public static String server_missing;
    public static String server_notSolr;
    public static String server_refused;
    public static String server_silent;
    public static String server_unreachable;

    static {
        NLS.initializeMessages("org.scholion.library.solr.internal.messages", Messages.class);
    }

    private Messages() {}
}
