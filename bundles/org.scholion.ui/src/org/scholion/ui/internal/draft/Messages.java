package org.scholion.ui.internal.draft;

import org.eclipse.osgi.util.NLS;

/** Texts for the author about texts that are made. */
public final class Messages extends NLS {

    public static String action_down = "";
    public static String action_open = "";
    public static String action_up = "";
    public static String bar_engine = "";
    public static String bar_length = "";
    public static String bar_section = "";
    public static String bar_stop = "";
    public static String bar_task = "";
    public static String bar_words = "";
    public static String bar_wordsLabel = "";
    public static String bar_write = "";
    public static String draft_title = "";
    public static String engine_extractive = "";
    public static String engine_model = "";
    public static String hover_here = "";
    public static String hover_paper = "";
    public static String hover_section = "";
    public static String job_parts = "";
    public static String job_write = "";
    public static String job_writeWhat = "";
    public static String length_line = "";
    public static String length_paragraph = "";
    public static String length_points = "";
    public static String line_from = "";
    public static String line_nearest = "";
    public static String line_own = "";
    public static String line_textName = "";
    public static String line_unsupported = "";
    public static String line_use = "";
    public static String line_useName = "";
    public static String line_useOwn = "";
    public static String own_title = "";
    public static String role_background = "";
    public static String role_conclusion = "";
    public static String role_method = "";
    public static String role_objective = "";
    public static String role_result = "";
    public static String state_made = "";
    public static String state_tooLong = "";
    public static String state_words = "";
    public static String task_abstract = "";
    public static String task_paper = "";
    public static String task_section = "";
    public static String task_selection = "";
    public static String task_structured = "";
    public static String use_abstract = "";
    public static String use_abstractGone = "";
    public static String use_caret = "";
    public static String use_copy = "";
    public static String use_done = "";
    public static String use_noWriter = "";
    public static String use_notHere = "";
    public static String use_readOnly = "";
    public static String use_selection = "";
    public static String view_begin = "";
    public static String view_cannotOpen = "";
    public static String view_failed = "";
    public static String view_missing = "";
    public static String view_noPaper = "";
    public static String view_noSections = "";
    public static String view_noSelection = "";
    public static String view_notFound = "";
    public static String view_nothing = "";
    public static String view_otherPaper = "";
    public static String view_stopped = "";
    public static String view_writing = "";

    static {
        NLS.initializeMessages("org.scholion.ui.internal.draft.messages", Messages.class);
    }

    private Messages() {}
}
