package org.scholion.manuscript.latex.internal.read;

import java.util.ArrayList;
import java.util.List;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.latex.internal.read.Step.Frame;
import org.scholion.manuscript.latex.internal.tex.CommandTable.Command;
import org.scholion.manuscript.latex.internal.tex.Languages;
import org.scholion.manuscript.latex.internal.tex.Signature;
import org.scholion.manuscript.latex.internal.tex.Slice;
import org.scholion.manuscript.latex.internal.tex.TexText;

/** Does what a known command does, and something sensible for one that is not known. */
final class Commands {

    private static final int QUOTATION_WORDS = 4;

    final Code code;
    final Definitions definitions;
    final References references;

    private final Interpreter interpreter;
    private final Reading reading;
    private final Output out;

    Commands(Interpreter interpreter) {
        this.interpreter = interpreter;
        reading = interpreter.reading;
        out = reading.out;
        code = new Code(interpreter);
        definitions = new Definitions(interpreter);
        references = new References(interpreter);
    }

    /** Runs a command whose name ends at the frame's place. */
    void execute(Frame frame, String name, Command command, int start) {
        int nameEnd = frame.at;
        boolean word = TexText.isLetter(frame.text.at(nameEnd - 1));
        List<Slice> values = interpreter.arguments.read(frame, command.signature(), word);
        if (frame.at == nameEnd && word) {
            frame.at = frame.text.skipSpace(nameEnd, frame.end);
        }
        Call call = new Call(frame, name, command, start, nameEnd, values);
        switch (command.action()) {
            case TEXT -> text(call);
            case EMPHASIS -> emphasis(call);
            case TYPEWRITER -> code.typewriter(call, call.first());
            case SKIP -> out.touch(call.range());
            case BLOCK -> block(call);
            case CAPTION -> caption(call);
            case FOOTNOTE -> footnote(call);
            case PRINT -> print(call);
            case SPACE -> out.space(call.spot(), false);
            case BREAK -> lineBreak(call);
            case PARAGRAPH -> paragraph(call);
            case CITE -> references.cite(call);
            case CITES -> references.cites(call);
            case REFERENCE -> references.reference(call);
            case LABEL -> references.label(call);
            case GLOSSARY -> references.glossary(call);
            case DEFINE_ACRONYM -> references.defineAcronym(call);
            case BIBLIOGRAPHY_ITEM -> references.bibliographyItem(call);
            case BIBLIOGRAPHY_FILES -> references.bibliographyFiles(call);
            case QUANTITY -> code.quantity(call);
            case URL -> code.url(call);
            case LINK -> code.link(call);
            case VERB -> code.verb(call);
            case OBJECT -> object(call);
            case MATH -> interpreter.mathematics.ensured(call);
            case INLINE_MATH -> interpreter.mathematics.inline(call, "\\)");
            case DISPLAY_MATH -> interpreter.mathematics.display(call, "\\]");
            case DECLARE -> declare(call);
            case DEFINE -> definitions.define(call);
            case VERBATIM_DEFINITION -> definitions.verbatimEnvironment(call);
            case INPUT -> interpreter.inclusions.include(call);
            case PACKAGE -> interpreter.inclusions.usePackage(call);
            case CLASS -> interpreter.inclusions.documentClass(call);
            case BEGIN -> interpreter.environments.begin(call);
            case END -> interpreter.environments.end(call);
            case END_INPUT -> interpreter.endFile();
            case ITEM -> interpreter.environments.item(call);
            case ASSIGN -> assign(call);
            case ACCENT -> accent(call);
            case LANGUAGE_TEXT -> languageText(call);
            case LANGUAGE_SWITCH -> switchLanguage(call);
            case MAIN_LANGUAGE -> mainLanguage(call);
            case QUOTE -> quote(call);
            case XSPACE -> xspace(call);
            case CONDITIONAL -> interpreter.conditionals.conditional(call);
            case CHOICE -> interpreter.conditionals.choose(call);
            case MULTICOLUMN -> text(call);
            case MARK_OFF -> code.markOff(call);
        }
    }

    /** A command as it stands there, with its arguments. */
    final class Call {
        final Frame frame;
        final String name;
        final Command command;
        final int start;
        final int nameEnd;
        final List<Slice> values;

        Call(Frame frame, String name, Command command, int start, int nameEnd, List<Slice> values) {
            this.frame = frame;
            this.name = name;
            this.command = command;
            this.start = start;
            this.nameEnd = nameEnd;
            this.values = values;
        }

        /** From the backslash to the frame's place. */
        SourceRange range() {
            return reading.range(frame, start, frame.at);
        }

        Spot spot() {
            return reading.spot(frame, start, frame.at);
        }

