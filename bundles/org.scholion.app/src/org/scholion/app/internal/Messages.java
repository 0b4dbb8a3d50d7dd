package org.scholion.app.internal;

import org.eclipse.osgi.util.NLS;

/** Texts for the author. */
public final class Messages extends NLS {

    public static String running_title = "";
    public static String running_message = "";
    public static String menu_file = "";
    public static String menu_recent = "";
    public static String menu_edit = "";
    public static String menu_view = "";
    public static String menu_theme = "";
    public static String menu_help = "";
    public static String view_papers = "";
    public static String view_outline = "";
    public static String view_progress = "";
    public static String theme_light = "";
    public static String theme_dark = "";
    public static String theme_system = "";
    public static String open_failed = "";
    public static String open_failedSome = "";
    public static String open_missing = "";
    public static String openFile_title = "";
    public static String openFile_papers = "";
    public static String openFile_latex = "";
    public static String openFile_word = "";
    public static String openFile_all = "";
    public static String openFolder_title = "";
    public static String openFolder_message = "";
    public static String papers_empty = "";
    public static String papers_open = "";
    public static String papers_close = "";
    public static String papers_refresh = "";
    public static String papers_tree = "";
    public static String welcome_tab = "";
    public static String welcome_tagline = "";
    public static String welcome_sample = "";
    public static String welcome_openFile = "";
    public static String welcome_openFolder = "";
    public static String welcome_drop = "";
    public static String welcome_recent = "";
    public static String welcome_howTo = "";
    public static String welcome_write = "";
    public static String welcome_fix = "";
    public static String welcome_findings = "";
    public static String welcome_complete = "";
    public static String welcome_promise = "";
    public static String welcome_private = "";

    static {
        NLS.initializeMessages("org.scholion.app.internal.messages", Messages.class);
    }

    private Messages() {}
}
