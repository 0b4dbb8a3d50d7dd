package org.scholion.ui.latex.internal.syntax;

import org.scholion.text.TextRange;

/**
 * What stands at a place of a LaTeX text, as completion, hovers and links need it. Looks at the lines around only, so it is fast in
 * any text and right in one that is being typed.
 */
public sealed interface SourceContext {

    /** Words, or a place where nothing is to be completed. */
    record Nothing() implements SourceContext {}

    /**
     * A command.
     *
     * @param range backslash and name, the part of it that was asked for
     */
    record Command(String name, TextRange range) implements SourceContext {}

    /**
     * One item of a command's argument.
     *
     * @param command without backslash and star
     * @param index of the argument in braces, from 0
     * @param item the item at the place; an argument holds several between commas
     * @param range of the item
     */
    record Argument(String command, int index, String item, TextRange range) implements SourceContext {}

    /** How far back a beginning is looked for. */
    int FURTHEST = 2000;

    /** What is being typed before {@code offset}: names and items end there. */
    static SourceContext before(CharSequence text, int offset) {
        return new ContextReader(text, offset, false).read();
    }

    /** What stands at {@code offset}: names and items in their whole length. */
    static SourceContext around(CharSequence text, int offset) {
        boolean atBackslash = offset < text.length() && text.charAt(offset) == '\\' && !ContextReader.isEscaped(text, offset);
        return new ContextReader(text, atBackslash ? offset + 1 : offset, true).read();
    }
}
