package org.scholion.inference.onnx.internal.chat;

import java.util.ArrayList;
import java.util.List;
import org.scholion.inference.onnx.internal.chat.Symbol.Kind;

/**
 * Splits a template into symbols. White space is treated as transformers asks Jinja to: the line break after a block is left out
 * ({@code trim_blocks}), so are blanks before a block on its line ({@code lstrip_blocks}) and the last line break of the template.
 */
final class Lexer {

    private static final List<String> OPERATORS = List.of(
            "==", "!=", "<=", ">=", "//", "**", "+", "-", "*", "/", "%", "~", "<", ">", "=", "(", ")", "[", "]", "{", "}", ",", ":", ".",
            "|");

    private final String source;
    private final List<Symbol> symbols = new ArrayList<>();
    private int at;
    private int line = 1;
    private int counted;
    // what the tag before asks of the text after it
    private boolean stripAll;
    private boolean stripBreak;

    private Lexer(String source) {
        this.source = source;
    }

    static List<Symbol> symbols(String template) {
        String source = template.replace("\r\n", "\n").replace('\r', '\n');
        Lexer lexer = new Lexer(source.endsWith("\n") ? source.substring(0, source.length() - 1) : source);
        lexer.run();
        return lexer.symbols;
    }

    private void run() {
        while (at < source.length()) {
            int tag = nextTag(at);
            text(tag);
            at = tag;
            if (tag == source.length()) {
                break;
            }
            char kind = source.charAt(tag + 1);
            if (kind == '#') {
                comment();
            } else if (kind == '%' && isRaw()) {
                raw();
            } else {
                tag(kind == '{');
            }
        }
        add(Kind.END, "");
    }

    private int nextTag(int from) {
        for (int i = source.indexOf('{', from); i >= 0; i = source.indexOf('{', i + 1)) {
            if (i + 1 < source.length() && "{%#".indexOf(source.charAt(i + 1)) >= 0) {
                return i;
            }
        }
        return source.length();
    }

    /** The text up to a tag, without what the tags on both sides take away. */
    private void text(int end) {
        int from = at;
        if (stripAll) {
            while (from < end && Character.isWhitespace(source.charAt(from))) {
                from++;
            }
        } else if (stripBreak && from < end && source.charAt(from) == '\n') {
            from++;
        }
        stripAll = false;
        stripBreak = false;
        int to = end;
        if (end < source.length()) {
            char mark = end + 2 < source.length() ? source.charAt(end + 2) : ' ';
            if (mark == '-') {
                while (to > from && Character.isWhitespace(source.charAt(to - 1))) {
                    to--;
                }
            } else if (mark != '+' && source.charAt(end + 1) != '{') {
                int start = to;
                while (start > from && (source.charAt(start - 1) == ' ' || source.charAt(start - 1) == '\t')) {
                    start--;
                }
                // only where nothing but blanks is before it on the line
                boolean lineBegins = start == 0 || source.charAt(start - 1) == '\n';
                to = lineBegins ? start : to;
            }
        }
        if (to > from) {
            add(Kind.TEXT, source.substring(from, to));
        }
    }

    private void comment() {
        int end = source.indexOf("#}", at + 2);
        if (end < 0) {
            throw error("a comment without an end");
        }
        stripAll = source.charAt(end - 1) == '-' && end - 1 >= at + 2;
        stripBreak = true;
        at = end + 2;
    }

    private boolean isRaw() {
        return tagName(at).equals("raw");
    }

    private String tagName(int tag) {
        int end = source.indexOf("%}", tag);
        String inside = end < 0 ? "" : source.substring(tag + 2, end).strip();
        inside = inside.startsWith("-") || inside.startsWith("+") ? inside.substring(1).strip() : inside;
        return inside.endsWith("-") ? inside.substring(0, inside.length() - 1).strip() : inside;
    }

    private void raw() {
        int begin = source.indexOf("%}", at) + 2;
        for (int i = source.indexOf("{%", begin); i >= 0; i = source.indexOf("{%", i + 2)) {
            if (tagName(i).equals("endraw")) {
                if (i > begin) {
                    add(Kind.TEXT, source.substring(begin, i));
                }
                at = source.indexOf("%}", i) + 2;
                stripBreak = true;
                return;
            }
        }
        throw error("raw without endraw");
    }

