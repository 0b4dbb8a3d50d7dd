package org.scholion.bibtex.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts for the author; filled by the platform, not by a constructor. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String BadField;
    public static String ClosedEarly;
    public static String CutShort;
    public static String MissingComma;
    public static String MissingKey;
    public static String Unbalanced;
    public static String UnknownMacro;

    static {
        NLS.initializeMessages("org.scholion.bibtex.internal.messages", Messages.class);
    }

    private Messages() {}
}
