package org.scholion.ui.word.internal.look;

import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.PlatformUI;

/** The colours of the theme, which the author and the dark theme may change. In the thread of the user interface. */
public enum WordColours {
    INSERTED,
    DELETED,
    MARK,
    LINK,
    HIDDEN,
    /** Behind a formula, citation … */
    THING,
    /** Around pictures and tables. */
    FRAME,
    /** Beside the page. */
    DESK;

    /** What the ids of the colours begin with. */
    public static final String PREFIX = "org.scholion.ui.word.";

    /** The colour now; null where the theme has none. */
    public @Nullable Color get() {
        ColorRegistry colours = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        return colours.get(PREFIX + name().toLowerCase(Locale.ROOT));
    }
}
