package org.scholion.manuscript.latex.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scholion.manuscript.Structure.Definition;
import org.scholion.manuscript.latex.internal.read.Commands.Call;
import org.scholion.manuscript.latex.internal.read.Macro.Form;
import org.scholion.manuscript.latex.internal.read.Macro.Parameter;
import org.scholion.manuscript.latex.internal.read.Step.Frame;
import org.scholion.manuscript.latex.internal.tex.CommandAction;
import org.scholion.manuscript.latex.internal.tex.CommandTable.Command;
import org.scholion.manuscript.latex.internal.tex.CommandTable.Environment;
import org.scholion.manuscript.latex.internal.tex.EnvironmentAction;
import org.scholion.manuscript.latex.internal.tex.Signature;
import org.scholion.manuscript.latex.internal.tex.Slice;
import org.scholion.manuscript.latex.internal.tex.TexText;

/** Learns the commands and environments that the paper defines. */
final class Definitions {

    private static final int MAX_DEFINITIONS = 50_000;

    private final Interpreter interpreter;
    private final Reading reading;

    Definitions(Interpreter interpreter) {
        this.interpreter = interpreter;
        reading = interpreter.reading;
    }

    void define(Call call) {
        switch (call.command.parameter()) {
            case "command" -> command(call);
            case "document" -> document(call);
            case "def" -> def(call);
            case "let" -> let(call);
            case "environment" -> environment(call);
            case "documentEnvironment" -> documentEnvironment(call);
            case "theorem" -> theorem(call);
            case "declaredTheorem" -> declared(call, EnvironmentAction.TEXT, "theorem");
            case "box" -> box(call);
            case "if" -> newIf(call);
            case "toggle" -> reading.flags.put(call.first().raw().strip(), false);
            case "true" -> reading.flags.put(call.first().raw().strip(), true);
            case "false" -> reading.flags.put(call.first().raw().strip(), false);
            case "setBoolean" -> reading.flags.put(call.first().raw().strip(), call.values.getLast().raw().strip().equals("true"));
            case "operator", "delimiter" -> operator(call);
            case "csname" -> csname(call);
            default -> throw new IllegalStateException(call.command.parameter());
        }
    }

    private void command(Call call) {
        Frame frame = call.frame;
        interpreter.arguments.star(frame, '*');
        Slice name = interpreter.arguments.mandatory(frame);
        List<Parameter> parameters = counted(frame);
        Slice body = interpreter.arguments.mandatory(frame);
        boolean isNew = call.name.equals("newcommand") || call.name.equals("newcommandx") || call.name.equals("newrobustcmd");
        boolean provide = call.name.startsWith("provide");
        add(call, name, "", parameters, body, isNew, provide);
    }

    /** {@code [n][default]}. */
    private List<Parameter> counted(Frame frame) {
        Slice count = interpreter.arguments.optional(frame, '[', ']', true);
        Slice value = count.isMissing() ? Slice.MISSING : interpreter.arguments.optional(frame, '[', ']', true);
        List<Parameter> parameters = new ArrayList<>();
        String digits = count.raw().strip();
        int number = digits.length() == 1 && Character.isDigit(digits.charAt(0)) ? digits.charAt(0) - '0' : 0;
        for (int i = 0; i < number; i++) {
            parameters.add(i == 0 && !value.isMissing() ? new Parameter(Form.OPTIONAL, "[]", value) : Parameter.mandatory());
        }
        return parameters;
    }

    private void document(Call call) {
        Frame frame = call.frame;
        Slice name = interpreter.arguments.mandatory(frame);
        Slice specification = interpreter.arguments.mandatory(frame);
        Slice body = interpreter.arguments.mandatory(frame);
        boolean isNew = call.name.startsWith("New");
        add(call, name, "", specified(specification), body, isNew, call.name.startsWith("Provide"));
    }

    /** The parameters of xparse: {@code m}, {@code o}, {@code O{…}}, {@code s}, {@code t+}, {@code d()}, {@code D(){…}}, {@code g}. */
    private List<Parameter> specified(Slice specification) {
        List<Parameter> parameters = new ArrayList<>();
        Frame frame = new Frame(specification, Frame.Kind.ARGUMENT);
        while (!frame.atEnd() && parameters.size() < 9) {
            char c = frame.text.at(frame.at++);
            switch (c) {
                case 'm', 'v', 'l', 'b' -> parameters.add(Parameter.mandatory());
                case 'o' -> parameters.add(new Parameter(Form.OPTIONAL, "[]", Slice.MISSING));
                case 'O' -> parameters.add(new Parameter(Form.OPTIONAL, "[]", interpreter.arguments.mandatory(frame)));
                case 's' -> parameters.add(new Parameter(Form.STAR, "*", Slice.MISSING));
                case 't' -> parameters.add(new Parameter(Form.STAR, one(frame), Slice.MISSING));
                case 'd', 'r' -> parameters.add(new Parameter(Form.OPTIONAL, one(frame) + one(frame), Slice.MISSING));
                case 'D', 'R' -> parameters.add(
                        new Parameter(Form.OPTIONAL, one(frame) + one(frame), interpreter.arguments.mandatory(frame)));
                case 'g' -> parameters.add(new Parameter(Form.BRACED, "", Slice.MISSING));
                case 'G' -> parameters.add(new Parameter(Form.BRACED, "", interpreter.arguments.mandatory(frame)));
                case 'e', 'E', '>' -> interpreter.arguments.mandatory(frame);
                default -> { /* + ! and blanks do not concern the words */ }
            }
        }
        return parameters;
    }

