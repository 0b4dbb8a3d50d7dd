package org.scholion.manuscript.latex.internal;

import org.eclipse.osgi.util.NLS;

/** What is told to the author. */
public final class Messages extends NLS {

    public static String unclosed = "";
    public static String unexpectedEnd = "";
    public static String strayBrace = "";
    public static String missingFile = "";
    public static String missingBibliography = "";
    public static String cyclicInput = "";
    public static String tooManyInputs = "";
    public static String notText = "";
    public static String unreadable = "";
    public static String wrongEncoding = "";
    public static String endlessMacro = "";
    public static String rootUnreadable = "";
    public static String rootNotText = "";
    public static String tooLarge = "";
    public static String changedOnDisk = "";
    public static String notWritten = "";
    public static String notEncodable = "";
    public static String editOutside = "";
    public static String overlappingEdits = "";

    static {
        NLS.initializeMessages("org.scholion.manuscript.latex.internal.messages", Messages.class);
    }

    private Messages() {}
}
