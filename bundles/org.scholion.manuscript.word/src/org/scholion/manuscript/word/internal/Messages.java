package org.scholion.manuscript.word.internal;

import org.eclipse.osgi.util.NLS;

/** What is told to the author. */
public final class Messages extends NLS {

    public static String comment_delete = "";
    public static String comment_insert = "";
    public static String comment_replace = "";
    public static String missingFile = "";
    public static String unreadable = "";
    public static String notAPackage = "";
    public static String noZip = "";
    public static String needsLibreOffice = "";
    public static String notConverted = "";
    public static String conversionTooSlow = "";
    public static String outputNotWord = "";
    public static String otherProtection = "";
    public static String passwordNeeded = "";
    public static String wrongPassword = "";
    public static String noDocument = "";
    public static String unreadablePart = "";
    public static String partNotRead = "";
    public static String notWellFormed = "";
    public static String embeddedDocument = "";
    public static String impossibleEdit = "";
    public static String nestedEdit = "";
    public static String damagedComments = "";
    public static String damagedSources = "";
    public static String unknownPacking = "";
    public static String tooLarge = "";
    public static String tooManyParts = "";
    public static String changedOnDisk = "";
    public static String notWritten = "";
    public static String readOnly = "";
    public static String isProtected = "";
    public static String signed = "";
    public static String shownAsText = "";
    public static String otherLines = "";
    public static String shown_contents = "";
    public static String shown_document = "";
    public static String shown_deletedCells = "";
    public static String shown_prompt = "";

    static {
        NLS.initializeMessages("org.scholion.manuscript.word.internal.messages", Messages.class);
    }

    private Messages() {}
}
