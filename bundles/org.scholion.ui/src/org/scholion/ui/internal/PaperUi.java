package org.scholion.ui.internal;

import org.eclipse.ui.PlatformUI;
import org.osgi.framework.BundleContext;
import org.scholion.jobs.PaperChecks;
import org.scholion.jobs.SettingsStore;
import org.scholion.ui.EditorPapers;
import org.scholion.ui.citation.PaperCitations;
import org.scholion.ui.internal.draft.DraftServices;
import org.scholion.ui.internal.editor.EditorTracker;
import org.scholion.ui.internal.fix.FixRunner;

/**
 * What the classes that the Workbench creates work with: one for the running Workbench, used in the thread of the user interface.
 */
public final class PaperUi {

    private final PaperChecks checks;
    private final EditorPapers papers;
    private final SettingsStore settings;
    private final EditorTracker tracker;
    private final FixRunner fixes;
    private final Rules rules;
    private final PaperCitations citations;
    private final CurrentPapers currentPapers;
    private final DraftServices drafts;

    public PaperUi(
            BundleContext context, PaperChecks checks, EditorPapers papers, SettingsStore settings, PaperCitations citations) {
        this.citations = citations;
        this.checks = checks;
        this.papers = papers;
        this.settings = settings;
        tracker = new EditorTracker(checks, papers, settings);
        rules = new Rules(context);
        currentPapers = new CurrentPapers(context, checks);
        drafts = new DraftServices(context);
        fixes = new FixRunner(checks, papers, tracker, rules);
    }

    void deactivate() {
        rules.close();
        drafts.close();
    }

    /** That of the running Workbench. */
    public static PaperUi ofWorkbench() {
        PaperUi found = PlatformUI.getWorkbench().getService(PaperUi.class);
        if (found == null) {
            throw new IllegalStateException("the service " + PaperUi.class.getName() + " is missing: is org.apache.felix.scr started?");
        }
        return found;
    }

    public PaperChecks checks() {
        return checks;
    }

    public EditorPapers papers() {
        return papers;
    }

    public SettingsStore settings() {
        return settings;
    }

    public EditorTracker tracker() {
        return tracker;
    }

    public FixRunner fixes() {
        return fixes;
    }

    public PaperCitations citations() {
        return citations;
    }

    public CurrentPapers currentPapers() {
        return currentPapers;
    }

    public DraftServices drafts() {
        return drafts;
    }

    public Rules rules() {
        return rules;
    }
}
