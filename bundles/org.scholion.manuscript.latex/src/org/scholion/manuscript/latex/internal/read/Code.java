package org.scholion.manuscript.latex.internal.read;

import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.latex.internal.read.Commands.Call;
import org.scholion.manuscript.latex.internal.read.Step.Frame;
import org.scholion.manuscript.latex.internal.tex.Slice;
import org.scholion.manuscript.latex.internal.tex.TexText;
import org.scholion.manuscript.latex.internal.tex.Units;

/** Code, addresses, quantities: what stands in a line and is not words. */
final class Code {

    private static final int PLAIN_WORDS = 4;

    private final Interpreter interpreter;
    private final Reading reading;
    private final Output out;

    Code(Interpreter interpreter) {
        this.interpreter = interpreter;
        reading = interpreter.reading;
        out = reading.out;
    }

    /** Typewriter text: code, unless it reads like a sentence. */
    void typewriter(Call call, Slice slice) {
        String raw = slice.raw();
        if (isSentence(raw)) {
            interpreter.pushScoped(slice, Frame.Kind.ARGUMENT);
        } else if (!raw.isBlank()) {
            placeholder(call, PlaceholderKind.CODE, Units.plain(raw));
        }
    }

    private static boolean isSentence(String raw) {
        int words = 0;
        for (String word : raw.strip().split("\\s+")) {
            if (word.chars().allMatch(c -> Character.isLetter(c) || c == ',' || c == '.' || c == '\'')) {
                words++;
            } else if (word.startsWith("\\") || word.contains("_") || word.contains("=") || word.contains("/")) {
                return false;
            }
        }
        return words >= PLAIN_WORDS;
    }

    void url(Call call) {
        placeholder(call, PlaceholderKind.URL, call.first().raw().strip());
    }

    /** {@code \href}: the words are read; an address that is shown as itself is a URL. */
    void link(Call call) {
        Slice shown = call.values.getLast();
        String raw = shown.raw().strip();
        if (raw.contains("://") || raw.startsWith("\\url") || raw.startsWith("\\nolinkurl") || raw.startsWith("www.")) {
            placeholder(call, PlaceholderKind.URL, call.first().raw().strip());
        } else {
            interpreter.pushScoped(shown, Frame.Kind.ARGUMENT);
        }
    }

    void quantity(Call call) {
        placeholder(call, PlaceholderKind.QUANTITY, Units.quantity(call.command.parameter(), call.command.signature(), call.values));
    }

    private void placeholder(Call call, PlaceholderKind kind, String display) {
        out.placeholder(kind, Placeholder.Role.NOUN, display, call.spot());
    }

    /** {@code \verb|…|} and its like, with bars or braces. */
    void verb(Call call) {
        Frame frame = interpreter.arguments.behindMacro(call.frame);
        TexText text = frame.text;
        int start = frame.at;
        if (start >= frame.end) {
            return;
        }
        int from = text.at(start) == '*' ? start + 1 : start;
        int literalEnd = from < frame.end && text.at(from) == '{' ? literalBrace(frame, from) : TexText.NONE;
        if (literalEnd != TexText.NONE) {
            frame.at = literalEnd + 1;
        } else {
            frame.at = text.verbEnd(start, frame.end);
        }
        String shown = text.text().substring(Math.min(from + 1, frame.at), Math.max(from + 1, frame.at - 1));
        if (call.command.parameter().equals("line")) {
            out.island(BlockKind.LISTING, call.range());
        } else {
            placeholder(call, PlaceholderKind.CODE, shown);
        }
    }

    /** The brace that closes the one at {@code open} where a backslash means nothing. */
    private static int literalBrace(Frame frame, int open) {
        int limit = frame.text.paragraphEnd(open, frame.end);
        int depth = 0;
        for (int i = open; i < limit; i++) {
            char c = frame.text.at(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return TexText.NONE;
    }

    /** Code between two of the characters that {@code \lstMakeShortInline} named. */
    void shortVerb(Frame frame) {
        TexText text = frame.text;
        int start = frame.at;
        int close = text.text().indexOf(text.at(start), start + 1);
        int limit = Math.min(frame.end, text.paragraphEnd(start, frame.end));
        if (close < 0 || close >= limit) {
            frame.at = start + 1;
            return;
        }
        frame.at = close + 1;
        out.placeholder(PlaceholderKind.CODE, Placeholder.Role.NOUN, text.text().substring(start + 1, close),
                reading.spot(frame, start, close + 1));
    }

    void markOff(Call call) {
        Frame frame = call.frame;
        if (call.command.parameter().equals("gloss")) {
            int glt = frame.text.indexOf("\\glt", frame.at, frame.end);
            int paragraph = frame.text.paragraphEnd(frame.at, frame.end);
            frame.at = glt == TexText.NONE || glt > paragraph ? paragraph : glt;
            return;
        }
        if (call.command.parameter().equals("expl")) {
            int end = frame.text.text().indexOf("\\ExplSyntaxOff", frame.at);
            frame.at = end < 0 || end >= frame.end ? frame.end : end + "\\ExplSyntaxOff".length();
            return;
        }
        if (call.command.parameter().equals("none")) {
            reading.shortVerb = 0;
            return;
        }
        String mark = call.first().raw().replace("\\", "");
        if (mark.length() == 1) {
            reading.shortVerb = mark.charAt(0);
        }
    }

    /** Skips what {@code \tikz} draws: a group, or up to the semicolon. */
    void skipDrawing(Frame frame) {
        TexText text = frame.text;
        int at = text.skipToArgument(frame.at, frame.end);
        int limit = text.paragraphEnd(at, frame.end);
        while (at < limit) {
            char c = text.at(at);
            if (c == '{') {
                int closing = text.closing(at);
                if (closing == TexText.NONE || closing >= frame.end) {
                    break;
                }
                boolean whole = text.skipToArgument(frame.at, frame.end) == at;
                at = closing + 1;
                if (whole) {
                    break;
                }
                continue;
            }
            at++;
            if (c == ';') {
                break;
            }
        }
        frame.at = at;
    }
}
