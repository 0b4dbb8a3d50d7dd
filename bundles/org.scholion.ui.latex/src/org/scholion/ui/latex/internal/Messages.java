package org.scholion.ui.latex.internal;

import org.eclipse.osgi.util.NLS;

/** Texts for the author. */
public final class Messages extends NLS {

    public static String kind_figure = "";
    public static String kind_table = "";
    public static String kind_equation = "";
    public static String kind_section = "";
    public static String kind_algorithm = "";
    public static String kind_listing = "";
    public static String kind_label = "";
    public static String authors_two = "";
    public static String authors_many = "";
    public static String cite_readOnly = "";
    public static String cite_there = "";
    public static String entries_added = "";
    public static String entries_job = "";
    public static String entries_noFile = "";
    public static String hover_unknownLabel = "";
    public static String hover_unknownKey = "";
    public static String link_label = "";
    public static String link_entry = "";
    public static String link_definition = "";
    public static String link_file = "";
    public static String completion_ownCommand = "";
    public static String completion_ownEnvironment = "";
    public static String completion_command = "";
    public static String completion_environment = "";
    public static String completion_file = "";
    public static String outline_filter = "";
    public static String outline_tree = "";
    public static String outline_reading = "";
    public static String outline_empty = "";
    public static String outline_showFloats = "";
    public static String outline_showLabels = "";
    public static String outline_sort = "";
    public static String outline_expandAll = "";
    public static String outline_collapseAll = "";
    public static String outline_untitled = "";
    public static String outline_abstract = "";
    public static String outline_bibliography = "";

    static {
        NLS.initializeMessages("org.scholion.ui.latex.internal.messages", Messages.class);
    }

    private Messages() {}
}
