package org.scholion.ui.latex.internal.editor;

import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.ICharacterPairMatcher;
import org.eclipse.jface.text.source.ICharacterPairMatcherExtension;
import org.scholion.ui.latex.internal.syntax.Pairs;
import org.scholion.ui.latex.internal.syntax.Pairs.Pair;

/** Shows the other half of the bracket, {@code \begin} or {@code \end} beside the caret. */
public final class LatexPairMatcher implements ICharacterPairMatcher, ICharacterPairMatcherExtension {

    private int anchor = LEFT;

    @Override
    public void dispose() {
        // holds nothing
    }

    @Override
    public void clear() {
        anchor = LEFT;
    }

    @Override
    public @Nullable IRegion match(IDocument document, int offset) {
        String text = document.get();
        Optional<Pair> before = Pairs.at(text, offset - 1);
        return region(before.isPresent() ? before : Pairs.at(text, offset), offset);
    }

    @Override
    public @Nullable IRegion match(IDocument document, int offset, int length) {
        return match(document, length < 0 ? offset + length : offset);
    }

    @Override
    public @Nullable IRegion findEnclosingPeerCharacters(IDocument document, int offset, int length) {
        return region(Pairs.around(document.get(), offset), offset);
    }

    @Override
    public boolean isMatchedChar(char c) {
        return "{}[]\\".indexOf(c) >= 0;
    }

    @Override
    public boolean isMatchedChar(char c, IDocument document, int offset) {
        return isMatchedChar(c);
    }

    @Override
    public boolean isRecomputationOfEnclosingPairRequired(
            IDocument document, IRegion current, @Nullable IRegion previous) {
        return true;
    }

    @Override
    public int getAnchor() {
        return anchor;
    }

    private @Nullable IRegion region(Optional<Pair> pair, int offset) {
        if (pair.isEmpty()) {
            return null;
        }
        int start = pair.get().open().start();
        int end = pair.get().close().end();
        anchor = Math.abs(offset - start) <= 1 ? LEFT : RIGHT;
        return new Region(start, end - start);
    }
}
