package org.scholion.ui;

/** Ids of what this bundle contributes to the Workbench. */
public final class ScholionUi {

    /** The view with the findings of a paper. */
    public static final String FINDINGS_VIEW = "org.scholion.ui.findings";

    /** The view with the works that can be cited at the caret. */
    public static final String CITATIONS_VIEW = "org.scholion.ui.citations";

    /** The view in which the library and online sources are searched. */
    public static final String LIBRARY_VIEW = "org.scholion.ui.views.library";

    /** The view in which abstracts and summaries are written. */
    public static final String ASSISTANT_VIEW = "org.scholion.ui.assistant";

    /** The context, inside that of text editors, in which key bindings for papers hold. */
    public static final String PAPER_CONTEXT = "org.scholion.ui.paper";

    /** The core expression that holds while the active editor shows a file of a paper. */
    public static final String PAPER_EXPRESSION = "org.scholion.ui.paperEditorActive";

    /** The menu in the main menu bar; contribute to {@code menu:org.scholion.ui.menu?after=additions}. */
    public static final String MENU = "org.scholion.ui.menu";

    /** The submenu of an editor's context menu. */
    public static final String EDITOR_MENU = "org.scholion.ui.editorMenu";

    /** The category of all commands. */
    public static final String COMMANDS = "org.scholion.ui.commands";

    /** The category of all views. */
    public static final String VIEWS = "org.scholion.ui.views";

    /** The first preference page; other pages stand below it. */
    public static final String PREFERENCES = "org.scholion.ui.preferences";

    /** Command: checks the paper of the active editor now. */
    public static final String CHECK_PAPER = "org.scholion.ui.checkPaper";

    /** Command: goes to the next finding. */
    public static final String NEXT_FINDING = "org.scholion.ui.nextFinding";

    /** Command: goes to the finding before. */
    public static final String PREVIOUS_FINDING = "org.scholion.ui.previousFinding";

    /** Command: lists what can be done about the finding at the caret. */
    public static final String QUICK_FIX = "org.scholion.ui.quickFix";

    /** Command: makes the first replacement of the finding at the caret. */
    public static final String APPLY_FIRST = "org.scholion.ui.applyFirst";

    /** Command: the finding at the caret is not wanted any more. */
    public static final String IGNORE = "org.scholion.ui.ignore";

    /** Command: checking while typing on or off. */
    public static final String TOGGLE_CHECKING = "org.scholion.ui.toggleChecking";

    /** Command: the pass over tone and clarity on or off. */
    public static final String TOGGLE_CLARITY = "org.scholion.ui.toggleClarity";

    /** Command: opens the view with the findings. */
    public static final String SHOW_FINDINGS = "org.scholion.ui.showFindings";

    /** Command: opens the view with the works that can be cited at the caret or in the selection. */
    public static final String SUGGEST_CITATIONS = "org.scholion.ui.suggestCitations";

    /** Command: opens the view of the library. */
    public static final String SHOW_LIBRARY = "org.scholion.ui.showLibrary";

    /** Command: opens the view in which abstracts and summaries are written. */
    public static final String SHOW_ASSISTANT = "org.scholion.ui.showAssistant";

    /** Command: writes an abstract of the paper. */
    public static final String WRITE_ABSTRACT = "org.scholion.ui.writeAbstract";

    /** Command: writes an abstract of the paper that goes from background to conclusion. */
    public static final String WRITE_STRUCTURED_ABSTRACT = "org.scholion.ui.writeStructuredAbstract";

    /** Command: writes a summary of the paper. */
    public static final String SUMMARISE_PAPER = "org.scholion.ui.summarisePaper";

    /** Command: writes a summary of the section at the caret. */
    public static final String SUMMARISE_SECTION = "org.scholion.ui.summariseSection";

    /** Command: writes a summary of what is selected. */
    public static final String SUMMARISE_SELECTION = "org.scholion.ui.summariseSelection";

    private ScholionUi() {}
}