        /** The first mandatory argument that is there, or {@link Slice#MISSING}. */
        Slice first() {
            List<Signature.Argument> arguments = command.signature().arguments();
            for (int i = 0; i < arguments.size(); i++) {
                Signature.Form form = arguments.get(i).form();
                if (form == Signature.Form.MANDATORY || form == Signature.Form.ADDRESS) {
                    return values.get(i);
                }
            }
            return Slice.MISSING;
        }

        /** The arguments that are prose and are there. */
        List<Slice> prose() {
            List<Slice> prose = new ArrayList<>();
            List<Signature.Argument> arguments = command.signature().arguments();
            for (int i = 0; i < arguments.size(); i++) {
                if (arguments.get(i).prose() && !values.get(i).isMissing()) {
                    prose.add(values.get(i));
                }
            }
            return prose;
        }

        /** The parameter of the table without its first word. */
        int level() {
            int space = command.parameter().indexOf(' ');
            return space < 0 ? 0 : Integer.parseInt(command.parameter().substring(space + 1));
        }
    }

    private void text(Call call) {
        for (Slice slice : call.prose().reversed()) {
            interpreter.pushScoped(slice, Frame.Kind.ARGUMENT);
        }
    }

    private void emphasis(Call call) {
        for (Slice slice : call.prose().reversed()) {
            Scope saved = out.scope;
            interpreter.pushScoped(slice, Frame.Kind.ARGUMENT);
            interpreter.then(() -> out.scope = saved.withEmphasis(true));
        }
    }

    private void block(Call call) {
        String kindName = call.command.parameter().split(" ")[0];
        BlockKind kind = BlockKind.valueOf(kindName);
        int level = call.level();
        SourceRange range = call.range();
        List<Slice> prose = call.prose();
        boolean heading = kind == BlockKind.HEADING;
        boolean inside = kind == BlockKind.CAPTION || kind == BlockKind.FOOTNOTE || out.isMuted();
        if (prose.isEmpty() && !inside) {
            out.endParagraph();
        }
        for (int i = prose.size() - 1; i >= 0; i--) {
            boolean main = i == prose.size() - 1;
            inFlow(prose.get(i), kind, level, inside, main ? range : null, () -> {
                if (heading && main) {
                    reading.structure.heading(level, out.lastText());
                }
            });
        }
    }

    /** Runs a piece as blocks of its own. */
    void inFlow(Slice slice, BlockKind kind, int level, boolean inside, @org.eclipse.jdt.annotation.Nullable SourceRange whole, Runnable after) {
        Scope saved = out.scope;
        interpreter.then(() -> {
            out.close();
            out.scope = saved;
            after.run();
        });
        interpreter.push(new Frame(slice, Frame.Kind.ARGUMENT));
        interpreter.then(() -> {
            out.open(kind, level, inside, whole);
            out.scope = saved.withEmphasis(false);
        });
    }

    private void caption(Call call) {
        SourceRange range = call.range();
        boolean subfloat = call.command.parameter().equals("subfloat");
        List<Slice> prose = call.prose();
        if (subfloat && prose.size() < 2) {
            text(call);
            return;
        }
        for (int i = prose.size() - 1; i >= 0; i--) {
            boolean main = subfloat || i == prose.size() - 1;
            if (subfloat && i == prose.size() - 1) {
                interpreter.pushScoped(prose.get(i), Frame.Kind.ARGUMENT);
                continue;
            }
            inFlow(prose.get(i), BlockKind.CAPTION, 0, true, main ? range : null, () -> {
                if (main) {
                    reading.structure.caption(out.lastText());
                }
            });
        }
    }

    private void footnote(Call call) {
        out.note();
        out.touch(call.range());
        for (Slice slice : call.prose().reversed()) {
            inFlow(slice, BlockKind.FOOTNOTE, 0, true, call.range(), () -> { /* a note needs nothing afterwards */ });
        }
    }

    private void print(Call call) {
        Frame frame = call.frame;
        boolean braces = frame.at + 1 < frame.end && frame.text.at(frame.at) == '{' && frame.text.at(frame.at + 1) == '}';
        if (TexText.isLetter(frame.text.at(call.nameEnd - 1)) && braces) {
            frame.at += 2;
        }
        int end = frame.at;
        String printed = call.command.parameter();
        boolean letter = printed.length() == 1 && Character.isLetter(printed.charAt(0));
        out.notation(printed, reading.spot(frame, call.start, letter || braces ? end : call.nameEnd));
    }

    private void lineBreak(Call call) {
        if (out.kind() == BlockKind.TABLE_CELL) {
            out.endParagraph();
        } else {
            out.lineBreak(call.spot());
        }
    }

    private void paragraph(Call call) {
        if (out.kind() != BlockKind.TABLE_CELL || call.name.equals("par")) {
            out.endParagraph();
        }
        text(call);
    }

