package org.scholion.ui.latex.internal.syntax;

import java.util.function.BiConsumer;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.syntax.LineState.Mode;

/**
 * Colours one line, told what it begins inside of. Fast and forgiving: mathematics that nobody closed ends with its paragraph.
 * One scanner serves one call of {@link #scan} at a time.
 */
final class LatexScanner {

    private final CharSequence text;
    private final int end;
    private final BiConsumer<TokenKind, TextRange> tokens;
    private int at;
    private LineState state;

    private LatexScanner(CharSequence text, int start, int end, LineState state, BiConsumer<TokenKind, TextRange> tokens) {
        this.text = text;
        this.at = start;
        this.end = end;
        this.state = state;
        this.tokens = tokens;
    }

    /**
     * Scans one line.
     *
     * @param text holds the line
     * @param line the line without its delimiter
     * @param state what it begins inside of
     * @param tokens gets what is not plain text, from left to right
     * @return what the next line begins inside of
     */
    static LineState scan(CharSequence text, TextRange line, LineState state, BiConsumer<TokenKind, TextRange> tokens) {
        return new LatexScanner(text, line.start(), line.end(), state, tokens).line();
    }

    private LineState line() {
        if (isBlank()) {
            while (state.mode() == Mode.KEY || state.mode() == Mode.MATH || state.mode() == Mode.TEXT_IN_MATH) {
                state = state.leave();
            }
            return state;
        }
        while (at < end) {
            switch (state.mode()) {
                case TEXT, TEXT_IN_MATH -> words();
                case MATH, MATH_ENVIRONMENT -> math();
                case VERBATIM -> untilEnd(TokenKind.VERBATIM);
                case COMMENT -> untilEnd(TokenKind.COMMENT);
                case KEY -> key();
            }
        }
        return state;
    }

    private boolean isBlank() {
        for (int i = at; i < end; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void words() {
        char c = text.charAt(at);
        switch (c) {
            case '%' -> comment();
            case '\\' -> command();
            case '$' -> mathShift();
            case '{' -> group(1);
            case '}' -> group(-1);
            default -> at++;
        }
    }

    private void group(int by) {
        if (state.mode() == Mode.TEXT_IN_MATH) {
            state = state.depth() + by == 0 ? state.leave() : state.nested(by);
        }
        at++;
    }

    private void mathShift() {
        String delimiter = at + 1 < end && text.charAt(at + 1) == '$' ? "$$" : "$";
        emit(TokenKind.MATH, at, at + delimiter.length());
        state = state.enter(Mode.MATH, delimiter);
        at += delimiter.length();
    }

    private void comment() {
        emit(isDirective() ? TokenKind.DIRECTIVE : TokenKind.COMMENT, at, end);
        at = end;
    }

    private boolean isDirective() {
        int i = at;
        while (i < end && (text.charAt(i) == '%' || text.charAt(i) == ' ')) {
            i++;
        }
        return startsWith(i, "!TEX") || startsWith(i, "!BIB") || startsWith(i, "scholion:") || startsWith(i, "LTeX:");
    }

    private void command() {
        int start = at;
        String name = CommandNames.at(text, start, end);
        if (name.isEmpty()) {
            at = end;
            return;
        }
        at = start + 1 + name.length();
        switch (name) {
            case "(" -> openMath(start, "\\)");
            case "[" -> openMath(start, "\\]");
            case "begin", "end" -> environment(start, name.equals("begin"));
            case "verb", "lstinline" -> verb(start);
            case "iffalse" -> {
                emit(TokenKind.COMMENT, start, at);
                state = state.enter(Mode.COMMENT, "\\fi");
            }
            default -> {
                emit(LatexVocabulary.isStructure(name) ? TokenKind.STRUCTURE : TokenKind.COMMAND, start, at);
                if (LatexVocabulary.takesKeys(name)) {
                    arguments();
                }
            }
        }
    }

    private void openMath(int start, String close) {
        emit(TokenKind.MATH, start, at);
        state = state.enter(Mode.MATH, close);
    }

    /** Steps over a star and optional arguments to the braces that hold the key. */
    private void arguments() {
        int i = at < end && text.charAt(at) == '*' ? at + 1 : at;
        while (i < end && (text.charAt(i) == '[' || text.charAt(i) == ' ')) {
            if (text.charAt(i) == '[') {
                i = closing(i, ']');
            } else {
                i++;
            }
        }
        if (i < end && text.charAt(i) == '{') {
            at = i + 1;
            state = state.enter(Mode.KEY, "}");
        }
    }

    /** Behind the bracket that closes the one at {@code open}, or the end of the line. */
    private int closing(int open, char close) {
        int depth = 0;
        for (int i = open + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == close && depth == 0) {
                return i + 1;
            }
        }
        return end;
    }

    private void key() {
        int start = at;
        int depth = state.depth();
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (c == '{') {
                depth++;
            } else if (c == '}' && depth-- == 0) {
                emit(TokenKind.KEY, start, at);
                at++;
                state = state.leave();
                return;
            } else if (c == '%' && text.charAt(Math.max(0, at - 1)) != '\\') {
                emit(TokenKind.KEY, start, at);
                comment();
                state = state.nested(depth - state.depth());
                return;
            }
        }
        emit(TokenKind.KEY, start, at);
        state = state.nested(depth - state.depth());
    }

