package org.scholion.manuscript.latex.internal.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.latex.internal.Messages;
import org.scholion.manuscript.latex.internal.read.Commands.Call;
import org.scholion.manuscript.latex.internal.read.Step.Frame;
import org.scholion.manuscript.latex.internal.tex.CommandTable.Environment;
import org.scholion.manuscript.latex.internal.tex.EnvironmentAction;
import org.scholion.manuscript.latex.internal.tex.Languages;
import org.scholion.manuscript.latex.internal.tex.Signature;
import org.scholion.manuscript.latex.internal.tex.Slice;

/** Begins and ends environments. */
final class Environments {

    private static final int MAX_SEARCH = 200;

    /**
     * An environment that was begun.
     *
     * @param scope what it restores
     * @param atEnd what is to do at its end
     * @param endBody puts what the paper defines for its end on the stack, before the rest is done; or does nothing
     */
    private record Open(String name, Scope scope, SourceRange begin, Runnable atEnd, Runnable endBody) {}

    private static final Runnable NOTHING = () -> { /* nothing waits for the end */ };

    final Islands islands;

    private final Interpreter interpreter;
    private final Reading reading;
    private final Output out;
    private final Deque<Open> open = new ArrayDeque<>();
    private int listLevel;
    /** The {@code \end} that is being run. */
    private @Nullable SourceRange lastEnd;

    Environments(Interpreter interpreter) {
        this.interpreter = interpreter;
        reading = interpreter.reading;
        out = reading.out;
        islands = new Islands(interpreter);
    }

    void begin(Call call) {
        String name = call.first().raw().strip();
        Macro.Environment own = reading.environments.get(name);
        Environment known = reading.environment(name);
        if (own != null && (known == null || !isStructural(known))) {
            beginOwn(call, name, own);
            return;
        }
        if (known == null) {
            beginUnknown(call, name);
            return;
        }
        beginKnown(call, name, known);
    }

    /** Begins an environment that a command of its own name begins, such as a polyglossia language. */
    private void beginKnown(Call call, String name, Environment known) {
        Frame frame = call.frame;
        if (known.action() == EnvironmentAction.VERBATIM) {
            islands.verbatim(call, name);
            return;
        }
        List<Slice> values = interpreter.arguments.read(frame, known.signature(), true);
        switch (known.action()) {
            case TEXT -> text(call, name, known, values);
            case FLOW -> flow(call, name, BlockKind.valueOf(known.parameter()));
            case LIST -> list(call, name);
            case FLOAT -> floating(call, name);
            case TABLE -> table(call, name);
            case DISPLAY_MATH -> interpreter.mathematics.environment(call, name);
            case MATH -> interpreter.mathematics.inline(call, "\\end{" + name + "}");
            case VERBATIM -> islands.verbatim(call, name);
            case ISLAND -> islands.drawing(call, name, known.parameter().equals("algorithm"));
            case COMMENT -> islands.skip(call, name);
            case BIBLIOGRAPHY -> flow(call, name, BlockKind.BIBLIOGRAPHY);
            case LANGUAGE -> language(call, name, Languages.ofTagOrName(call.frame == frame ? values.getFirst().raw().strip() : ""));
            case FRAME -> frame(call, name, values);
            case DOCUMENT -> document(call, name);
        }
    }

    private static boolean isStructural(Environment known) {
        return switch (known.action()) {
            case TEXT -> false;
            case FLOW, LIST, FLOAT, TABLE, DISPLAY_MATH, MATH, VERBATIM, ISLAND, COMMENT, BIBLIOGRAPHY, LANGUAGE, FRAME, DOCUMENT -> true;
        };
    }

    private void push(Call call, String name, Runnable atEnd) {
        open.push(new Open(name, out.scope, call.range(), atEnd, NOTHING));
    }

    private void document(Call call, String name) {
        reading.bodyBegun = true;
        out.mute(false);
        out.endParagraph();
        push(call, name, interpreter::stop);
    }

    private void text(Call call, String name, Environment known, List<Slice> values) {
        boolean inline = known.parameter().equals("inline");
        if (!inline) {
            out.endParagraph();
            push(call, name, out::endParagraph);
        } else {
            push(call, name, NOTHING);
        }
        if (known.parameter().equals("theorem") || name.equals("proof")) {
            reading.structure.enter(name);
        }
        List<Signature.Argument> arguments = known.signature().arguments();
        for (int i = arguments.size() - 1; i >= 0; i--) {
            if (arguments.get(i).prose() && !values.get(i).isMissing()) {
                interpreter.then(out::endParagraph);
                interpreter.pushScoped(values.get(i), Frame.Kind.ARGUMENT);
            }
        }
    }

    private void flow(Call call, String name, BlockKind kind) {
        Scope saved = out.scope;
        out.open(kind, 0, false, null);
        push(call, name, out::close);
        if (kind == BlockKind.QUOTATION) {
            out.scope = saved.withQuotation();
        }
    }

    private void language(Call call, String name, @Nullable String tag) {
        out.endParagraph();
        push(call, name, out::endParagraph);
        if (tag != null) {
            out.scope = out.scope.withLanguage(tag);
        }
    }

