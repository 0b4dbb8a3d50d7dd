package org.scholion.library.internal.pdf;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts for the author; filled by the platform, not by a constructor. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String pdf_broken;
    public static String pdf_encrypted;
    public static String pdf_noText;
    public static String pdf_notAll;
    public static String pdf_pages;
    public static String pdf_tooLarge;
    public static String pdf_tooMany;
    public static String pdf_unreadable;

    static {
        NLS.initializeMessages("org.scholion.library.internal.pdf.messages", Messages.class);
    }

    private Messages() {}
}
