package org.scholion.ui.word.internal;

import java.util.Locale;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.scholion.manuscript.ManuscriptWriter.Mode;

/** What the author set for Word documents. */
public final class WordSettings {

    /** The preference node, in the instance scope. */
    public static final String NODE = "org.scholion.ui.word";

    /** String: a {@link Mode} in lower case. How changes are written; tracked changes where nothing is set. */
    public static final String MODE = "write";

    private WordSettings() {}

    /** How changes are written. */
    public static Mode mode() {
        String set = node().get(MODE, "");
        for (Mode mode : Mode.values()) {
            if (key(mode).equals(set)) {
                return mode;
            }
        }
        return Mode.TRACKED_CHANGES;
    }

    /** Keeps how changes are written. */
    public static void setMode(Mode mode) throws BackingStoreException {
        node().put(MODE, key(mode));
        node().flush();
    }

    private static String key(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }
}
