package org.scholion.manuscript.latex.internal.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Placeholder.Role;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.Structure.Citation;
import org.scholion.manuscript.Structure.CrossReference;
import org.scholion.manuscript.Structure.Definition;
import org.scholion.manuscript.Structure.Inclusion;
import org.scholion.manuscript.latex.internal.read.Commands.Call;
import org.scholion.manuscript.latex.internal.read.Step.Frame;
import org.scholion.manuscript.latex.internal.tex.Slice;
import org.scholion.manuscript.latex.internal.tex.TexText;
import org.scholion.manuscript.latex.internal.tex.Units;
import org.scholion.text.TextRange;

/** Labels, references, citations, acronyms, bibliographies. */
final class References {

    /** Words after which a citation is what the sentence speaks of: "as shown in [3]". */
    private static final Set<String> LEADING = Set.of("in", "see", "by", "from", "of", "and", "to", "with", "e.g.", "cf.", "than", "both",
            "following", "like", "are", "is", "via", "dans", "von", "bei", "reference", "ref.", "refs.", "references");

    private final Interpreter interpreter;
    private final Reading reading;
    private final Output out;

    References(Interpreter interpreter) {
        this.interpreter = interpreter;
        reading = interpreter.reading;
        out = reading.out;
    }

    void label(Call call) {
        Slice key = call.first();
        String name = key.raw().strip();
        if (!name.isEmpty()) {
            reading.structure.label(name, "", Reading.rangeOf(key, call.range()));
        }
        out.touch(call.range());
    }

    void reference(Call call) {
        Slice keys = call.values.getLast();
        SourceRange range = call.range();
        if (call.command.parameter().equals("range")) {
            references(call.values.get(1), call.name, range);
        }
        references(keys, call.name, range);
        String display = String.join(", ", keys.raw().strip().split("\\s*,\\s*"));
        out.placeholder(PlaceholderKind.CROSS_REFERENCE, Role.NOUN, display, call.spot());
    }

    /** Notes references without printing them. */
    void references(Slice keys, String command, SourceRange range) {
        for (Citation.Key key : keys(keys, range)) {
            reading.structure.references.add(new CrossReference(key.name(), command, key.range()));
        }
    }

    void cite(Call call) {
        String form = call.command.parameter();
        Slice keys = call.values.getLast();
        boolean printed = !form.equals("hidden");
        citation(List.of(keys), call.name, printed, call.range());
        if (!printed) {
            return;
        }
        Role role = switch (form) {
            case "noun" -> Role.NOUN;
            case "auto" -> leads() ? Role.NOUN : Role.PARENTHESIS;
            default -> Role.PARENTHESIS;
        };
        String shown = String.join(", ", keys.raw().strip().split("\\s*,\\s*"));
        out.placeholder(PlaceholderKind.CITATION, role, form.equals("noun") ? shown : '[' + shown + ']', call.spot());
    }

    /** The citation of a quotation, whose text was printed by another command. */
    void cited(Call call, Slice keys) {
        if (!keys.isMissing()) {
            citation(List.of(keys), call.name, true, call.range());
        }
    }

