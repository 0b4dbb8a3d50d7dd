package org.scholion.app.internal;

/** Ids of what this bundle contributes to the Workbench; {@code plugin.xml} has the same. */
public final class AppIds {

    public static final String BUNDLE = "org.scholion.app";
    public static final String PERSPECTIVE = "org.scholion.app.perspective";
    public static final String PAPERS_VIEW = "org.scholion.app.papers";
    public static final String WELCOME_EDITOR = "org.scholion.app.welcome";
    public static final String OPEN_FILE = "org.scholion.app.openFile";
    public static final String OPEN_FOLDER = "org.scholion.app.openFolder";
    public static final String OPEN_SAMPLE = "org.scholion.app.openSample";
    public static final String SHOW_WELCOME = "org.scholion.app.showWelcome";
    public static final String THEME = "org.scholion.app.theme";

    private AppIds() {}
}
