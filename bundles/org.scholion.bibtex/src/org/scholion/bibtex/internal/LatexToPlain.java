package org.scholion.bibtex.internal;

import java.text.Normalizer;
import org.eclipse.jdt.annotation.Nullable;

/** Makes text of LaTeX in one pass without recursion. */
public final class LatexToPlain {

    /** A longer argument is taken for an unclosed one, so that many of those do not cost the length of the text each. */
    private static final int MAX_SKIPPED = 4096;

    private final String latex;
    private final StringBuilder out;
    private int pos;
    private boolean math;
    /** An accent waits for its letter. */
    private @Nullable Character accent;

    public LatexToPlain(String latex) {
        this.latex = latex;
        out = new StringBuilder(latex.length());
    }

    public String convert() {
        if (isPlain()) {
            return latex;
        }
        while (pos < latex.length()) {
            char c = latex.charAt(pos);
            switch (c) {
                case '\\' -> command();
                case '{' -> pos++;
                case '}' -> {
                    accent = null;
                    pos++;
                }
                case '$' -> {
                    math = !math;
                    pos++;
                }
                case '^', '_' -> script(c);
                case '~' -> {
                    print(' ');
                    pos++;
                }
                case '-' -> dashes();
                case '`', '\'' -> quotes(c);
                default -> {
                    print(c);
                    pos++;
                }
            }
        }
        return Normalizer.normalize(out.toString().strip(), Normalizer.Form.NFC);
    }

    private boolean isPlain() {
        boolean space = true;
        for (int i = 0; i < latex.length(); i++) {
            char c = latex.charAt(i);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || ".,:;()[]/?!".indexOf(c) >= 0) || c == ' ' && !space;
            if (!plain) {
                return false;
            }
            space = c == ' ';
        }
        return !space;
    }

    private void print(char c) {
        if (Character.isWhitespace(c) || c == '\u00A0') {
            if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
            return;
        }
        out.append(c);
        Character waiting = accent;
        if (waiting != null) {
            accent = null;
            dotless();
            out.append(waiting.charValue());
        }
    }

    /** An accented dotless i is an i with that accent. */
    private void dotless() {
        int last = out.length() - 1;
        if (out.charAt(last) == 'ı') {
            out.setCharAt(last, 'i');
        } else if (out.charAt(last) == 'ȷ') {
            out.setCharAt(last, 'j');
        }
    }

    private void print(String text) {
        for (int i = 0; i < text.length(); i++) {
            print(text.charAt(i));
        }
    }

    private void command() {
        int start = pos + 1;
        int end = start;
        while (end < latex.length() && isLetter(latex.charAt(end))) {
            end++;
        }
        if (end == start) {
            end = Math.min(latex.length(), start + 1);
        }
        String name = latex.substring(start, end);
        boolean word = !name.isEmpty() && isLetter(name.charAt(0));
        pos = end;
        Character combining = LatexSymbols.accent(name);
        if (combining != null && !(math && word)) {
            skipSpace();
            accent = pos < latex.length() ? combining : null;
            return;
        }
        if (word) {
            skipSpace();
        }
        String symbol = LatexSymbols.symbol(name);
        if (symbol != null) {
            print(symbol);
            keepSpaceBehind(end, symbol);
        } else if (name.equals("(") || name.equals(")")) {
            math = name.equals("(");
        } else if (LatexSymbols.skipsArgument(name)) {
            skipGroup();
        } else if (word && isSwallowed(end)) {
            // the space behind a command is no space, but a command that prints nothing must not join two words
            print(out.isEmpty() || latex.charAt(pos) == '{' ? "" : " ");
        }
    }

    /** TeX swallows the space behind a command; in mathematics and behind whole words it reads better with it. */
    private void keepSpaceBehind(int end, String symbol) {
        if (math && pos > end && symbol.length() > 1 && pos < latex.length()) {
            print(' ');
        }
    }

    private boolean isSwallowed(int end) {
        return pos > end && pos < latex.length() && latex.charAt(pos) != '}' && end > 0;
    }

    private void script(char c) {
        pos++;
        if (!math) {
            print(c);
            return;
        }
        int start = pos;
        int end = Math.min(latex.length(), start + 1);
        if (start < latex.length() && latex.charAt(start) == '{') {
            start++;
            end = latex.indexOf('}', start);
            end = end < 0 || end > start + 32 ? start : end;
        }
        StringBuilder small = new StringBuilder();
        for (int i = start; i < end; i++) {
            Character raised = LatexSymbols.script(latex.charAt(i), c == '^');
            if (raised == null) {
                break;
            }
            small.append(raised.charValue());
        }
        if (end > start && small.length() == end - start) {
            print(small.toString());
            pos = end;
        } else if (c == '^' && !latex.startsWith("\\circ", start)) {
            print('^');
        }
    }

    private void dashes() {
        int end = pos;
        while (end < latex.length() && latex.charAt(end) == '-' && end - pos < 3) {
            end++;
        }
        int count = end - pos;
        print(count == 1 ? (math ? '−' : '-') : count == 2 ? '–' : '—');
        pos = end;
    }

    private void quotes(char c) {
        boolean twice = pos + 1 < latex.length() && latex.charAt(pos + 1) == c;
        if (math) {
            print(c == '`' ? '‘' : '′');
            pos++;
            return;
        }
        if (c == '`') {
            print(twice ? '“' : '‘');
        } else {
            print(twice ? '”' : '\'');
        }
        pos += twice ? 2 : 1;
    }

    private void skipSpace() {
        while (pos < latex.length() && Character.isWhitespace(latex.charAt(pos))) {
            pos++;
        }
    }

    private void skipGroup() {
        if (pos == latex.length() || latex.charAt(pos) != '{') {
            return;
        }
        int depth = 0;
        int i = pos;
        int limit = Math.min(latex.length(), pos + MAX_SKIPPED);
        while (i < limit) {
            char c = latex.charAt(i++);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                pos = i;
                return;
            }
        }
        pos++;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