    private static String one(Frame frame) {
        return frame.atEnd() ? "*" : String.valueOf(frame.text.at(frame.at++));
    }

    private void def(Call call) {
        Frame frame = call.frame;
        TexText text = frame.text;
        int at = text.skipSpace(frame.at, frame.end);
        if (at >= frame.end || text.at(at) != '\\') {
            return;
        }
        int nameEnd = text.nameEnd(at, frame.end, frame.atIsLetter);
        Slice name = frame.part(at, nameEnd);
        int brace = nameEnd;
        int limit = Math.min(frame.end, nameEnd + 200);
        while (brace < limit && text.at(brace) != '{' && text.at(brace) != '}') {
            brace++;
        }
        if (brace >= limit || text.at(brace) == '}') {
            return;
        }
        frame.at = brace;
        Slice body = interpreter.arguments.mandatory(frame);
        String pattern = text.text().substring(nameEnd, brace);
        String prefix = pattern.indexOf('#') < 0 ? pattern.strip() : pattern.substring(0, pattern.indexOf('#'));
        add(call, name, prefix.isBlank() ? "" : prefix, patterned(pattern), body, false, false);
    }

    private static List<Parameter> patterned(String pattern) {
        List<Parameter> parameters = new ArrayList<>();
        int i = pattern.indexOf('#');
        while (i >= 0 && i + 1 < pattern.length() && parameters.size() < 9) {
            int next = pattern.indexOf('#', i + 2);
            String delimiter = pattern.substring(i + 2, next < 0 ? pattern.length() : next);
            boolean plain = delimiter.isEmpty() || delimiter.isBlank() && next < 0;
            parameters.add(plain ? Parameter.mandatory() : new Parameter(Form.DELIMITED, delimiter, Slice.MISSING));
            i = next;
        }
        return parameters;
    }

    private void add(
            Call call, Slice nameSlice, String prefix, List<Parameter> parameters, Slice body, boolean isNew, boolean provide) {
        String raw = nameSlice.raw().strip();
        String name = raw.startsWith("\\") ? raw.substring(1) : raw;
        if (name.isEmpty() || body.isMissing() || reading.macros.size() > MAX_DEFINITIONS) {
            return;
        }
        Command known = reading.command(name);
        boolean keep = known != null && !known.weak() && (provide || !isNew && known.structural());
        reading.structure.definitions.add(
                new Definition(Definition.Kind.COMMAND, name, body.source(), Reading.rangeOf(nameSlice, call.range())));
        if (!keep) {
            reading.macros.put(name, new Macro(name, prefix, List.copyOf(parameters), body));
        }
    }

    private void let(Call call) {
        Frame frame = call.frame;
        TexText text = frame.text;
        int at = text.skipSpace(frame.at, frame.end);
        if (at >= frame.end || text.at(at) != '\\') {
            return;
        }
        int nameEnd = text.nameEnd(at, frame.end, frame.atIsLetter);
        String name = text.text().substring(at + 1, nameEnd);
        int next = text.skipBlanks(nameEnd, frame.end);
        if (next < frame.end && text.at(next) == '=') {
            next = text.skipBlanks(next + 1, frame.end);
        }
        if (next >= frame.end || text.at(next) != '\\') {
            frame.at = Math.min(frame.end, next + 1);
            return;
        }
        int targetEnd = text.nameEnd(next, frame.end, frame.atIsLetter);
        frame.at = targetEnd;
        String target = text.text().substring(next + 1, targetEnd);
        Macro macro = reading.macros.get(target);
        Command known = reading.command(target);
        Command before = reading.command(name);
        if (before != null && before.structural()) {
            return;
        }
        if (macro != null) {
            reading.macros.put(name, macro);
        } else if (known != null) {
            reading.macros.remove(name);
            reading.commandAliases.put(name, known);
        }
    }

    private void environment(Call call) {
        Frame frame = call.frame;
        interpreter.arguments.star(frame, '*');
        Slice name = interpreter.arguments.mandatory(frame);
        List<Parameter> parameters = counted(frame);
        addEnvironment(call, name, parameters);
    }

