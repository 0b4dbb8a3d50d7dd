package org.scholion.library.internal.zotero;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts for the author; filled by the platform, not by a constructor. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String zotero_changing;
    public static String zotero_keys;
    public static String zotero_noLibrary;
    public static String zotero_tooLong;
    public static String zotero_unreadable;

    static {
        NLS.initializeMessages("org.scholion.library.internal.zotero.messages", Messages.class);
    }

    private Messages() {}
}
