package org.scholion.manuscript.latex.internal.read;

import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.latex.internal.tex.Slice;
import org.scholion.manuscript.latex.internal.tex.Slice.Call;
import org.scholion.manuscript.latex.internal.tex.TexText;

/** What waits on the interpreter's stack. */
sealed interface Step {

    /** Something to do when all above it on the stack is done. */
    record Then(Runnable action) implements Step {}

    /** A piece of text with the place up to which it was run. Mutable; belongs to one interpreter. */
    final class Frame implements Step {

        /** What the piece is. */
        enum Kind {
            FILE,
            GROUP,
            ARGUMENT,
            BODY
        }

        final TexText text;
        final Slice slice;
        final Kind kind;
        final int end;
        boolean atIsLetter;
        int at;

        Frame(Slice slice, Kind kind) {
            this.slice = slice;
            this.kind = kind;
            text = slice.text();
            at = slice.start();
            end = slice.end();
            atIsLetter = slice.atIsLetter();
        }

        @Nullable Call call() {
            return slice.call();
        }

        /** A part of this piece, under the same arguments. */
        Slice part(int from, int to) {
            return new Slice(text, from, to, slice.arguments(), slice.call(), atIsLetter);
        }

        boolean atEnd() {
            return at >= end;
        }
    }
}
