package org.scholion.ui.latex.internal.assist;

import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.PaperLookup;
import org.scholion.ui.latex.internal.Papers;
import org.scholion.ui.latex.internal.syntax.SourceContext;

/** Says what the label, citation or own command under the mouse stands for. */
public final class LatexHover implements ITextHover, ITextHoverExtension {

    private final CitedPreview preview = new CitedPreview();

    @Override
    public @Nullable String getHoverInfo(ITextViewer viewer, IRegion region) {
        SourceContext context = SourceContext.around(viewer.getDocument().get(), region.getOffset());
        Optional<String> found = Papers.manuscript(viewer.getDocument())
                .flatMap(paper -> new Explanation(new PaperLookup(paper))
                        .of(context)
                        .map(said -> said + preview.of(paper, context)));
        return found.isPresent() ? found.get() : null;
    }

    @Override
    public @Nullable IRegion getHoverRegion(ITextViewer viewer, int offset) {
        return switch (SourceContext.around(viewer.getDocument().get(), offset)) {
            case SourceContext.Nothing nothing -> null;
            case SourceContext.Command(String name, TextRange range) -> new Region(range.start(), range.length());
            case SourceContext.Argument(String command, int index, String item, TextRange range) ->
                new Region(range.start(), range.length());
        };
    }

    @Override
    public IInformationControlCreator getHoverControlCreator() {
        return parent -> new DefaultInformationControl(parent, (String) null);
    }
}
