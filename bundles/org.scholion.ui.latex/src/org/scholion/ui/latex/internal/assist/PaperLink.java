package org.scholion.ui.latex.internal.assist;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.statushandlers.StatusManager;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.Papers;

/** Leads to a place of a file. */
final class PaperLink implements IHyperlink {

    private final IRegion region;
    private final Path file;
    private final Supplier<TextRange> target;
    private final String text;

    /** @param target where it leads by the time it is followed */
    PaperLink(IRegion region, Path file, Supplier<TextRange> target, String text) {
        this.region = region;
        this.file = file;
        this.target = target;
        this.text = text;
    }

    @Override
    public IRegion getHyperlinkRegion() {
        return region;
    }

    @Override
    public @Nullable String getTypeLabel() {
        return null;
    }

    @Override
    public String getHyperlinkText() {
        return text;
    }

    @Override
    public void open() {
        try {
            Papers.reveal(file, target.get());
        } catch (PartInitException problem) {
            StatusManager.getManager().handle(problem.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
