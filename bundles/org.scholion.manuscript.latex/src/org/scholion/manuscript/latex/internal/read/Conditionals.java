package org.scholion.manuscript.latex.internal.read;

import java.util.List;
import org.scholion.manuscript.latex.internal.read.Commands.Call;
import org.scholion.manuscript.latex.internal.read.Step.Frame;
import org.scholion.manuscript.latex.internal.tex.CommandAction;
import org.scholion.manuscript.latex.internal.tex.CommandTable.Command;
import org.scholion.manuscript.latex.internal.tex.Slice;
import org.scholion.manuscript.latex.internal.tex.TexText;

/**
 * Chooses branches. What the paper sets itself, by {@code \newif} and toggles, is known; of other tests the first branch is read, since
 * reading both would double the text.
 */
final class Conditionals {

    private final Interpreter interpreter;
    private final Reading reading;

    Conditionals(Interpreter interpreter) {
        this.interpreter = interpreter;
        reading = interpreter.reading;
    }

    void conditional(Call call) {
        Frame frame = call.frame;
        switch (call.command.parameter()) {
            case "flag" -> {
                flag(call);
                return;
            }
            case "setTrue" -> {
                reading.flags.put(call.name.substring(0, call.name.length() - "true".length()), true);
                return;
            }
            case "setFalse" -> {
                reading.flags.put(call.name.substring(0, call.name.length() - "false".length()), false);
                return;
            }
            default -> { /* one of TeX's own */ }
        }
        switch (call.name) {
            case "fi", "or", "unless" -> { /* the branch was read */ }
            case "else" -> skip(frame, false);
            case "iffalse", "ifxetex", "ifluatex", "ifmmode", "ifvmode", "ifinner" -> skip(frame, true);
            case "ifx", "if", "ifcat" -> {
                skipToken(frame);
                skipToken(frame);
            }
            case "ifdefined", "ifvoid", "ifhbox", "ifvbox", "ifeof" -> skipToken(frame);
            case "ifcsname" -> skipBehind(frame, "\\endcsname");
            case "ifnum", "ifdim", "ifodd", "ifcase" -> skipTest(frame);
            default -> { /* a test without arguments that counts as true */ }
        }
    }

    /** {@code \ifname} of a {@code \newif\ifname}. */
    private void flag(Call call) {
        if (!reading.flags.getOrDefault(call.name.substring("if".length()), false)) {
            skip(call.frame, true);
        }
    }

    /** A command that chooses between its last arguments. */
    void choose(Call call) {
        List<Slice> values = call.values;
        Slice test = values.getFirst();
        String raw = test.raw().strip();
        boolean first = switch (call.command.parameter()) {
            case "flag" -> reading.flags.getOrDefault(raw, false);
            case "notflag" -> !reading.flags.getOrDefault(raw, false);
            case "defined" -> isDefined(raw);
            case "undefined" -> !isDefined(raw);
            case "equal" -> raw.equals(values.get(1).raw().strip());
            case "blank" -> raw.isEmpty();
            case "notblank" -> !raw.isEmpty();
            case "star" -> !isMissing(test);
            case "nostar" -> isMissing(test);
            case "novalue" -> isMissing(test);
            case "value" -> !isMissing(test);
            case "second" -> false;
            default -> testOf(raw);
        };
        List<Slice> branches = call.prose();
        int index = first ? 0 : 1;
        boolean oneBranch = branches.size() == 1;
        if (oneBranch ? first : index < branches.size()) {
            interpreter.push(new Frame(branches.get(oneBranch ? 0 : index), Frame.Kind.ARGUMENT));
        }
    }

    private boolean testOf(String raw) {
        if (raw.startsWith("\\boolean{")) {
            return reading.flags.getOrDefault(raw.substring("\\boolean{".length(), raw.length() - 1), false);
        }
        if (raw.startsWith("\\equal{")) {
            String[] sides = raw.substring("\\equal{".length()).replace("}", "").split("\\{", 2);
            return sides.length == 2 && sides[0].strip().equals(sides[1].strip());
        }
        return true;
    }

    private boolean isDefined(String raw) {
        String name = raw.startsWith("\\") ? raw.substring(1) : raw;
        return reading.macros.containsKey(name) || reading.command(name) != null;
    }

    private static boolean isMissing(Slice test) {
        Slice value = test;
        for (int depth = 0; depth < 8; depth++) {
            String source = value.source().strip();
            if (source.length() != 2 || source.charAt(0) != '#' || value.arguments().isEmpty()) {
                break;
            }
            value = value.argument(source.charAt(1));
        }
        return value.isMissing();
    }

    private static void skipToken(Frame frame) {
        TexText text = frame.text;
        int at = text.skipSpace(frame.at, frame.end);
        if (at < frame.end) {
            frame.at = text.at(at) == '\\' ? text.nameEnd(at, frame.end, frame.atIsLetter) : at + 1;
        }
    }

    private static void skipBehind(Frame frame, String mark) {
        int found = frame.text.text().indexOf(mark, frame.at);
        frame.at = found < 0 || found >= frame.end ? frame.end : found + mark.length();
    }

    /** A comparison of numbers ends with its line, or with a blank or command behind its last digit. */
    private static void skipTest(Frame frame) {
        TexText text = frame.text;
        int limit = Math.min(frame.end, text.lineEnd(frame.at));
        int at = frame.at;
        boolean compared = false;
        while (at < limit) {
            char c = text.at(at);
            if (compared && !Character.isDigit(c)) {
                if (c == '\\') {
                    at = text.nameEnd(at, limit, frame.atIsLetter);
                }
                break;
            }
            if (c == '=' || c == '<' || c == '>') {
                compared = true;
                at = text.skipBlanks(at + 1, limit);
                continue;
            }
            if (c == '{') {
                int closing = text.closing(at);
                at = closing == TexText.NONE || closing >= limit ? at + 1 : closing + 1;
                continue;
            }
            at++;
        }
        frame.at = at;
    }

    /** Skips to the {@code \else} or {@code \fi} of this level. */
    private void skip(Frame frame, boolean stopAtElse) {
        TexText text = frame.text;
        int depth = 0;
        int i = frame.at;
        String before = "";
        while (i < frame.end) {
            char c = text.at(i);
            if (c == '%') {
                i = text.lineEnd(i);
                continue;
            }
            if (c != '\\') {
                i++;
                continue;
            }
            int nameEnd = text.nameEnd(i, frame.end, frame.atIsLetter);
            String name = text.text().substring(i + 1, nameEnd);
            if (isIf(name) && !before.equals("newif") && !before.equals("let")) {
                depth++;
            } else if (name.equals("fi") && depth-- == 0 || name.equals("else") && depth == 0 && stopAtElse) {
                frame.at = text.skipSpace(nameEnd, frame.end);
                return;
            }
            before = name;
            i = nameEnd;
        }
        frame.at = frame.end;
    }

    private boolean isIf(String name) {
        if (!name.startsWith("if") || name.equals("iff")) {
            return false;
        }
        Command known = reading.command(name);
        return known == null || known.action() == CommandAction.CONDITIONAL;
    }
}
