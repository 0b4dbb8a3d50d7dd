package org.scholion.ui.latex.internal.editor;

import java.util.Locale;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.ui.PlatformUI;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.syntax.TokenKind;

/** The looks of tokens: colours are theme colours, so that the author and the dark theme may change them. */
final class TokenStyles {

    /** What the ids of the theme's colours begin with. */
    static final String PREFIX = "org.scholion.ui.latex.";

    private TokenStyles() {}

    /** The style of a stretch; {@link TokenKind#TEXT} has none of its own. */
    static StyleRange of(TokenKind kind, TextRange range) {
        ColorRegistry colours =
                PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        int font = switch (kind) {
            case STRUCTURE -> SWT.BOLD;
            case COMMENT, DIRECTIVE -> SWT.ITALIC;
            case TEXT, COMMAND, ENVIRONMENT, KEY, MATH, MATH_COMMAND, VERBATIM -> SWT.NORMAL;
        };
        return new StyleRange(range.start(), range.length(), colours.get(colourId(kind)), null, font);
    }

    /** Text without style. A presentation without any style would leave the one from before. */
    static StyleRange plain(TextRange range) {
        return new StyleRange(range.start(), range.length(), null, null);
    }

    private static String colourId(TokenKind kind) {
        return PREFIX + kind.name().toLowerCase(Locale.ROOT);
    }
}
