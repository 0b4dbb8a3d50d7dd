package org.scholion.manuscript.latex.internal.read;

import java.util.ArrayList;
import java.util.List;
import org.scholion.manuscript.latex.internal.read.Step.Frame;
import org.scholion.manuscript.latex.internal.tex.Signature;
import org.scholion.manuscript.latex.internal.tex.Slice;
import org.scholion.manuscript.latex.internal.tex.TexText;
import org.scholion.text.TextRange;

/** Takes arguments from a frame and moves it behind them. */
final class Arguments {

    private static final int MAX_UNCLOSED = 500;

    private final Interpreter interpreter;
    private final Reading reading;
    private int unclosed;

    Arguments(Interpreter interpreter) {
        this.interpreter = interpreter;
        reading = interpreter.reading;
    }

    /** The arguments that stand at the frame's place, as many as the signature has; those not there are {@link Slice#MISSING}. */
    List<Slice> read(Frame frame, Signature signature, boolean word) {
        List<Slice> arguments = new ArrayList<>(signature.arguments().size());
        for (Signature.Argument argument : signature.arguments()) {
            Frame source = behindMacro(frame);
            arguments.add(switch (argument.form()) {
                case STAR -> star(source, '*');
                case OPTIONAL -> optional(source, '[', ']', word);
                case ROUND -> optional(source, '(', ')', word);
                case ANGLE -> optional(source, '<', '>', word);
                case MANDATORY -> mandatory(source);
                case BRACED -> braced(source);
                case ADDRESS -> address(source);
            });
        }
        return arguments;
    }

    /** Where the arguments of a command at the end of a macro's body stand: behind the macro's call. */
    Frame behindMacro(Frame frame) {
        boolean atEnd = frame.kind == Frame.Kind.BODY && frame.text.skipToArgument(frame.at, frame.end) >= frame.end;
        return atEnd ? interpreter.below(frame) : frame;
    }

    Slice star(Frame frame, char letter) {
        int at = frame.text.skipBlanks(frame.at, frame.end);
        if (at < frame.end && frame.text.at(at) == letter) {
            frame.at = at + 1;
            return frame.part(at, at + 1);
        }
        return Slice.MISSING;
    }

    /** @param far whether blanks and a line end may stand before the bracket */
    Slice optional(Frame frame, char opener, char closer, boolean far) {
        int at = far ? frame.text.skipToArgument(frame.at, frame.end) : frame.at;
        if (at >= frame.end || frame.text.at(at) != opener) {
            return Slice.MISSING;
        }
        int closing = frame.text.closingBracket(at, frame.end, closer);
        if (closing == TexText.NONE) {
            return Slice.MISSING;
        }
        frame.at = closing + 1;
        return frame.part(at + 1, closing);
    }

    Slice braced(Frame frame) {
        int at = frame.text.skipToArgument(frame.at, frame.end);
        return at < frame.end && frame.text.at(at) == '{' ? mandatory(frame) : Slice.MISSING;
    }

    /** An address in braces, in which a per cent sign is one. */
    private Slice address(Frame frame) {
        int open = frame.text.skipToArgument(frame.at, frame.end);
        int closing = open < frame.end && frame.text.at(open) == '{' ? frame.text.closingOfAddress(open) : TexText.NONE;
        if (closing == TexText.NONE || closing >= frame.end) {
            return mandatory(frame);
        }
        frame.at = closing + 1;
        return frame.part(open + 1, closing);
    }

    /** A group without its braces, a command, or one letter. */
    Slice mandatory(Frame frame) {
        TexText text = frame.text;
        int at = text.skipToArgument(frame.at, frame.end);
        if (at >= frame.end || text.at(at) == '}') {
            return Slice.MISSING;
        }
        char c = text.at(at);
        if (c == '{') {
            return group(frame, at);
        }
        if (c == '\n' || c == '\r') {
            return Slice.MISSING;
        }
        int after = at + 1;
        if (c == '\\') {
            after = text.nameEnd(at, frame.end, frame.atIsLetter);
        } else if (c == '#' && !frame.slice.arguments().isEmpty() && after < frame.end || Character.isHighSurrogate(c) && after < frame.end) {
            after++;
        }
        frame.at = after;
        return frame.part(at, after);
    }

    /** The inside of the group whose brace stands at {@code open}; when it does not end, up to the end of the paragraph. */
    Slice group(Frame frame, int open) {
        int closing = frame.text.closing(open);
        if (closing != TexText.NONE && closing < frame.end) {
            frame.at = closing + 1;
            return frame.part(open + 1, closing);
        }
        reading.problems.unclosed(reading.range(frame, open, open + 1), "{");
        if (++unclosed > MAX_UNCLOSED) {
            frame.at = open + 1;
            return Slice.MISSING;
        }
        int end = frame.text.paragraphEnd(open, frame.end);
        frame.at = end;
        return frame.part(open + 1, Math.max(open + 1, end));
    }

    /** The arguments of a macro; null when what it asks for does not stand there. */
    List<Slice> ofMacro(Frame frame, Macro macro) {
        List<Slice> arguments = new ArrayList<>(macro.parameters().size());
        if (macro.beginsDelimited() && TexText.isLetter(frame.text.at(frame.at - 1))) {
            frame.at = frame.text.skipSpace(frame.at, frame.end);
        }
        if (!macro.prefix().isEmpty() && frame.text.text().startsWith(macro.prefix(), frame.at)) {
            frame.at += macro.prefix().length();
        }
        for (Macro.Parameter parameter : macro.parameters()) {
            Frame source = behindMacro(frame);
            Slice argument = switch (parameter.form()) {
                case MANDATORY -> mandatory(source);
                case OPTIONAL -> optional(source, parameter.brackets().charAt(0), parameter.brackets().charAt(1), true);
                case STAR -> star(source, parameter.brackets().charAt(0));
                case DELIMITED -> delimited(source, parameter.brackets());
                case BRACED -> braced(source);
            };
            arguments.add(argument.isMissing() ? parameter.value() : argument);
        }
        return arguments;
    }

    private static Slice delimited(Frame frame, String delimiter) {
        TexText text = frame.text;
        int limit = Math.min(frame.end, text.paragraphEnd(frame.at, frame.end));
        int i = frame.at;
        while (i < limit && !text.text().startsWith(delimiter, i)) {
            char c = text.at(i);
            int closing = c == '{' ? text.closing(i) : TexText.NONE;
            i = closing != TexText.NONE ? closing + 1 : c == '\\' ? text.nameEnd(i, frame.end, frame.atIsLetter) : i + 1;
        }
        if (i >= limit) {
            return Slice.MISSING;
        }
        int start = frame.at;
        int end = i;
        if (start < end && text.at(start) == '{' && text.closing(start) == end - 1) {
            start++;
            end--;
        }
        frame.at = i + delimiter.length();
        return frame.part(start, end);
    }

    /** The range between two places, empty where the second is before the first. */
    static TextRange between(int start, int end) {
        return new TextRange(start, Math.max(start, end));
    }
}
