package org.scholion.manuscript.latex.internal.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.latex.internal.Messages;
import org.scholion.manuscript.latex.internal.read.Step.Frame;
import org.scholion.manuscript.latex.internal.read.Step.Then;
import org.scholion.manuscript.latex.internal.tex.CommandTable;
import org.scholion.manuscript.latex.internal.tex.Slice;
import org.scholion.manuscript.latex.internal.tex.Slice.Call;
import org.scholion.manuscript.latex.internal.tex.TexText;
import org.scholion.text.CancelledException;

/** Takes text from the top of its stack, letter by letter and command by command, until nothing is left. */
final class Interpreter {

    private static final int MAX_EXPANSIONS = 400_000;
    private static final int MAX_EXPANSIONS_OF_CALL = 20_000;
    private static final int MAX_EXPANSION_DEPTH = 150;
    private static final int POLL_MASK = 0x3ff;

    final Reading reading;
    final Arguments arguments;
    final Commands commands;
    final Environments environments;
    final Mathematics mathematics;
    final Letters letters;
    final Conditionals conditionals;
    final Inclusions inclusions;

    private final Deque<Step> steps = new ArrayDeque<>();
    private int expansions;
    private int expansionsOfCall;
    private int expansionDepth;
    private @Nullable Call expandedCall;

    Interpreter(Reading reading) {
        this.reading = reading;
        arguments = new Arguments(this);
        commands = new Commands(this);
        environments = new Environments(this);
        mathematics = new Mathematics(this);
        letters = new Letters(this);
        conditionals = new Conditionals(this);
        inclusions = new Inclusions(this);
    }

    /** Runs all that is on the stack. */
    void run() throws CancelledException {
        int count = 0;
        while (!steps.isEmpty()) {
            if ((++count & POLL_MASK) == 0) {
                reading.cancel.check();
            }
            switch (steps.element()) {
                case Frame frame -> {
                    if (frame.atEnd()) {
                        steps.pop();
                    } else {
                        step(frame);
                    }
                }
                case Then then -> {
                    steps.pop();
                    then.action().run();
                }
            }
        }
    }

    void push(Frame frame) {
        if (!frame.atEnd()) {
            steps.push(frame);
        }
    }

    void then(Runnable action) {
        steps.push(new Then(action));
    }

    /** Runs a piece in a scope of its own. */
    void pushScoped(Slice slice, Frame.Kind kind) {
        Scope saved = reading.out.scope;
        then(() -> reading.out.scope = saved);
        push(new Frame(slice, kind));
    }

    /** Drops everything: nothing behind {@code \end}{@code {document}} is read. */
    void stop() {
        steps.clear();
    }

    /** Drops the rest of the file that is being read. */
    void endFile() {
        while (!steps.isEmpty()) {
            if (steps.pop() instanceof Frame frame && frame.kind == Frame.Kind.FILE) {
                return;
            }
        }
    }

    /** The nearest frame below the topmost whose words stand in a file, ending all macros above it; null when there is none. */
    @Nullable Frame leaveMacros() {
        for (Step step : steps) {
            if (step instanceof Frame frame) {
                if (frame.call() == null) {
                    return frame;
                }
                frame.at = frame.end;
            }
        }
        return null;
    }

    /** The frame in which reading goes on when {@code frame}, the topmost, is at its end; itself when it is the last. */
    Frame below(Frame frame) {
        for (Step step : steps) {
            if (step instanceof Frame candidate && candidate != frame && !(candidate.kind == Frame.Kind.BODY && candidate.atEnd())) {
                return candidate;
            }
        }
        return frame;
    }

    /** The unit that will be read next, through the ends of macros; 0 at the end of all. */
    char peek() {
        for (Step step : steps) {
            if (step instanceof Frame frame && !frame.atEnd()) {
                return frame.text.at(frame.at);
            }
        }
        return 0;
    }

    private void step(Frame frame) {
        switch (frame.text.at(frame.at)) {
            case '\\' -> control(frame);
            case '{' -> group(frame);
            case '}' -> {
                reading.problems.add(reading.range(frame, frame.at, frame.at + 1), "stray", Messages.strayBrace);
                frame.at++;
            }
            case '$' -> mathematics.dollar(frame);
            case '%' -> comment(frame);
            case '#' -> parameter(frame);
            default -> letters.run(frame);
        }
    }

