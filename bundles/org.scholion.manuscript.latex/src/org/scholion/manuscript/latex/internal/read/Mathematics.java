package org.scholion.manuscript.latex.internal.read;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Placeholder.Role;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.latex.internal.read.Commands.Call;
import org.scholion.manuscript.latex.internal.read.Step.Frame;
import org.scholion.manuscript.latex.internal.tex.CommandAction;
import org.scholion.manuscript.latex.internal.tex.CommandTable.Command;
import org.scholion.manuscript.latex.internal.tex.MathSymbols;
import org.scholion.manuscript.latex.internal.tex.Slice;
import org.scholion.manuscript.latex.internal.tex.TexText;

/** Formulas: placeholders in the prose, and islands where they are displayed. */
final class Mathematics {

    /** After so many formulas without an end none is looked for any more: the file is broken, and each search goes through all of it. */
    private static final int MAX_FAILURES = 100;

    private final Interpreter interpreter;
    private final Reading reading;
    private final Output out;
    private int failures;

    Mathematics(Interpreter interpreter) {
        this.interpreter = interpreter;
        reading = interpreter.reading;
        out = reading.out;
    }

    void dollar(Frame frame) {
        int start = frame.at;
        TexText text = frame.text;
        boolean display = start + 1 < frame.end && text.at(start + 1) == '$';
        if (display) {
            int close = text.indexOf("$$", start + 2, frame.end - 1);
            if (close == TexText.NONE) {
                unclosed(frame, start, start + 2, "$$");
                return;
            }
            frame.at = close + 2;
            displayed(frame, start, start + 2, close);
            return;
        }
        int close = inlineEnd(frame, start + 1);
        if (close == TexText.NONE) {
            unclosed(frame, start, start + 1, "$");
            return;
        }
        frame.at = close + 1;
        inline(frame, start, start + 1, close);
    }

    private void unclosed(Frame frame, int start, int content, String what) {
        if (out.isMuted()) {
            frame.at = content;
            return;
        }
        reading.problems.unclosed(reading.range(frame, start, content), what);
        int end = frame.text.paragraphEnd(content, frame.end);
        frame.at = end;
        out.placeholder(PlaceholderKind.INLINE_MATH, Role.NOUN, frame.text.text().substring(content, Math.max(content, end)).strip(),
                reading.spot(frame, start, Math.max(content, end)));
    }

    /** The dollar that ends a formula: outside of braces, and in the same paragraph. */
    private int inlineEnd(Frame frame, int from) {
        TexText text = frame.text;
        int lines = 0;
        int i = from;
        while (i < frame.end) {
            char c = text.at(i);
            switch (c) {
                case '$' -> {
                    return i;
                }
                case '\\' -> i = Math.min(frame.end, i + 2);
                case '{' -> {
                    int closing = text.closing(i);
                    i = closing == TexText.NONE || closing >= frame.end ? i + 1 : closing + 1;
                }
                case '}' -> {
                    return TexText.NONE;
                }
                case '%' -> i = text.lineEnd(i);
                default -> i++;
            }
            lines = c == '\n' || c == '\r' && !(i < frame.end && text.at(i) == '\n') ? lines + 1 : c == ' ' || c == '\t' || c == '\r' ? lines : 0;
            if (lines > 1) {
                return TexText.NONE;
            }
        }
        return TexText.NONE;
    }

    /** {@code \(…\)}, or an environment of inline mathematics. */
    void inline(Call call, String closing) {
        Frame frame = call.frame;
        int content = frame.at;
        int close = frame.text.indexOf(closing, content, frame.end);
        if (close == TexText.NONE) {
            unclosed(frame, call.start, content, frame.text.text().substring(call.start, content));
            return;
        }
        frame.at = close + closing.length();
        inline(frame, call.start, content, close);
    }

    private void inline(Frame frame, int start, int from, int to) {
        Slice content = frame.part(from, to);
        String raw = content.raw().strip();
        scan(content, reading.range(frame, start, frame.at), "");
        Spot spot = reading.spot(frame, start, frame.at);
        if (raw.isEmpty()) {
            return;
        }
        char after = frame.at < frame.end ? frame.text.at(frame.at) : ' ';
        String plain = plain(raw, after);
        if (plain == null) {
            out.placeholder(PlaceholderKind.INLINE_MATH, Role.NOUN, raw, spot);
        } else if (plain.isEmpty()) {
            out.note();
        } else {
            out.notation(plain, spot);
        }
    }

