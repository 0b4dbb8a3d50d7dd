package org.scholion.ui.latex.internal.syntax;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What a line begins inside of. Immutable; equal states colour the same text alike, which is when an editor may stop.
 *
 * @param mode how text is read
 * @param end what ends the mode: {@code $}, {@code \]}, {@code }} or the name of an environment; empty for {@link Mode#TEXT}
 * @param depth groups that were opened inside and are not closed, where that matters
 * @param outer what comes back behind the end; null for the document itself
 */
record LineState(Mode mode, String end, int depth, @Nullable LineState outer) {

    /** How text is read. */
    enum Mode {
        TEXT,
        /** Mathematics until a delimiter. */
        MATH,
        /** Mathematics until the end of an environment. */
        MATH_ENVIRONMENT,
        /** Words in mathematics, such as {@code \text{…}}. */
        TEXT_IN_MATH,
        /** Code until the end of an environment. */
        VERBATIM,
        /** Until the end of the comment environment. */
        COMMENT,
        /** The braces of a key, which may run over lines. */
        KEY
    }

    static final LineState DOCUMENT = new LineState(Mode.TEXT, "", 0, null);

    /** Nested deeper than anybody writes: further beginnings are not followed, so that no input grows the state without limit. */
    private static final int DEEPEST = 12;

    LineState enter(Mode inner, String innerEnd) {
        return level() >= DEEPEST ? this : new LineState(inner, innerEnd, 0, this);
    }

    LineState leave() {
        LineState back = outer;
        return back == null ? this : back;
    }

    LineState nested(int by) {
        return new LineState(mode, end, depth + by, outer);
    }

    private int level() {
        int level = 0;
        for (LineState state = outer; state != null; state = state.outer) {
            level++;
        }
        return level;
    }
}
