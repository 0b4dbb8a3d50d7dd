package org.scholion.app.internal.command;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.PlatformUI;
import org.scholion.app.internal.AppIds;
import org.scholion.app.internal.start.Theme;

/** Changes between light and dark; without a parameter to the one that is not shown. */
@SuppressWarnings("restriction") // the theme engine is provisional, and there is no other
public final class SwitchTheme extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        String wanted = event.getParameter(AppIds.THEME);
        boolean dark = engine.getActiveTheme() != null && engine.getActiveTheme().getId().contains("dark");
        Theme other = dark ? Theme.LIGHT : Theme.DARK;
        (wanted == null ? other : Theme.valueOf(wanted)).apply(engine);
        return null;
    }
}