    private @Nullable String plain(String raw, char after) {
        BlockBuilder open = out.open();
        return open == null ? MathSymbols.plain(raw, "", true, after) : MathSymbols.plain(raw, open.printed(), open.last() == ' ', after);
    }

    /** {@code \ensuremath}. */
    void ensured(Call call) {
        String raw = call.first().raw().strip();
        String plain = raw.isEmpty() ? "" : plain(raw, ' ');
        if (plain == null) {
            out.placeholder(PlaceholderKind.INLINE_MATH, Role.NOUN, raw, call.spot());
        } else if (!plain.isEmpty()) {
            out.notation(plain, call.spot());
        }
    }

    /** {@code \[…\]}. */
    void display(Call call, String closing) {
        Frame frame = call.frame;
        int content = frame.at;
        int close = find(frame, content, closing);
        if (close == TexText.NONE) {
            elsewhere(call, closing, "");
            return;
        }
        frame.at = close + closing.length();
        displayed(frame, call.start, content, close);
    }

    /** {@code equation} and its like. */
    void environment(Call call, String name) {
        Frame frame = call.frame;
        int content = frame.at;
        int close = environmentEnd(frame, content, name);
        if (close == TexText.NONE) {
            elsewhere(call, "\\end{" + name + "}", name);
            return;
        }
        frame.at = close + ("\\end{" + name + "}").length();
        displayed(frame, call.start, content, close);
    }

    /** The formula begins in a macro such as {@code \be} and ends in the text, by the literal closing or by a macro that holds it. */
    private void elsewhere(Call call, String closing, String name) {
        Frame file = call.frame.call() == null ? call.frame : interpreter.leaveMacros();
        if (file == null) {
            call.frame.at = call.frame.end;
            return;
        }
        int from = file.at;
        int at = failures > MAX_FAILURES ? file.end : from;
        while (at < file.end) {
            char c = file.text.at(at);
            if (c == '%') {
                at = file.text.lineEnd(at);
            } else if (c == '\\') {
                int nameEnd = file.text.nameEnd(at, file.end, file.atIsLetter);
                boolean literal = file.text.text().startsWith(closing, at);
                Macro macro = reading.macros.get(file.text.text().substring(at + 1, nameEnd));
                if (literal || macro != null && macro.body().source().contains(closing)) {
                    file.at = literal ? at + closing.length() : nameEnd;
                    displayed(file, Math.min(from, call.frame == file ? call.start : macroStart(call, from)), from, at);
                    return;
                }
                at = nameEnd;
            } else {
                at++;
            }
        }
        if (!out.isMuted()) {
            reading.problems.unclosed(call.range(), name.isEmpty() ? "\\[" : "\\begin{" + name + "}");
        }
        file.at = Math.max(file.at, file.text.paragraphEnd(from, file.end));
    }

    private static int macroStart(Call call, int otherwise) {
        Slice.Call macro = call.frame.call();
        return macro == null ? otherwise : macro.token().range().start();
    }

    /** Where the {@code \end} of an environment stands; environments of the same name inside are passed over. */
    int environmentEnd(Frame frame, int from, String name) {
        String begin = "\\begin{" + name + "}";
        String end = "\\end{" + name + "}";
        int depth = 0;
        TexText text = frame.text;
        int i = failures > MAX_FAILURES ? frame.end : from;
        while (i < frame.end) {
            char c = text.at(i);
            if (c == '%') {
                i = text.lineEnd(i);
            } else if (c == '\\') {
                if (text.text().startsWith(end, i) && depth-- == 0) {
                    return i;
                }
                if (text.text().startsWith(begin, i)) {
                    depth++;
                }
                i = text.nameEnd(i, frame.end, false);
            } else {
                i++;
            }
        }
        failures += frame.call() == null ? 1 : 0;
        return TexText.NONE;
    }

    private int find(Frame frame, int from, String closing) {
        int i = failures > MAX_FAILURES ? frame.end : from;
        while (i < frame.end) {
            char c = frame.text.at(i);
            if (c == '%') {
                i = frame.text.lineEnd(i);
            } else if (c == '\\') {
                if (frame.text.text().startsWith(closing, i)) {
                    return i;
                }
                i += 2;
            } else {
                i++;
            }
        }
        failures += frame.call() == null ? 1 : 0;
        return TexText.NONE;
    }

