package org.scholion.ui.latex.internal.syntax;

import java.util.List;
import java.util.Optional;
import org.scholion.text.TextRange;

/** Decides what is written when the author types one thing: the closing bracket, the end of an environment, the right quote. */
public final class TypingAid {

    /**
     * What is written instead.
     *
     * @param replaced what goes away
     * @param text what is written
     * @param caret where the caret stands afterwards, from the start of {@code replaced}
     */
    public record Typed(TextRange replaced, String text, int caret) {}

    private static final String INDENT = "  ";

    private final String text;
    private final int offset;

    private TypingAid(String text, int offset) {
        this.text = text;
        this.offset = offset;
    }

    /**
     * What typing {@code typed} at {@code offset} writes; empty to write just that.
     *
     * @param typed one character or a line delimiter
     */
    public static Optional<Typed> type(String text, int offset, String typed) {
        TypingAid aid = new TypingAid(text, offset);
        if (typed.equals("\n") || typed.equals("\r\n") || typed.equals("\r")) {
            return aid.newLine(typed);
        }
        if (typed.length() != 1 || aid.isLiteral()) {
            return Optional.empty();
        }
        return switch (typed.charAt(0)) {
            case '{' -> aid.open("{", "}");
            case '[' -> aid.isOptionalArgument() || aid.isAfterBackslash() ? aid.open("[", "]") : Optional.empty();
            case '(' -> aid.isAfterBackslash() ? aid.open("(", ")") : Optional.empty();
            case '}' -> aid.over('}', '{');
            case ']' -> aid.over(']', '[');
            case '$' -> aid.dollar();
            case '"' -> aid.quote();
            default -> Optional.empty();
        };
    }

    /** What deleting the character before {@code offset} takes away besides: the bracket that closes it, when nothing is inside. */
    public static boolean deletesPair(String text, int offset) {
        if (offset < 1 || offset >= text.length() || ContextReader.isEscaped(text, offset - 1)) {
            return false;
        }
        String pair = text.substring(offset - 1, offset + 1);
        return pair.equals("{}") || pair.equals("[]") || pair.equals("$$") && (offset < 2 || text.charAt(offset - 2) != '$');
    }

    private Optional<Typed> newLine(String delimiter) {
        int lineStart = lineStart();
        String line = text.substring(lineStart, offset);
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        Optional<String> environment = opened(line);
        boolean atLineEnd = offset == text.length() || text.charAt(offset) == '\n' || text.charAt(offset) == '\r';
        if (environment.isPresent() && atLineEnd && Pairs.unclosed(text, environment.get()) > 0) {
            String inner = delimiter + indent + (environment.get().equals("document") ? "" : INDENT) + item(environment.get());
            return Optional.of(new Typed(
                    TextRange.at(offset), inner + delimiter + indent + "\\end{" + environment.get() + "}", inner.length()));
        }
        String first = delimiter + indent;
        return indent.isEmpty() ? Optional.empty() : Optional.of(new Typed(TextRange.at(offset), first, first.length()));
    }

    private static String item(String environment) {
        return switch (environment) {
            case "itemize", "enumerate", "compactitem", "compactenum" -> "\\item ";
            case "description" -> "\\item[] ";
            default -> "";
        };
    }

    /** The environment that the line ends by opening. */
    private static Optional<String> opened(String line) {
        int begin = line.lastIndexOf("\\begin{");
        int close = begin < 0 ? -1 : line.indexOf('}', begin);
        if (close < 0 || line.indexOf("\\end{", begin) >= 0 || line.indexOf('%') >= 0) {
            return Optional.empty();
        }
        return Optional.of(line.substring(begin + "\\begin{".length(), close)).filter(name -> !name.isBlank());
    }

    private Optional<Typed> open(String open, String close) {
        if (offset < text.length() && isWord(text.charAt(offset))) {
            return Optional.empty();
        }
        boolean escaped = isAfterBackslash();
        if (escaped && open.equals("{")) {
            return Optional.empty();
        }
        return Optional.of(new Typed(TextRange.at(offset), open + (escaped ? "\\" : "") + close, 1));
    }

