package org.scholion.ui.latex.internal.draft;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.text.IDocument;
import org.scholion.text.TextRange;
import org.scholion.ui.draft.DraftWriter;
import org.scholion.ui.latex.internal.LatexFiles;

/** Writes texts into LaTeX papers: a sentence a line, points as a list. */
public final class LatexDrafts implements DraftWriter {

    @Override
    public boolean writes(Path file) {
        return LatexFiles.isLatex(file);
    }

    @Override
    public String text(List<String> sentences, boolean points) {
        return points
                ? sentences.stream().map(point -> "  \\item " + point + "\n").collect(Collectors.joining("", "\\begin{itemize}\n", "\\end{itemize}"))
                : String.join("\n", sentences);
    }

    @Override
    public boolean allows(IDocument document, TextRange place, String text) {
        return place.end() <= document.getLength();
    }
}
