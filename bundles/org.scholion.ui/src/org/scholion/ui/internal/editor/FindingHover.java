package org.scholion.ui.internal.editor;

import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.scholion.jobs.PlacedFinding;
import org.scholion.text.TextRange;
import org.scholion.ui.internal.PaperUi;

/** What findings say, with their quick fixes as links, in the generic editor. Other editors show the text of annotations. */
public final class FindingHover implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {

    /** The findings that a hover shows. */
    record Shown(List<PlacedFinding> findings) {
        Shown {
            findings = List.copyOf(findings);
        }
    }

    @Override
    public @Nullable IRegion getHoverRegion(ITextViewer viewer, int offset) {
        Optional<DocumentBinding> document = document(viewer);
        Optional<TextRange> range =
                document.flatMap(found -> found.at(offset).stream().findFirst().flatMap(found::range));
        if (range.isEmpty()) {
            return null;
        }
        document.get().hoverShows();
        return new Region(range.get().start(), range.get().length());
    }

    @Override
    public @Nullable Object getHoverInfo2(ITextViewer viewer, IRegion region) {
        List<PlacedFinding> found = document(viewer)
                .map(document -> document.at(region.getOffset()))
                .orElse(List.of())
                .stream()
                .map(FindingAnnotation::placed)
                .toList();
        return found.isEmpty() ? null : new Shown(found);
    }

    @Override
    public @Nullable String getHoverInfo(ITextViewer viewer, IRegion region) {
        return null;
    }

    @Override
    public IInformationControlCreator getHoverControlCreator() {
        return shell -> new FindingHoverControl(shell, false);
    }

    private static Optional<DocumentBinding> document(ITextViewer viewer) {
        return viewer.getDocument() == null ? Optional.empty() : PaperUi.ofWorkbench().tracker().document(viewer.getDocument());
    }
}