    /** Typing a bracket that stands there already goes behind it, unless it is needed to close another one. */
    private Optional<Typed> over(char close, char open) {
        if (!isNext(close)) {
            return Optional.empty();
        }
        int depth = 0;
        for (int i = paragraphStart(); i < paragraphEnd(); i++) {
            if (!ContextReader.isEscaped(text, i)) {
                depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
            }
        }
        return depth > 0 ? Optional.empty() : Optional.of(new Typed(TextRange.ofLength(offset, 1), String.valueOf(close), 1));
    }

    private Optional<Typed> dollar() {
        if (isAfterBackslash()) {
            return Optional.empty();
        }
        int dollars = 0;
        for (int i = paragraphStart(); i < offset; i++) {
            dollars += text.charAt(i) == '$' && !ContextReader.isEscaped(text, i) ? 1 : 0;
        }
        if (dollars % 2 == 1) {
            return isNext('$') ? Optional.of(new Typed(TextRange.ofLength(offset, 1), "$", 1)) : Optional.empty();
        }
        boolean beforeWord = offset < text.length() && isWord(text.charAt(offset));
        return beforeWord ? Optional.empty() : Optional.of(new Typed(TextRange.at(offset), "$$", 1));
    }

    private Optional<Typed> quote() {
        if (isAfterBackslash() || usesShorthands()) {
            return Optional.empty();
        }
        String before = offset >= 2 ? text.substring(offset - 2, offset) : "";
        if (before.equals("``") || before.equals("''")) {
            return Optional.of(new Typed(TextRange.ofLength(offset - 2, 2), "\"", 1));
        }
        boolean opens = offset == 0 || " \t\n\r~([{".indexOf(text.charAt(offset - 1)) >= 0;
        return Optional.of(new Typed(TextRange.at(offset), opens ? "``" : "''", 2));
    }

    /** Some languages of babel write accents and dashes with a straight quote. */
    private boolean usesShorthands() {
        String head = text.substring(0, Math.min(text.length(), 20_000));
        return head.contains("german") || head.contains("dutch") || head.contains("catalan");
    }

    private boolean isOptionalArgument() {
        int i = offset - 1;
        while (i >= 0 && (CommandNames.isPart(text.charAt(i)) || text.charAt(i) == '*')) {
            i--;
        }
        if (i >= 0 && i < offset - 1 && text.charAt(i) == '\\') {
            return true;
        }
        return offset > 0 && text.charAt(offset - 1) == '}' && text.substring(lineStart(), offset).matches(".*\\\\begin\\{[^}]*}");
    }

    private boolean isLiteral() {
        List<Token> tokens = LineColours.tokens(text.substring(0, offset));
        if (tokens.isEmpty() || tokens.getLast().range().end() != offset) {
            return false;
        }
        Token last = tokens.getLast();
        return switch (last.kind()) {
            case COMMENT, DIRECTIVE -> true;
            case VERBATIM -> !isClosedVerb(last.range().of(text));
            case TEXT, COMMAND, STRUCTURE, ENVIRONMENT, KEY, MATH, MATH_COMMAND -> false;
        };
    }

    private static boolean isClosedVerb(String code) {
        char open = code.charAt(0);
        return code.length() > 1 && code.charAt(code.length() - 1) == (open == '{' ? '}' : open);
    }

    private boolean isNext(char c) {
        return offset < text.length() && text.charAt(offset) == c;
    }

    private boolean isAfterBackslash() {
        return ContextReader.isEscaped(text, offset);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '\\';
    }

    private int lineStart() {
        return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
    }

    private int paragraphStart() {
        int start = lineStart();
        while (start > 0) {
            int before = new TypingAid(text, start - 1).lineStart();
            if (text.substring(before, start).isBlank()) {
                return start;
            }
            start = before;
        }
        return 0;
    }

    private int paragraphEnd() {
        int start = offset;
        while (start < text.length()) {
            int next = text.indexOf('\n', start);
            if (next < 0) {
                return text.length();
            }
            if (start > offset && text.substring(start, next).isBlank()) {
                return start;
            }
            start = next + 1;
        }
        return text.length();
    }
}