    private void list(Call call, String name) {
        listLevel++;
        out.open(BlockKind.LIST_ITEM, listLevel, false, null);
        push(call, name, () -> {
            out.close();
            listLevel--;
        });
    }

    private void floating(Call call, String name) {
        out.open(BlockKind.PARAGRAPH, 0, true, null);
        SourceRange begin = call.range();
        reading.structure.beginFloat(name);
        push(call, name, () -> {
            out.close();
            reading.structure.endFloat(begin, endOr(begin));
        });
    }

    private SourceRange endOr(SourceRange begin) {
        SourceRange end = lastEnd;
        return end == null ? begin : end;
    }

    private void table(Call call, String name) {
        out.object(PlaceholderKind.OBJECT, "", call.spot());
        out.open(BlockKind.TABLE_CELL, 0, true, null);
        push(call, name, out::close);
    }

    private void frame(Call call, String name, List<Slice> values) {
        out.endParagraph();
        push(call, name, out::endParagraph);
        for (int i = values.size() - 1; i >= 3; i--) {
            if (!values.get(i).isMissing()) {
                interpreter.commands.inFlow(values.get(i), BlockKind.HEADING, i, false, null, NOTHING);
            }
        }
    }

    private void beginOwn(Call call, String name, Macro.Environment own) {
        Frame frame = call.frame;
        if (islands.isVerbatim(own)) {
            islands.verbatim(call, name);
            return;
        }
        List<Slice> values = interpreter.arguments.ofMacro(frame, own.begin());
        Slice.Call macroCall = frame.call();
        if (macroCall == null) {
            macroCall = new Slice.Call(call.range(), reading.range(frame, call.start, frame.at));
        }
        Slice.Call expanded = macroCall;
        open.push(new Open(name, out.scope, call.range(), NOTHING, () -> {
            Slice end = own.end();
            Slice.Call atEnd = frame.call() == null ? new Slice.Call(endOr(expanded.token()), endOr(expanded.token())) : expanded;
            interpreter.pushExpansion(new Slice(end.text(), end.start(), end.end(), values, atEnd, end.atIsLetter()), name);
        }));
        Slice body = own.begin().body();
        interpreter.pushExpansion(new Slice(body.text(), body.start(), body.end(), values, expanded, body.atIsLetter()), name);
    }

    private void beginUnknown(Call call, String name) {
        Frame frame = call.frame;
        String tag = Languages.ofName(name);
        if (tag != null) {
            interpreter.arguments.optional(frame, '[', ']', false);
            language(call, name, tag);
            return;
        }
        if (name.startsWith("Checklist") || name.endsWith("list")) {
            interpreter.arguments.optional(frame, '[', ']', false);
        }
        out.endParagraph();
        push(call, name, out::endParagraph);
        interpreter.arguments.optional(frame, '[', ']', false);
        List<Slice> prose = new ArrayList<>();
        while (frame.at < frame.end && frame.text.at(frame.at) == '{') {
            Slice group = interpreter.arguments.mandatory(frame);
            if (UnknownCommand.isProse(group)) {
                prose.add(group);
            }
        }
        for (Slice slice : prose.reversed()) {
            interpreter.then(out::endParagraph);
            interpreter.pushScoped(slice, Frame.Kind.ARGUMENT);
        }
    }

    void end(Call call) {
        String name = call.first().raw().strip();
        lastEnd = call.range();
        int depth = 0;
        for (Open candidate : open) {
            if (candidate.name().equals(name)) {
                if (candidate.endBody() == NOTHING) {
                    closeTo(depth);
                } else {
                    interpreter.then(() -> close(candidate));
                    candidate.endBody().run();
                }
                return;
            }
            if (++depth > MAX_SEARCH) {
                break;
            }
        }
        if (reading.bodyBegun && call.frame.call() == null) {
            reading.problems.add(call.range(), "end " + name, Messages.unexpectedEnd, name);
        }
    }

    /** Closes an environment after its end was run, unless that did so. */
    private void close(Open closed) {
        int depth = 0;
        for (Open candidate : open) {
            if (candidate == closed) {
                closeTo(depth);
                return;
            }
            depth++;
        }
    }

    private void closeTo(int depth) {
        for (int i = 0; i < depth; i++) {
            Open inner = open.pop();
            reading.problems.unclosed(inner.begin(), "\\begin{" + inner.name() + "}");
            inner.atEnd().run();
        }
        Open closed = open.pop();
        out.scope = closed.scope();
        closed.atEnd().run();
    }

    /** Tells of environments that the end of the paper found open. */
    void finish() {
        while (!open.isEmpty()) {
            Open left = open.pop();
            reading.problems.unclosed(left.begin(), "\\begin{" + left.name() + "}");
            left.atEnd().run();
            left.endBody().run();
        }
    }

    void item(Call call) {
        out.endParagraph();
        List<Slice> values = call.values;
        Slice label = values.get(1);
        if (!label.isMissing() && (UnknownCommand.isProse(label) || isWord(label))) {
            interpreter.then(out::endParagraph);
            interpreter.pushScoped(label, Frame.Kind.ARGUMENT);
        }
    }

    private static boolean isWord(Slice label) {
        String raw = label.raw().strip();
        return raw.length() > 3 && raw.chars().filter(Character::isLetter).count() > 3 && raw.indexOf('$') < 0;
    }
}
