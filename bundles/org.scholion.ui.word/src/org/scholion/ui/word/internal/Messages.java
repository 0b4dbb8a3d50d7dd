package org.scholion.ui.word.internal;

import org.eclipse.osgi.util.NLS;

/** Texts for the author. */
public final class Messages extends NLS {

    public static String noFile = "";
    public static String noReader = "";
    public static String noWriter = "";
    public static String unreadable = "";
    public static String changedOutside = "";
    public static String savedBeside = "";
    public static String job_refresh = "";
    public static String job_pictures = "";
    public static String password_title = "";
    public static String password_question = "";
    public static String password_again = "";
    public static String cannotChange = "";
    public static String thing_formula = "";
    public static String thing_citation = "";
    public static String thing_reference = "";
    public static String thing_object = "";
    public static String thing_picture = "";
    public static String thing_pictureOf = "";
    public static String change_inserted = "";
    public static String change_deleted = "";
    public static String change_someone = "";
    public static String page_description = "";
    public static String page_write = "";
    public static String page_tracked = "";
    public static String page_comments = "";
    public static String page_plain = "";
    public static String page_failed = "";
    public static String cite_added = "";
    public static String cite_noWorks = "";
    public static String cite_notHere = "";
    public static String cite_readOnly = "";
    public static String cite_there = "";

    static {
        NLS.initializeMessages("org.scholion.ui.word.internal.messages", Messages.class);
    }

    private Messages() {}
}
