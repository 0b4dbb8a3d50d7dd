package org.scholion.library.internal.style;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts for the author; filled by the platform, not by a constructor. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String style_broken;
    public static String style_dtd;
    public static String style_noBibliography;
    public static String style_noStyle;
    public static String style_parent;
    public static String style_tooLarge;
    public static String style_unknown;
    public static String style_unreadable;

    static {
        NLS.initializeMessages("org.scholion.library.internal.style.messages", Messages.class);
    }

    private Messages() {}
}