    private void tag(boolean output) {
        add(output ? Kind.OUTPUT_BEGIN : Kind.BLOCK_BEGIN, "");
        String end = output ? "}}" : "%}";
        at += 2;
        if (at < source.length() && "-+".indexOf(source.charAt(at)) >= 0) {
            at++;
        }
        int braces = 0;
        while (true) {
            while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
                at++;
            }
            if (at >= source.length()) {
                throw error("a tag without an end");
            }
            boolean closes = braces == 0 && source.startsWith(end, at);
            boolean strips = braces == 0 && source.charAt(at) == '-' && source.startsWith(end, at + 1);
            boolean keeps = braces == 0 && source.charAt(at) == '+' && source.startsWith(end, at + 1);
            if (closes || strips || keeps) {
                at += closes ? 2 : 3;
                stripAll = strips;
                stripBreak = !output && !keeps;
                add(output ? Kind.OUTPUT_END : Kind.BLOCK_END, "");
                return;
            }
            Symbol symbol = symbol();
            if (symbol.is("{")) {
                braces++;
            } else if (symbol.is("}")) {
                braces--;
            }
        }
    }

    private Symbol symbol() {
        char first = source.charAt(at);
        if (first == '\'' || first == '"') {
            return string(first);
        }
        if (Character.isLetter(first) || first == '_') {
            int end = at;
            while (end < source.length() && (Character.isLetterOrDigit(source.charAt(end)) || source.charAt(end) == '_')) {
                end++;
            }
            return take(Kind.NAME, end);
        }
        if (first >= '0' && first <= '9') {
            int end = digits(at);
            if (end + 1 < source.length() && source.charAt(end) == '.' && digits(end + 1) > end + 1) {
                return take(Kind.FLOAT, digits(end + 1));
            }
            return take(Kind.INTEGER, end);
        }
        for (String operator : OPERATORS) {
            if (source.startsWith(operator, at)) {
                return take(Kind.OPERATOR, at + operator.length());
            }
        }
        throw error("an unknown character: " + first);
    }

    private int digits(int from) {
        int end = from;
        while (end < source.length() && source.charAt(end) >= '0' && source.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private Symbol take(Kind kind, int end) {
        String text = source.substring(at, end);
        at = end;
        return add(kind, text);
    }

    private Symbol string(char quote) {
        StringBuilder value = new StringBuilder();
        int i = at + 1;
        while (true) {
            if (i >= source.length()) {
                throw error("a string without an end");
            }
            char c = source.charAt(i);
            if (c == quote) {
                at = i + 1;
                return add(Kind.STRING, value.toString());
            }
            if (c == '\\' && i + 1 < source.length()) {
                i = escape(i + 1, value);
            } else {
                value.append(c);
                i++;
            }
        }
    }

    /** Adds what the escape at {@code i}, behind the backslash, stands for; where it ends. */
    private int escape(int i, StringBuilder value) {
        char c = source.charAt(i);
        int plain = "nrtbf0".indexOf(c);
        if (plain >= 0) {
            value.append("\n\r\t\b\f\0".charAt(plain));
            return i + 1;
        }
        int length = c == 'x' ? 2 : c == 'u' ? 4 : 0;
        if (length > 0 && i + length < source.length() && source.substring(i + 1, i + 1 + length).matches("[0-9a-fA-F]+")) {
            value.append((char) Integer.parseInt(source.substring(i + 1, i + 1 + length), 16));
            return i + 1 + length;
        }
        if ("\\'\"\n".indexOf(c) < 0) {
            value.append('\\');
        }
        if (c != '\n') {
            value.append(c);
        }
        return i + 1;
    }

    private Symbol add(Kind kind, String text) {
        while (counted < at) {
            if (source.charAt(counted++) == '\n') {
                line++;
            }
        }
        Symbol symbol = new Symbol(kind, text, line);
        symbols.add(symbol);
        return symbol;
    }

    private TemplateError error(String what) {
        return new TemplateError("line " + line + ": " + what);
    }
}