    private void environment(int start, boolean begins) {
        emit(TokenKind.STRUCTURE, start, at);
        if (at >= end || text.charAt(at) != '{') {
            return;
        }
        int close = indexOf('}', at);
        int stop = close < 0 ? end : close;
        String name = text.subSequence(at + 1, stop).toString();
        emit(TokenKind.ENVIRONMENT, at + 1, stop);
        at = close < 0 ? end : close + 1;
        if (begins && close >= 0) {
            enter(name);
        }
    }

    private void enter(String environment) {
        if (LatexVocabulary.isVerbatim(environment)) {
            emit(TokenKind.VERBATIM, at, end);
            at = end;
            state = state.enter(Mode.VERBATIM, environment);
        } else if (environment.equals("comment")) {
            state = state.enter(Mode.COMMENT, environment);
        } else if (LatexVocabulary.isMath(environment)) {
            state = state.enter(Mode.MATH_ENVIRONMENT, environment);
        }
    }

    private int indexOf(char wanted, int from) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    private void verb(int start) {
        emit(TokenKind.COMMAND, start, at);
        if (at < end && text.charAt(at) == '*') {
            at++;
        }
        if (at < end && text.charAt(at) == '[') {
            at = closing(at, ']');
        }
        if (at >= end) {
            return;
        }
        char open = text.charAt(at);
        int close = indexOf(open == '{' ? '}' : open, at + 1);
        int stop = close < 0 ? end : close + 1;
        emit(TokenKind.VERBATIM, at, stop);
        at = stop;
    }

    private void math() {
        int start = at;
        while (at < end) {
            char c = text.charAt(at);
            if (c == '%') {
                emit(TokenKind.MATH, start, at);
                comment();
                return;
            }
            if (c == '$' && state.mode() == Mode.MATH && startsWith(at, state.end())) {
                at += state.end().length();
                emit(TokenKind.MATH, start, at);
                state = state.leave();
                return;
            }
            if (c == '\\') {
                emit(TokenKind.MATH, start, at);
                mathCommand();
                return;
            }
            at++;
        }
        emit(TokenKind.MATH, start, at);
    }

    private void mathCommand() {
        int start = at;
        String name = CommandNames.at(text, at, end);
        at = Math.min(end, start + 1 + name.length());
        if (state.mode() == Mode.MATH && state.end().equals("\\" + name)) {
            emit(TokenKind.MATH, start, at);
            state = state.leave();
        } else if (name.equals("end") && isEndOf(start, state.end()) && state.mode() == Mode.MATH_ENVIRONMENT) {
            environment(start, false);
            state = state.leave();
        } else if (name.equals("begin") || name.equals("end")) {
            environment(start, false);
        } else {
            emit(TokenKind.MATH_COMMAND, start, at);
            if (LatexVocabulary.isTextInMath(name) && at < end && text.charAt(at) == '{') {
                state = state.enter(Mode.TEXT_IN_MATH, "}");
            } else if (name.equals("label") || LatexVocabulary.isReference(name)) {
                arguments();
            }
        }
    }

    private boolean isEndOf(int offset, String environment) {
        return startsWith(offset, "\\end{" + environment + "}");
    }

    private void untilEnd(TokenKind kind) {
        boolean conditional = state.end().equals("\\fi");
        String close = conditional ? "\\fi" : "\\end{" + state.end() + "}";
        for (int i = at; i < end; i++) {
            if (text.charAt(i) == '\\' && startsWith(i, close)) {
                emit(kind, at, i);
                at = i + 4;
                state = state.leave();
                if (conditional) {
                    at = i + 3;
                    emit(kind, i, at);
                } else {
                    environment(i, false);
                }
                return;
            }
        }
        emit(kind, at, end);
        at = end;
    }

    private boolean startsWith(int offset, String wanted) {
        if (offset + wanted.length() > end) {
            return false;
        }
        for (int i = 0; i < wanted.length(); i++) {
            if (text.charAt(offset + i) != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void emit(TokenKind kind, int from, int to) {
        if (to > from) {
            tokens.accept(kind, new TextRange(from, to));
        }
    }
}