    private void object(Call call) {
        Frame frame = call.frame;
        String display = call.first().raw();
        switch (call.command.parameter()) {
            case "tikz" -> {
                code.skipDrawing(frame);
                out.object(PlaceholderKind.OBJECT, "", call.spot());
            }
            case "picture" -> out.object(PlaceholderKind.OBJECT, display, call.spot());
            case "listing" -> out.island(BlockKind.LISTING, call.range());
            case "code" -> out.placeholder(PlaceholderKind.CODE, Placeholder.Role.NOUN, display, call.spot());
            case "symbol" -> out.object(PlaceholderKind.OBJECT, display, call.spot());
            default -> out.placeholder(
                    PlaceholderKind.OBJECT, Placeholder.Role.NOUN, call.command.parameter(), call.spot());
        }
    }

    private void declare(Call call) {
        Frame frame = call.frame;
        switch (call.command.parameter()) {
            case "emphasis" -> out.scope = out.scope.withEmphasis(true);
            case "typewriter" -> {
                if (frame.kind == Frame.Kind.GROUP || frame.kind == Frame.Kind.ARGUMENT) {
                    Slice rest = frame.part(Math.min(frame.at, frame.end), frame.end);
                    frame.at = frame.end;
                    code.typewriter(call, rest);
                }
            }
            case "atletter" -> atLetter(frame, true);
            case "atother" -> atLetter(frame, false);
            default -> throw new IllegalStateException(call.command.parameter());
        }
    }

    private static void atLetter(Frame frame, boolean value) {
        frame.atIsLetter = value;
    }

    private void assign(Call call) {
        Frame frame = call.frame;
        frame.at = frame.text.skipSpace(Assignment.skip(frame.text, frame.at, frame.end), frame.end);
    }

    private void accent(Call call) {
        if (!interpreter.letters.accent(call.frame, call.start)) {
            out.touch(call.range());
        }
    }

    private void languageText(Call call) {
        String tag = Languages.ofTagOrName(call.first().raw().strip());
        Scope saved = out.scope;
        for (Slice slice : call.prose().reversed()) {
            interpreter.pushScoped(slice, Frame.Kind.ARGUMENT);
            interpreter.then(() -> out.scope = tag == null ? saved : saved.withLanguage(tag));
        }
    }

    private void switchLanguage(Call call) {
        String tag = Languages.ofTagOrName(call.first().raw().strip());
        if (tag == null) {
            return;
        }
        if (reading.bodyBegun) {
            out.scope = out.scope.withLanguage(tag);
        } else {
            out.mainLanguage(tag);
        }
        reading.doubleQuoteActive = tag.startsWith("de") || tag.startsWith("nl");
    }

    private void mainLanguage(Call call) {
        String tag = Languages.ofPolyglossia(call.first().raw().strip(), call.values.getFirst().raw());
        if (tag != null && !reading.magic.languageSet()) {
            out.mainLanguage(tag);
        }
    }

    private void quote(Call call) {
        List<Slice> prose = call.prose();
        if (prose.isEmpty()) {
            return;
        }
        Slice quoted = prose.getLast();
        Spot open = reading.spot(call.frame, call.start, Math.max(call.start, quoted.start()));
        Spot close = reading.spot(call.frame, Math.max(call.start, call.frame.at - 1), call.frame.at);
        boolean somebodyElse = quoted.raw().strip().split("\\s+").length > QUOTATION_WORDS;
        Scope saved = out.scope;
        if (call.command.parameter().equals("cited")) {
            interpreter.then(() -> references.cited(call, call.values.get(2)));
        }
        interpreter.then(() -> {
            out.scope = saved;
            out.notation("\u201d", close);
        });
        interpreter.push(new Frame(quoted, Frame.Kind.ARGUMENT));
        out.notation("\u201c", open);
        out.scope = somebodyElse ? saved.withQuotation() : saved;
    }

    private void xspace(Call call) {
        char next = interpreter.peek();
        boolean skipped = call.frame.at > call.nameEnd;
        if (!skipped && (Character.isLetterOrDigit(next) || next == '(' || next == '$' || next == '\\')) {
            out.space(call.spot(), false);
        }
    }

    /** A command that nobody defines: words in its arguments are read, keys and lengths are not. */
    void unknown(Frame frame, String name, int start) {
        int nameEnd = frame.at;
        boolean word = TexText.isLetter(frame.text.at(nameEnd - 1)) || name.endsWith("@");
        String language = name.startsWith("text") ? Languages.ofName(name.substring("text".length())) : null;
        if (language != null && frame.at < frame.end && frame.text.at(frame.at) == '{') {
            Slice slice = interpreter.arguments.mandatory(frame);
            Scope saved = out.scope;
            interpreter.pushScoped(slice, Frame.Kind.ARGUMENT);
            out.scope = saved.withLanguage(language);
            return;
        }
        if (!word) {
            return;
        }
        new UnknownCommand(interpreter, frame, name, start).run();
    }
}
