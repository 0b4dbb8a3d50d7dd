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
import org.scholion.text.TextRange;
import org.scholion.ui.internal.PaperUi;

/**
 * Quick fixes as links in a hover of the generic editor. What the finding says stands above them: the editor itself shows the text of
 * annotations.
 */
public final class FindingLinksHover implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {

    @Override
    public @Nullable IRegion getHoverRegion(ITextViewer viewer, int offset) {
        Optional<TextRange> range = document(viewer)
                .flatMap(document -> document.at(offset).stream().findFirst().flatMap(document::range));
        return range.isEmpty() ? null : new Region(range.get().start(), range.get().length());
    }

    @Override
    public @Nullable Object getHoverInfo2(ITextViewer viewer, IRegion region) {
        List<FindingAnnotation> found =
                document(viewer).map(document -> document.at(region.getOffset())).orElse(List.of());
        return found.isEmpty() ? null : new FindingLinks(found.getFirst().placed());
    }

    @Override
    public @Nullable String getHoverInfo(ITextViewer viewer, IRegion region) {
        return null;
    }

    @Override
    public IInformationControlCreator getHoverControlCreator() {
        return shell -> new FindingLinksControl(shell, false);
    }

    private static Optional<DocumentBinding> document(ITextViewer viewer) {
        PaperUi ui = PaperUi.ofWorkbench();
        return viewer.getDocument() == null
                ? Optional.empty()
                : ui.papers().file(viewer.getDocument()).flatMap(file -> ui.tracker().document(file));
    }
}
