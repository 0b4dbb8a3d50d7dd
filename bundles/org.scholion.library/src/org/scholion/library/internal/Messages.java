package org.scholion.library.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts for the author; filled by the platform, not by a constructor. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String files_noKey;
    public static String files_notText;
    public static String files_tooLarge;
    public static String files_unknownFormat;
    public static String files_unreadable;
    public static String files_unwritable;
    public static String index_failed;
    public static String index_locked;
    public static String shared_badName;
    public static String shared_broken;
    public static String shared_incomplete;
    public static String shared_missing;
    public static String shared_name;
    public static String shared_noSource;
    public static String shared_off;
    public static String shared_schema;

    static {
        NLS.initializeMessages("org.scholion.library.internal.messages", Messages.class);
    }

    private Messages() {}
}
