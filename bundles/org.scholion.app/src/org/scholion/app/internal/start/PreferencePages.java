package org.scholion.app.internal.start;

import java.util.Set;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceManager;

/** Leaves the preference pages that a writer can use and takes those of a programming environment away. */
final class PreferencePages {

    private static final String GENERAL = "org.eclipse.ui.preferencePages.Workbench";

    private static final Set<String> TOP = Set.of("org.scholion.ui.preferences", GENERAL);

    private static final Set<String> IN_GENERAL = Set.of(
            "org.eclipse.ui.preferencePages.Views",
            "org.eclipse.ui.preferencePages.Keys",
            "org.eclipse.ui.preferencePages.Editors");

    private PreferencePages() {}

    static void trim(PreferenceManager pages) {
        for (IPreferenceNode page : pages.getRootSubNodes()) {
            if (!TOP.contains(page.getId())) {
                pages.remove(page);
            }
        }
        IPreferenceNode general = pages.find(GENERAL);
        if (general != null) {
            for (IPreferenceNode page : general.getSubNodes()) {
                if (!IN_GENERAL.contains(page.getId())) {
                    general.remove(page);
                }
            }
        }
    }
}
