package org.scholion.app.internal.start;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.prefs.BackingStoreException;
import org.scholion.app.internal.Messages;

/** How the window looks. */
@SuppressWarnings("restriction") // the theme engine is provisional, and there is no other
public enum Theme {
    LIGHT,
    DARK,
    /** As the desktop is set at the start of the application. */
    SYSTEM;

    private static final String LIGHT_ID = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK_ID = "org.eclipse.e4.ui.css.theme.e4_dark";
    private static final String PREFERENCES = "org.eclipse.e4.ui.css.swt.theme";
    private static final String CHOSEN = "themeid";

    String label() {
        return switch (this) {
            case LIGHT -> Messages.theme_light;
            case DARK -> Messages.theme_dark;
            case SYSTEM -> Messages.theme_system;
        };
    }

    /** Changes the look now and for later starts. In the thread of the user interface. */
    public void apply(IThemeEngine engine) {
        switch (this) {
            case LIGHT -> engine.setTheme(LIGHT_ID, true);
            case DARK -> engine.setTheme(DARK_ID, true);
            case SYSTEM -> {
                engine.setTheme(Display.isSystemDarkTheme() ? DARK_ID : LIGHT_ID, false);
                IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(PREFERENCES);
                preferences.remove(CHOSEN);
                try {
                    preferences.flush();
                } catch (BackingStoreException problem) {
                    ILog.of(Theme.class).error("The choice of the theme could not be kept.", problem);
                }
            }
        }
    }
}