    private void displayed(Frame frame, int start, int from, int to) {
        Slice content = frame.part(from, to);
        SourceRange range = reading.range(frame, start, frame.at);
        int punctuation = scan(content, range, "equation");
        if (out.isMuted()) {
            return;
        }
        String display = content.raw().strip();
        if (out.kind() == BlockKind.TABLE_CELL) {
            out.placeholder(PlaceholderKind.INLINE_MATH, Role.NOUN, display, reading.spot(frame, start, frame.at));
            return;
        }
        out.space(reading.spot(frame, start, start), false);
        int end = punctuation == TexText.NONE ? frame.at : punctuation;
        out.placeholder(PlaceholderKind.DISPLAY_MATH, Role.NOUN, display, reading.spot(frame, start, end));
        if (punctuation != TexText.NONE) {
            out.verbatim(frame.text.text(), punctuation, punctuation + 1, reading.spot(frame, punctuation, punctuation + 1));
        }
        out.space(reading.spot(frame, frame.at, frame.at), false);
        // Punctuation of the sentence that stands behind the formula follows it without a space.
        out.note();
        out.island(BlockKind.EQUATION, range);
    }

    /** Notes labels and references in a formula, and finds the punctuation at its end, or {@link TexText#NONE}. */
    private int scan(Slice content, SourceRange range, String environment) {
        TexText text = content.text();
        int visible = TexText.NONE;
        int i = content.start();
        while (i < content.end()) {
            char c = text.at(i);
            if (c == '%') {
                i = text.lineEnd(i);
            } else if (c == '\\') {
                int nameEnd = text.nameEnd(i, content.end(), false);
                String name = text.text().substring(i + 1, nameEnd);
                int after = command(content, name, i, nameEnd, range, environment);
                if (after == nameEnd && !isInvisible(name)) {
                    visible = nameEnd - 1;
                }
                if (name.equals("right") || name.equals("left")) {
                    after = Math.min(content.end(), after + 1);
                }
                i = after;
            } else {
                if (!Character.isWhitespace(c) && c != '{' && c != '}' && c != '~' && c != '&') {
                    visible = i;
                }
                i++;
            }
        }
        boolean found = visible != TexText.NONE && ".,;:?!".indexOf(text.at(visible)) >= 0
                && (visible == content.start() || text.at(visible - 1) != '\\');
        return found ? visible : TexText.NONE;
    }

    private static boolean isInvisible(String name) {
        return switch (name) {
            case "\\", ",", ";", ":", "!", " ", ">", "quad", "qquad", "nonumber", "notag", "end", "text", "mbox", "textrm", "mathrm",
                    "space", "hfill", "qedhere", "label", "thinspace", "hbox", "displaystyle" -> true;
            default -> false;
        };
    }

    /** Reads a command in a formula that concerns the structure; behind it, or {@code nameEnd} for any other. */
    private int command(Slice content, String name, int start, int nameEnd, SourceRange range, String environment) {
        if (name.equals("end") || name.equals("begin")) {
            return braced(content, nameEnd);
        }
        Command known = reading.command(name);
        boolean concerns = known != null && (known.action() == CommandAction.LABEL || known.action() == CommandAction.REFERENCE
                || known.action() == CommandAction.CITE);
        if (known == null || !concerns || nameEnd >= content.end()) {
            return nameEnd;
        }
        Frame inner = new Frame(content.part(nameEnd, content.end()), Frame.Kind.ARGUMENT);
        List<Slice> values = interpreter.arguments.read(inner, known.signature(), true);
        @Nullable Slice keys = values.isEmpty() ? null : values.getLast();
        if (keys == null || keys.isMissing()) {
            return nameEnd;
        }
        if (known.action() == CommandAction.LABEL) {
            reading.structure.label(keys.raw().strip(), environment, Reading.rangeOf(keys, range));
        } else if (known.action() == CommandAction.REFERENCE) {
            interpreter.commands.references.references(keys, name, range);
        } else {
            interpreter.commands.references.citation(List.of(keys), name, true, range);
        }
        return inner.at;
    }

    private static int braced(Slice content, int at) {
        int open = content.text().skipBlanks(at, content.end());
        if (open < content.end() && content.text().at(open) == '{') {
            int closing = content.text().closing(open);
            return closing == TexText.NONE || closing >= content.end() ? at : closing + 1;
        }
        return at;
    }
}
