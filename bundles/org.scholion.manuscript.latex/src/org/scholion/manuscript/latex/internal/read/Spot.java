package org.scholion.manuscript.latex.internal.read;

import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.SourceMap.Origin;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.latex.internal.tex.Slice.Call;
import org.scholion.manuscript.latex.internal.tex.TexText;
import org.scholion.text.TextRange;

/**
 * Where printed text comes from.
 *
 * @param range in a file
 * @param expansion whether a macro of the paper printed it, so that its words do not stand there
 */
record Spot(SourceRange range, boolean expansion) {

    /** A part of a text that may be a file or a macro's body. */
    static Spot of(TexText text, int start, int end, @Nullable Call call, SourceUnit fallback) {
        if (call != null) {
            return new Spot(call.token(), true);
        }
        SourceUnit unit = text.unit();
        if (unit == null) {
            return new Spot(new SourceRange(fallback, TextRange.at(0)), true);
        }
        return new Spot(new SourceRange(unit, new TextRange(start, end)), false);
    }

    Origin origin() {
        return expansion ? Origin.EXPANSION : Origin.NOTATION;
    }
}
