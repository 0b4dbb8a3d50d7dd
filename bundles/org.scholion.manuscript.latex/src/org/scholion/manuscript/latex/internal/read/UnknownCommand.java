package org.scholion.manuscript.latex.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.latex.internal.read.Step.Frame;
import org.scholion.manuscript.latex.internal.tex.Slice;
import org.scholion.manuscript.latex.internal.tex.TexText;

/**
 * A command that neither the tables nor the paper define, most often one of a style file that is not here. What looks like words in its
 * arguments is read; where it stands within a line it counts as a noun; alone in its line it prints nothing.
 */
final class UnknownCommand {

    private static final int MAX_ARGUMENTS = 9;
    private static final int LONG_WORD = 14;
    private static final Pattern STRUCTURE = Pattern.compile(
            "\\\\(input|include|bibliography|(sub)*section|chapter|caption|label|footnote|begin|title|author)\\b");

    private final Interpreter interpreter;
    private final Frame frame;
    private final String name;
    private final int start;
    private final int nameEnd;

    UnknownCommand(Interpreter interpreter, Frame frame, String name, int start) {
        this.interpreter = interpreter;
        this.frame = frame;
        this.name = name;
        this.start = start;
        nameEnd = frame.at;
    }

    void run() {
        List<Slice> groups = groups();
        List<Slice> prose = groups.stream().filter(group -> isProse(group) || isStructure(group)).toList();
        Output out = interpreter.reading.out;
        if (!prose.isEmpty()) {
            boolean inLine = standsInLine();
            for (Slice slice : prose.reversed()) {
                interpreter.pushScoped(slice, Frame.Kind.ARGUMENT);
                if (!inLine || prose.size() > 1) {
                    interpreter.then(out::endParagraph);
                }
            }
            return;
        }
        boolean blank = groups.size() > 1 && groups.getLast().raw().isBlank();
        boolean inMacro = frame.call() != null;
        boolean prints = !blank && !out.isMuted()
                && (inMacro ? out.inSentence() && printsArgument(groups) : standsInLine() && !name.contains("@"));
        if (prints) {
            String display = groups.isEmpty() || groups.getLast().raw().isBlank() ? '\\' + name : groups.getLast().raw();
            out.placeholder(PlaceholderKind.UNKNOWN, Placeholder.Role.NOUN, display, interpreter.reading.spot(frame, start, frame.at));
        } else {
            if (frame.at == nameEnd) {
                frame.at = frame.text.skipBlanks(frame.at, frame.end);
            }
            out.touch(interpreter.reading.range(frame, start, frame.at));
        }
    }

    /** Whether, in a macro, words of the macro's call stand in the last group. */
    private static boolean printsArgument(List<Slice> groups) {
        if (groups.isEmpty() || groups.getLast().source().indexOf('#') < 0) {
            return false;
        }
        String raw = groups.getLast().raw();
        return raw.indexOf('\\') < 0 && raw.chars().anyMatch(Character::isLetter);
    }

    /** The brackets and braces that follow at once. */
    private List<Slice> groups() {
        List<Slice> groups = new ArrayList<>();
        TexText text = frame.text;
        if (frame.at < frame.end && text.at(frame.at) == '*') {
            frame.at++;
        }
        while (frame.at < frame.end && groups.size() < MAX_ARGUMENTS) {
            char c = text.at(frame.at);
            if (c == '{') {
                groups.add(interpreter.arguments.mandatory(frame));
            } else if (c == '[') {
                Slice optional = interpreter.arguments.optional(frame, '[', ']', false);
                if (optional.isMissing()) {
                    return groups;
                }
            } else {
                return groups;
            }
        }
        return groups;
    }

    /** Whether commands stand in it that must not get lost. */
    private static boolean isStructure(Slice slice) {
        String raw = slice.raw();
        return raw.indexOf('\\') >= 0 && STRUCTURE.matcher(raw).find();
    }

    /** Whether words, rather than keys, lengths, formulas or code, stand in it. */
    static boolean isProse(Slice slice) {
        String raw = slice.raw();
        int words = 0;
        boolean separated = false;
        int letters = 0;
        for (int i = 0; i <= raw.length(); i++) {
            char c = i < raw.length() ? raw.charAt(i) : ' ';
            if (c == '=' || c == '^' || c == '_' && (i == 0 || raw.charAt(i - 1) != '\\')) {
                return raw.strip().split("\\s+").length > LONG_WORD && raw.indexOf('.') >= 0;
            }
            if (c == '\\') {
                while (i + 1 < raw.length() && TexText.isLetter(raw.charAt(i + 1))) {
                    i++;
                }
                letters = 0;
            } else if (Character.isLetter(c)) {
                letters++;
            } else {
                if (letters > 1) {
                    words++;
                }
                separated |= words > 0 && Character.isWhitespace(c) && i < raw.length();
                letters = 0;
            }
        }
        return words > 1 && separated;
    }

    /** Whether other text stands in the same line, before or behind. */
    private boolean standsInLine() {
        TexText text = frame.text;
        int before = start;
        while (before > frame.slice.start() && (text.at(before - 1) == ' ' || text.at(before - 1) == '\t')) {
            before--;
        }
        boolean first = before == frame.slice.start() && frame.kind == Frame.Kind.FILE
                || before > frame.slice.start() && (text.at(before - 1) == '\n' || text.at(before - 1) == '\r');
        int after = text.skipBlanks(frame.at, frame.end);
        boolean last = after >= frame.end ? frame.kind == Frame.Kind.FILE : "\n\r%".indexOf(text.at(after)) >= 0;
        return !(first && last);
    }
}
