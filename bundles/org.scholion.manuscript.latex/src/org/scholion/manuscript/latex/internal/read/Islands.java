package org.scholion.manuscript.latex.internal.read;

import java.util.ArrayList;
import java.util.List;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.latex.internal.read.Commands.Call;
import org.scholion.manuscript.latex.internal.read.Step.Frame;
import org.scholion.manuscript.latex.internal.tex.CommandTable.Environment;
import org.scholion.manuscript.latex.internal.tex.EnvironmentAction;
import org.scholion.manuscript.latex.internal.tex.Slice;
import org.scholion.manuscript.latex.internal.tex.TexText;
import org.scholion.text.TextRange;

/** Code, drawings and algorithms: skipped, but for the captions and labels inside. */
final class Islands {

    private final Interpreter interpreter;
    private final Reading reading;
    private final Output out;

    Islands(Interpreter interpreter) {
        this.interpreter = interpreter;
        reading = interpreter.reading;
        out = reading.out;
    }

    /** Whether the environment begins one that is read literally, so that its own inside is literal as well. */
    boolean isVerbatim(Macro.Environment own) {
        String begin = own.begin().body().source();
        if (begin.contains("\\VerbatimEnvironment") || begin.contains("\\verbatim") || begin.contains("\\lst@")
                || begin.contains("\\comment") || begin.contains("\\minted@")) {
            return true;
        }
        int at = begin.lastIndexOf("\\begin{");
        int close = at < 0 ? -1 : begin.indexOf('}', at);
        if (close < 0) {
            return false;
        }
        Environment inner = reading.environment(begin.substring(at + "\\begin{".length(), close));
        return inner != null && inner.action() == EnvironmentAction.VERBATIM;
    }

    /** An environment that ends at its literal {@code \end{name}}. */
    void verbatim(Call call, String name) {
        Frame frame = call.frame;
        int content = frame.at;
        int end = literalEnd(call, name);
        if (end == TexText.NONE) {
            return;
        }
        SourceRange range = reading.range(frame, call.start, frame.at);
        inSentence(range, name.startsWith("CCS") || name.startsWith("filecontents"));
        Slice options = options(frame, content, end);
        if (!options.isMissing()) {
            listingOptions(options, range);
        }
    }

    /** Something that is not there. */
    void skip(Call call, String name) {
        literalEnd(call, name);
    }

    /** A drawing or an algorithm. */
    void drawing(Call call, String name, boolean algorithm) {
        Frame frame = call.frame;
        int content = frame.at;
        int end = interpreter.mathematics.environmentEnd(frame, frame.at, name);
        if (end == TexText.NONE) {
            reading.problems.unclosed(call.range(), "\\begin{" + name + "}");
            frame.at = frame.text.paragraphEnd(frame.at, frame.end);
            return;
        }
        frame.at = end + ("\\end{" + name + "}").length();
        SourceRange range = reading.range(frame, call.start, frame.at);
        if (algorithm) {
            reading.structure.beginFloat(name);
            interpreter.then(() -> reading.structure.endFloat(range, range));
        }
        captions(frame, content, end);
        inSentence(range, algorithm);
    }

    private void inSentence(SourceRange range, boolean apart) {
        BlockBuilder open = out.open();
        if (open != null && !open.isEmpty()) {
            CharSequence printed = open.printed();
            if (!apart && ".!?".indexOf(printed.charAt(printed.length() - 1)) >= 0) {
                out.endParagraph();
            } else if (!apart) {
                out.object(PlaceholderKind.CODE, "", new Spot(range, false));
            }
        }
        out.island(BlockKind.LISTING, range);
    }

    private int literalEnd(Call call, String name) {
        Frame frame = call.frame;
        String closing = "\\end{" + name + "}";
        int end = frame.text.indexOf(closing, frame.at, frame.end);
        if (end == TexText.NONE) {
            Frame file = frame.call() == null ? null : interpreter.leaveMacros();
            if (file == null) {
                reading.problems.unclosed(call.range(), "\\begin{" + name + "}");
                return TexText.NONE;
            }
            end = file.text.indexOf("\\end{", file.at, file.end);
            file.at = end == TexText.NONE ? file.end : end;
            return TexText.NONE;
        }
        frame.at = end + closing.length();
        return end;
    }

    private static Slice options(Frame frame, int content, int end) {
        if (content < end && frame.text.at(content) == '[') {
            int close = frame.text.closingBracket(content, end, ']');
            if (close != TexText.NONE) {
                return frame.part(content + 1, close);
            }
        }
        return Slice.MISSING;
    }

    /** The caption and the label of a listing stand in its options. */
    private void listingOptions(Slice options, SourceRange range) {
        TexText text = options.text();
        int i = options.start();
        while (i < options.end()) {
            int comma = i;
            while (comma < options.end() && text.at(comma) != ',') {
                int closing = text.at(comma) == '{' ? text.closing(comma) : TexText.NONE;
                comma = closing == TexText.NONE ? comma + 1 : closing + 1;
            }
            String pair = text.text().substring(i, Math.min(comma, options.end()));
            int equals = pair.indexOf('=');
            if (equals > 0) {
                listingOption(options, pair.substring(0, equals).strip(), i + equals + 1, i + pair.length(), range);
            }
            i = comma + 1;
        }
    }

    private void listingOption(Slice options, String key, int from, int to, SourceRange range) {
        TexText text = options.text();
        int start = text.skipToArgument(from, to);
        int end = to;
        while (end > start && Character.isWhitespace(text.at(end - 1))) {
            end--;
        }
        if (start < end && text.at(start) == '{' && text.closing(start) == end - 1) {
            start++;
            end--;
        }
        Slice value = options.part(start, end);
        if (key.equals("caption") || key.equals("title")) {
            interpreter.commands.inFlow(value, BlockKind.CAPTION, 0, true, null, () -> reading.structure.caption(out.lastText()));
        } else if (key.equals("label")) {
            reading.structure.label(value.raw().strip(), "lstlisting", Reading.rangeOf(value, range));
        }
    }

    /** Runs the captions and labels between two places; the rest is skipped. */
    private void captions(Frame frame, int from, int to) {
        TexText text = frame.text;
        int i = from;
        List<Slice> found = new ArrayList<>();
        while (i < to) {
            char c = text.at(i);
            if (c == '%') {
                i = text.lineEnd(i);
            } else if (c == '\\') {
                int nameEnd = text.nameEnd(i, to, false);
                String name = text.text().substring(i + 1, nameEnd);
                if (name.equals("caption") || name.equals("label")) {
                    Frame inner = new Frame(frame.part(nameEnd, to), Frame.Kind.ARGUMENT);
                    interpreter.arguments.star(inner, '*');
                    interpreter.arguments.optional(inner, '[', ']', true);
                    interpreter.arguments.mandatory(inner);
                    found.add(frame.part(i, inner.at));
                    nameEnd = Math.max(nameEnd, inner.at);
                }
                i = nameEnd;
            } else {
                i++;
            }
        }
        for (Slice slice : found.reversed()) {
            interpreter.push(new Frame(slice, Frame.Kind.ARGUMENT));
        }
    }

    /** A range between two places of one file, or the first. */
    static SourceRange from(SourceRange begin, SourceRange end) {
        boolean one = begin.unit().equals(end.unit()) && begin.range().start() <= end.range().end();
        return one ? new SourceRange(begin.unit(), new TextRange(begin.range().start(), end.range().end())) : begin;
    }
}
