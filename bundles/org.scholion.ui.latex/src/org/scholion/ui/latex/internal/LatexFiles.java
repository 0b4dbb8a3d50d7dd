package org.scholion.ui.latex.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Which files are written in LaTeX. */
public final class LatexFiles {

    private static final Set<String> EXTENSIONS = Set.of("tex", "ltx", "latex");

    private LatexFiles() {}

    /** By its name. */
    public static boolean isLatex(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
