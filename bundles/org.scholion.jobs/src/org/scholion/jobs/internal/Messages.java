package org.scholion.jobs.internal;

import org.eclipse.osgi.util.NLS;

/** Texts for the author. */
public final class Messages extends NLS {

    public static String job_failed = "";
    public static String job_locate = "";
    public static String job_check = "";
    public static String job_paperCheck = "";
    public static String job_part = "";
    public static String check_failed = "";
    public static String check_noService = "";
    public static String check_noReader = "";
    public static String task_read = "";
    public static String task_check = "";
    public static String job_library = "";
    public static String job_upkeep = "";
    public static String secrets_unusable = "";

    static {
        NLS.initializeMessages("org.scholion.jobs.internal.messages", Messages.class);
    }

    private Messages() {}
}
