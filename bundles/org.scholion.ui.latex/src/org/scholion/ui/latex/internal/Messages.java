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
    public static String bib_changeCitations = "";
    public static String bib_changedMeanwhile = "";
    public static String bib_citationsChanged = "";
    public static String bib_citationsLeft = "";
    public static String bib_duplicatesJob = "";
    public static String bib_formatJob = "";
    public static String bib_keysAll = "";
    public static String bib_keysButton = "";
    public static String bib_keysEntries = "";
    public static String bib_keysHint = "";
    public static String bib_keysJob = "";
    public static String bib_keysMissing = "";
    public static String bib_keysNew = "";
    public static String bib_keysOld = "";
    public static String bib_keysPattern = "";
    public static String bib_keysSelected = "";
    public static String bib_keysSummary = "";
    public static String bib_keysTable = "";
    public static String bib_keysTitle = "";
    public static String bib_keysWork = "";
    public static String bib_mergeAlias = "";
    public static String bib_mergeButton = "";
    public static String bib_mergeDone = "";
    public static String bib_mergeExchange = "";
    public static String bib_mergeField = "";
    public static String bib_mergeFields = "";
    public static String bib_mergeGoes = "";
    public static String bib_mergeJob = "";
    public static String bib_mergeKeyGone = "";
    public static String bib_mergeKeyKept = "";
    public static String bib_mergeNoValue = "";
    public static String bib_mergePair = "";
    public static String bib_mergePairs = "";
    public static String bib_mergePreview = "";
    public static String bib_mergeStays = "";
    public static String bib_mergeTitle = "";
    public static String bib_newButton = "";
    public static String bib_newEntry = "";
    public static String bib_newJob = "";
    public static String bib_newText = "";
    public static String bib_newTitle = "";
    public static String bib_noDuplicates = "";
    public static String bib_noKey = "";
    public static String bib_noPaper = "";
    public static String bib_nothingToChange = "";
    public static String bib_readJob = "";
    public static String bib_sortButton = "";
    public static String bib_sortByAuthor = "";
    public static String bib_sortByKey = "";
    public static String bib_sortByYear = "";
    public static String bib_sortJob = "";
    public static String bib_sortNote = "";
    public static String bib_sortRefused = "";
    public static String bib_sortTitle = "";
    public static String cite_readOnly = "";
    public static String cite_there = "";
    public static String entries_added = "";
    public static String entries_job = "";
    public static String entries_noFile = "";
    public static String hover_style = "";
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
