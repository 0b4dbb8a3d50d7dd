package org.scholion.ui.latex.internal.assist;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.scholion.ui.latex.internal.syntax.LineColours;
import org.scholion.ui.latex.internal.syntax.Token;
import org.scholion.ui.latex.internal.syntax.TokenKind;

/** Finds the environments that are open at a place. */
final class OpenEnvironments {

    private static final String END = "\\end{";

    private OpenEnvironments() {}

    /** Their names, the innermost first. */
    static List<String> at(String text, int offset) {
        int start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, text.lastIndexOf(END, offset));
        String before = text.substring(0, Math.min(start, offset));
        Deque<String> open = new ArrayDeque<>();
        for (Token token : LineColours.tokens(before)) {
            if (token.kind() != TokenKind.ENVIRONMENT) {
                continue;
            }
            String name = token.range().of(before);
            if (before.startsWith(END, token.range().start() - END.length())) {
                open.remove(name);
            } else {
                open.push(name);
            }
        }
        return List.copyOf(open);
    }
}