    /** Whether the word before makes the citation a part of the sentence. */
    private boolean leads() {
        BlockBuilder open = out.open();
        if (open == null || open.isEmpty()) {
            return true;
        }
        CharSequence printed = open.printed();
        int end = printed.length();
        while (end > 0 && Character.isWhitespace(printed.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && !Character.isWhitespace(printed.charAt(start - 1))) {
            start--;
        }
        String word = printed.subSequence(start, end).toString().toLowerCase(Locale.ROOT);
        return word.isEmpty() || LEADING.contains(word) || ".!?".indexOf(word.charAt(word.length() - 1)) >= 0;
    }

    void cites(Call call) {
        Frame frame = call.frame;
        List<Slice> groups = new ArrayList<>();
        Slice group = Slice.MISSING;
        do {
            interpreter.arguments.optional(frame, '[', ']', false);
            interpreter.arguments.optional(frame, '[', ']', false);
            boolean brace = frame.at < frame.end && frame.text.at(frame.at) == '{';
            group = brace ? interpreter.arguments.mandatory(frame) : Slice.MISSING;
            if (!group.isMissing()) {
                groups.add(group);
            }
        } while (!group.isMissing());
        citation(groups, call.name, true, call.range());
        boolean noun = call.name.toLowerCase(Locale.ROOT).startsWith("text");
        List<String> keys = groups.stream().map(slice -> slice.raw().strip()).toList();
        out.placeholder(PlaceholderKind.CITATION, noun ? Role.NOUN : Role.PARENTHESIS, '[' + String.join(", ", keys) + ']', call.spot());
    }

    /** Notes a citation without printing it. */
    void citation(List<Slice> groups, String command, boolean printed, SourceRange range) {
        List<Citation.Key> keys = new ArrayList<>();
        groups.forEach(group -> keys.addAll(keys(group, range)));
        if (!keys.isEmpty()) {
            reading.structure.citations.add(new Citation(keys, command, printed, range));
        }
    }

    private static List<Citation.Key> keys(Slice slice, SourceRange otherwise) {
        Slice.Located located = slice.located();
        List<Citation.Key> keys = new ArrayList<>();
        String text = located.text();
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            int from = start;
            while (from < end && (Character.isWhitespace(text.charAt(from)) || text.charAt(from) == '%')) {
                from = text.charAt(from) == '%' ? Math.max(from + 1, lineEnd(text, from, end)) : from + 1;
            }
            int to = end;
            while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
                to--;
            }
            if (from < to) {
                SourceRange whole = located.range();
                SourceRange range = whole == null ? otherwise
                        : new SourceRange(whole.unit(), new TextRange(from, to).shifted(whole.range().start()));
                keys.add(new Citation.Key(text.substring(from, to), range));
            }
            start = end + 1;
        }
        return keys;
    }

    private static int lineEnd(String text, int from, int limit) {
        int i = from;
        while (i < limit && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    void glossary(Call call) {
        String key = call.first().raw().strip();
        boolean expanded = call.command.parameter().equals("long");
        String longForm = reading.acronyms.get(key);
        String display = expanded && longForm != null ? longForm : shortForm(key);
        out.placeholder(PlaceholderKind.GLOSSARY, Role.NOUN, display, call.spot());
    }

    private String shortForm(String key) {
        String known = reading.acronyms.get("short:" + key);
        return known == null ? key : known;
    }

    void defineAcronym(Call call) {
        List<Slice> values = call.values;
        Slice key = call.first();
        String name = key.raw().strip();
        String shortForm = name;
        String longForm = "";
        switch (call.command.parameter()) {
            case "newacronym" -> {
                shortForm = Units.plain(values.get(2).raw());
                longForm = Units.plain(values.get(3).raw());
            }
            case "acrodef" -> {
                shortForm = values.get(1).isMissing() ? name : Units.plain(values.get(1).raw());
                longForm = Units.plain(values.get(2).raw());
            }
            default -> {
                String options = values.getLast().raw();
                shortForm = option(options, "short", option(options, "name", name));
                longForm = option(options, "long", option(options, "description", ""));
            }
        }
        reading.acronyms.put(name, longForm);
        reading.acronyms.put("short:" + name, shortForm);
        reading.structure.definitions.add(
                new Definition(Definition.Kind.ACRONYM, shortForm, longForm, Reading.rangeOf(key, call.range())));
        if (call.name.equals("acro") && out.kind() == BlockKind.LIST_ITEM) {
            out.endParagraph();
            interpreter.then(out::endParagraph);
            interpreter.pushScoped(values.getLast(), Frame.Kind.ARGUMENT);
        }
    }

    /** The value of a key in a list such as {@code short = a, long = {b, c}}. */
    private static String option(String options, String key, String otherwise) {
        TexText text = new TexText(options, null);
        int i = 0;
        while (i < options.length()) {
            int end = i;
            while (end < options.length() && options.charAt(end) != ',') {
                int closing = options.charAt(end) == '{' ? text.closing(end) : TexText.NONE;
                end = closing == TexText.NONE ? end + 1 : closing + 1;
            }
            String pair = options.substring(i, end);
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equals(key)) {
                return Units.plain(pair.substring(equals + 1));
            }
            i = end + 1;
        }
        return otherwise;
    }

    void bibliographyItem(Call call) {
        out.endParagraph();
        Slice key = call.first();
        SourceRange range = Reading.rangeOf(key, call.range());
        reading.structure.bibliography.add(
                new BibliographyEntry(key.raw().strip(), "bibitem", List.of(), "", "", "", range));
    }

    void bibliographyFiles(Call call) {
        boolean list = call.command.parameter().equals("list");
        for (Citation.Key name : list ? keys(call.first(), call.range()) : List.of(whole(call.first(), call.range()))) {
            Optional<Files.Part> found = reading.files.find(
                    name.name(), interpreter.inclusions.folders(), List.of("", ".bib"), name.range());
            Optional<SourceUnit> unit = found.map(Files.Part::unit);
            reading.structure.bibliographyFiles.add(new Inclusion(name.name(), unit, name.range()));
        }
        out.endParagraph();
        if (list) {
            interpreter.inclusions.compiledBibliography();
        }
    }

    private static Citation.Key whole(Slice slice, SourceRange otherwise) {
        return new Citation.Key(slice.raw().strip(), Reading.rangeOf(slice, otherwise));
    }

    /** The folder of a file. */
    static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }
}