    private void documentEnvironment(Call call) {
        Slice name = interpreter.arguments.mandatory(call.frame);
        Slice specification = interpreter.arguments.mandatory(call.frame);
        addEnvironment(call, name, specified(specification));
    }

    private void addEnvironment(Call call, Slice nameSlice, List<Parameter> parameters) {
        Slice begin = interpreter.arguments.mandatory(call.frame);
        Slice end = interpreter.arguments.mandatory(call.frame);
        String name = nameSlice.raw().strip();
        if (!name.isEmpty() && reading.environments.size() < MAX_DEFINITIONS) {
            note(call, nameSlice);
            reading.environments.put(name, new Macro.Environment(new Macro(name, "", List.copyOf(parameters), begin), end));
        }
    }

    private void note(Call call, Slice name) {
        reading.structure.definitions.add(new Definition(
                Definition.Kind.ENVIRONMENT, name.raw().strip(), "", Reading.rangeOf(name, call.range())));
    }

    private void theorem(Call call) {
        Frame frame = call.frame;
        interpreter.arguments.star(frame, '*');
        Slice name = interpreter.arguments.mandatory(frame);
        interpreter.arguments.optional(frame, '[', ']', true);
        interpreter.arguments.mandatory(frame);
        interpreter.arguments.optional(frame, '[', ']', true);
        if (call.name.equals("spnewtheorem")) {
            interpreter.arguments.mandatory(frame);
            interpreter.arguments.mandatory(frame);
        }
        alias(call, name, EnvironmentAction.TEXT, "theorem");
    }

    private void declared(Call call, EnvironmentAction action, String parameter) {
        alias(call, call.first(), action, parameter);
    }

    private void alias(Call call, Slice nameSlice, EnvironmentAction action, String parameter) {
        String name = nameSlice.raw().strip();
        if (name.isEmpty()) {
            return;
        }
        note(call, nameSlice);
        reading.environmentAliases.put(name, new Environment(Signature.of("p"), action, parameter));
        reading.environmentAliases.put(name + "*", new Environment(Signature.of("p"), action, parameter));
    }

    private void box(Call call) {
        boolean floats = call.name.toLowerCase(Locale.ROOT).contains("float");
        boolean code = call.name.contains("listing");
        EnvironmentAction action = floats ? EnvironmentAction.FLOAT : code ? EnvironmentAction.VERBATIM : EnvironmentAction.TEXT;
        Slice name = call.first();
        note(call, name);
        String signature = call.name.equals("newtcbtheorem") ? "otm" : "o" + "g".repeat(argumentCount(call.values));
        reading.environmentAliases.put(name.raw().strip(), new Environment(Signature.of(signature), action, ""));
    }

    private static int argumentCount(List<Slice> values) {
        for (Slice value : values) {
            String raw = value.raw().strip();
            if (!value.isMissing() && raw.length() == 1 && Character.isDigit(raw.charAt(0))) {
                return raw.charAt(0) - '0';
            }
        }
        return 0;
    }

    private void newIf(Call call) {
        Slice name = interpreter.arguments.mandatory(call.frame);
        String raw = name.raw().strip();
        if (raw.startsWith("\\if") && raw.length() > 3) {
            String flag = raw.substring(3);
            reading.flags.put(flag, false);
            reading.commandAliases.put("if" + flag, new Command(Signature.NONE, CommandAction.CONDITIONAL, "flag", false));
            for (Map.Entry<String, String> setter : Map.of(flag + "true", "setTrue", flag + "false", "setFalse").entrySet()) {
                reading.commandAliases.put(setter.getKey(), new Command(Signature.NONE, CommandAction.CONDITIONAL, setter.getValue(), false));
            }
        }
    }

    private void operator(Call call) {
        Slice name = call.first();
        String raw = name.raw().strip();
        if (raw.startsWith("\\")) {
            Slice body = call.values.getLast();
            reading.structure.definitions.add(new Definition(
                    Definition.Kind.COMMAND, raw.substring(1), body.source(), Reading.rangeOf(name, call.range())));
            if (call.command.parameter().equals("operator")) {
                reading.macros.put(raw.substring(1), new Macro(raw.substring(1), "", List.of(), body));
            }
        }
    }

    private static void csname(Call call) {
        int end = call.frame.text.text().indexOf("\\endcsname", call.frame.at);
        if (end >= 0 && end < call.frame.end) {
            call.frame.at = end + "\\endcsname".length();
        }
    }

    /** An environment whose inside is literal. */
    void verbatimEnvironment(Call call) {
        Slice name = call.first();
        String raw = name.raw().strip();
        if (call.command.parameter().equals("minted")) {
            Slice own = call.values.getFirst();
            raw = own.isMissing() ? raw + "code" : own.raw().strip();
        }
        note(call, name);
        reading.environmentAliases.put(raw, new Environment(Signature.NONE, EnvironmentAction.VERBATIM, ""));
    }
}
