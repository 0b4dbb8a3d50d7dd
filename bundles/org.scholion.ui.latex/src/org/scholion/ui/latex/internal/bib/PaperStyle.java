package org.scholion.ui.latex.internal.bib;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.library.style.PaperStyles;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceText;

/** The citation style that a LaTeX paper asks for. */
public final class PaperStyle {

    private static final List<Pattern> NAMES = List.of(
            Pattern.compile("(?m)^[^%\\n]*?\\\\bibliographystyle\\s*\\{([^{}]+)\\}"),
            Pattern.compile("(?m)^[^%\\n]*?\\\\usepackage\\s*\\[(?:[^\\]]*[,\\s])?(?:bib)?style\\s*=\\s*\\{?([\\w-]+)[^\\]]*\\]"
                    + "\\s*\\{biblatex\\}"),
            Pattern.compile("(?m)^[^%\\n]*?\\\\ExecuteBibliographyOptions\\s*\\{(?:[^}]*[,\\s])?style\\s*=\\s*([\\w-]+)"));

    private PaperStyle() {}

    /** The id of the style that comes nearest; empty where the paper names none, or one that is not known. */
    public static Optional<String> of(Manuscript paper) {
        for (Pattern name : NAMES) {
            for (SourceText source : paper.sources()) {
                Matcher found = name.matcher(source.text());
                if (!source.unit().path().toString().endsWith(".bib") && found.find()) {
                    return PaperStyles.guess(found.group(1));
                }
            }
        }
        return Optional.empty();
    }
}