    private void control(Frame frame) {
        int start = frame.at;
        int nameEnd = frame.text.nameEnd(start, frame.end, frame.atIsLetter);
        String name = frame.text.text().substring(start + 1, nameEnd);
        frame.at = nameEnd;
        if (name.isEmpty()) {
            return;
        }
        if (name.charAt(0) <= ' ') {
            reading.out.space(reading.spot(frame, start, nameEnd), false);
            return;
        }
        Macro macro = reading.macros.get(name);
        if (macro != null && !macro.looksAhead()) {
            expand(frame, macro, start);
            return;
        }
        CommandTable.Command command = reading.command(name);
        if (command == null) {
            commands.unknown(frame, name, start);
        } else {
            commands.execute(frame, name, command, start);
        }
    }

    /** Puts a macro's body on the stack. */
    void expand(Frame frame, Macro macro, int start) {
        int nameEnd = frame.at;
        List<Slice> values = arguments.ofMacro(frame, macro);
        if (frame.at == nameEnd && TexText.isLetter(frame.text.at(nameEnd - 1))) {
            frame.at = frame.text.skipSpace(frame.at, frame.end);
        }
        Call call = frame.call();
        if (call == null) {
            call = new Call(reading.range(frame, start, nameEnd), reading.range(frame, start, Math.max(nameEnd, frame.at)));
        }
        Slice body = macro.body();
        pushExpansion(new Slice(body.text(), body.start(), body.end(), values, call, body.atIsLetter()), macro.name());
    }

    /** Puts a body on the stack, unless that has been done too often. */
    void pushExpansion(Slice body, String name) {
        Call call = body.call();
        if (call != null && !Objects.equals(call, expandedCall)) {
            expandedCall = call;
            expansionsOfCall = 0;
            expansionDepth = 0;
        }
        if (mayExpand(call, name)) {
            expansionDepth++;
            then(() -> expansionDepth--);
            push(new Frame(body, Frame.Kind.BODY));
        }
    }

    private boolean mayExpand(@Nullable Call call, String name) {
        expansions++;
        expansionsOfCall++;
        if (expansions <= MAX_EXPANSIONS && expansionsOfCall <= MAX_EXPANSIONS_OF_CALL && expansionDepth <= MAX_EXPANSION_DEPTH) {
            return true;
        }
        if (call != null) {
            reading.problems.add(call.token(), "endless " + name, Messages.endlessMacro, '\\' + name);
        }
        leaveMacros();
        return false;
    }

    private void group(Frame frame) {
        int open = frame.at;
        int closing = frame.text.closing(open);
        if (closing == TexText.NONE || closing >= frame.end) {
            reading.problems.unclosed(reading.range(frame, open, open + 1), "{");
            frame.at++;
            return;
        }
        if (letters.groupedLetter(frame, open, closing)) {
            return;
        }
        frame.at = closing + 1;
        pushScoped(frame.part(open + 1, closing), Frame.Kind.GROUP);
    }

    private void comment(Frame frame) {
        TexText text = frame.text;
        int start = frame.at;
        int lineEnd = Math.min(text.lineEnd(start), frame.end);
        if (frame.call() == null && frame.text.unit() != null) {
            reading.magic.comment(frame, start, lineEnd);
        }
        int next = text.skipBlanks(text.skipLineEnd(lineEnd, frame.end), frame.end);
        frame.at = next;
        if (next < frame.end && (text.at(next) == '\n' || text.at(next) == '\r')) {
            reading.out.endParagraph();
        }
    }

    private void parameter(Frame frame) {
        int at = frame.at;
        if (at + 1 < frame.end && Character.isDigit(frame.text.at(at + 1)) && !frame.slice.arguments().isEmpty()) {
            frame.at += 2;
            Slice value = frame.slice.argument(frame.text.at(at + 1));
            if (!value.isMissing() && mayExpand(frame.call(), "#")) {
                push(new Frame(value, Frame.Kind.ARGUMENT));
            }
            return;
        }
        frame.at++;
        if (at + 1 < frame.end && frame.text.at(at + 1) == '#') {
            frame.at++;
        }
    }
}
