package org.scholion.inference.internal.store;

import org.eclipse.osgi.util.NLS;

/** Texts for the user. */
final class Messages extends NLS {

    private static final String BUNDLE = "org.scholion.inference.internal.store.messages";

    public static String store_archiveBroken = "";
    public static String store_archiveEmpty = "";
    public static String store_badId = "";
    public static String store_beingInstalled = "";
    public static String store_checking = "";
    public static String store_converting = "";
    public static String store_copying = "";
    public static String store_inUse = "";
    public static String store_licence = "";
    public static String store_noBase = "";
    public static String store_noImporter = "";
    public static String store_noSource = "";
    public static String store_noSpace = "";
    public static String store_notAModel = "";
    public static String store_notInstalled = "";
    public static String store_notInstalledBecause = "";
    public static String store_notWritten = "";
    public static String store_nothingThere = "";
    public static String store_partOfProduct = "";
    public static String store_pip = "";
    public static String store_pipFailed = "";
    public static String store_taken = "";
    public static String store_unpacking = "";
    public static String store_waiting = "";
    public static String store_wrongHash = "";

    static {
        NLS.initializeMessages(BUNDLE, Messages.class);
    }

    private Messages() {}
}
