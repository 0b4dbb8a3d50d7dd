package org.scholion.manuscript.latex.internal.read;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure.Inclusion;
import org.scholion.manuscript.latex.internal.Messages;
import org.scholion.manuscript.latex.internal.read.Commands.Call;
import org.scholion.manuscript.latex.internal.read.Step.Frame;
import org.scholion.manuscript.latex.internal.tex.Languages;
import org.scholion.manuscript.latex.internal.tex.Slice;
import org.scholion.manuscript.latex.internal.tex.TexText;
import org.scholion.text.TextRange;

/** Reads the files that a paper is made of, its own packages included. */
final class Inclusions {

    private static final int MAX_DEPTH = 60;
    /** Classes for documentation, in which bars hold code. */
    private static final Set<String> SHORT_VERB_CLASSES = Set.of("ltxdoc", "ltxguide", "l3doc", "ltnews", "amsldoc");
    private static final int MAX_FILES = 5_000;

    private final Interpreter interpreter;
    private final Reading reading;
    /** The files that are being read, the innermost first. */
    private final Deque<Path> open = new ArrayDeque<>();
    /** Where {@code \import} looks, the innermost first. */
    private final Deque<Path> importFolders = new ArrayDeque<>();
    private final List<String> classOptions = new ArrayList<>();
    private int files;
    private boolean subfile;

    Inclusions(Interpreter interpreter) {
        this.interpreter = interpreter;
        reading = interpreter.reading;
    }

    /** Puts the main file on the stack. */
    void start(TexText text) {
        boolean whole = text.text().contains("\\documentclass") || text.text().contains("\\documentstyle");
        reading.out.mute(whole && text.text().contains("\\begin{document}"));
        reading.bodyBegun = !whole;
        open.push(reading.root.path());
        reading.problems.file(reading.root, text.text());
        interpreter.push(new Frame(new Slice(text, 0, text.length(), List.of(), null, false), Frame.Kind.FILE));
    }

    /** Where a file is looked for: the folders of {@code \import}, of the main file, and of the file that names it. */
    List<Path> folders() {
        List<Path> folders = new ArrayList<>(importFolders);
        Path root = References.folder(reading.root.path());
        folders.add(root);
        Path here = References.folder(open.element());
        if (!here.equals(root)) {
            folders.add(here);
        }
        return folders;
    }

    void include(Call call) {
        boolean imports = call.command.parameter().equals("import");
        Slice nameSlice = call.values.getLast();
        if (call.name.equals("InputIfFileExists")) {
            nameSlice = call.values.getFirst();
        }
        String name = nameSlice.raw().strip();
        SourceRange range = Reading.rangeOf(nameSlice, call.range());
        if (nameSlice.isMissing()) {
            name = bareName(call.frame);
            range = call.range();
        }
        if (name.isEmpty() || name.contains("#") || name.startsWith("|")) {
            return;
        }
        if (name.startsWith("\"") && name.endsWith("\"") && name.length() > 1) {
            name = name.substring(1, name.length() - 1);
        }
        if (imports) {
            Path folder = folder(call.values.get(1).raw().strip(), call.name.startsWith("sub"));
            importFolders.push(folder);
            interpreter.then(importFolders::pop);
        }
        if (call.name.startsWith("include") || call.name.startsWith("subfile")) {
            reading.out.endParagraph();
        }
        boolean optional = call.name.equals("InputIfFileExists") || name.contains("\\") || isGenerated(name);
        read(name, range, call.name.startsWith("subfile"), optional);
    }

    private static boolean isGenerated(String name) {
        return name.endsWith(".bbl") || name.endsWith(".aux") || name.endsWith(".ind") || name.endsWith(".gls") || name.endsWith(".pdf_tex")
                || name.endsWith(".pgf") || name.endsWith(".pgf.tex") || name.endsWith(".tikz") || name.endsWith(".pstex_t");
    }

    private Path folder(String name, boolean sub) {
        Path base = sub && !importFolders.isEmpty() ? importFolders.element() : References.folder(reading.root.path());
        try {
            return base.resolve(name).normalize();
        } catch (InvalidPathException e) {
            return base;
        }
    }

    /** {@code \input name}, as plain TeX has it. */
    private static String bareName(Frame frame) {
        TexText text = frame.text;
        int start = text.skipBlanks(frame.at, frame.end);
        int end = start;
        while (end < frame.end && !Character.isWhitespace(text.at(end)) && "\\{}%$#".indexOf(text.at(end)) < 0) {
            end++;
        }
        frame.at = end;
        return text.text().substring(start, end);
    }

    private void read(String name, SourceRange asked, boolean subfileCommand, boolean optional) {
        if (files > MAX_FILES || open.size() > MAX_DEPTH) {
            reading.problems.add(asked, "inputs", Messages.tooManyInputs, name);
            return;
        }
        Optional<Files.Part> found = reading.files.find(name, folders(), List.of(".tex", "", ".ltx"), asked);
        Optional<SourceUnit> unit = found.map(Files.Part::unit);
        reading.structure.inclusions.add(new Inclusion(name, unit, asked));
        if (found.isEmpty()) {
            if (!optional && !reading.files.wasRefused(asked)) {
                reading.problems.add(asked, "missing " + name, Messages.missingFile, name);
            }
            return;
        }
        Files.Part part = found.get();
        if (open.contains(part.path())) {
            reading.problems.add(asked, "cycle " + name, Messages.cyclicInput, name);
            return;
        }
        files++;
        run(part, subfileCommand || part.text().text().contains("{subfiles}"), false);
    }

    private void run(Files.Part part, boolean isSubfile, boolean isPackage) {
        TexText text = part.text();
        reading.problems.file(part.unit(), text.text());
        open.push(part.path());
        boolean wasSubfile = subfile;
        subfile = isSubfile;
        if (isSubfile) {
            importFolders.push(References.folder(part.path()));
        }
        interpreter.then(() -> {
            open.pop();
            subfile = wasSubfile;
            if (isSubfile) {
                importFolders.pop();
            }
        });
        int start = 0;
        int end = text.length();
        if (isSubfile) {
            int begin = text.text().indexOf("\\begin{document}");
            int finish = text.text().lastIndexOf("\\end{document}");
            start = begin < 0 ? 0 : begin + "\\begin{document}".length();
            end = finish < start ? end : finish;
        }
        interpreter.push(new Frame(new Slice(text, start, end, List.of(), null, isPackage), Frame.Kind.FILE));
    }

    /** {@code \documentclass}: its options may name the language, its file may stand beside the paper. */
    void documentClass(Call call) {
        List<Slice> values = call.values;
        for (String option : values.getFirst().raw().split(",")) {
            classOptions.add(option.strip());
            language(option.strip());
        }
        String name = values.get(1).raw().strip();
        if (name.equals("subfiles") || name.equals("standalone") && reading.bodyBegun) {
            subfileMaster(values.getFirst(), call.range());
            return;
        }
        if (SHORT_VERB_CLASSES.contains(name)) {
            reading.shortVerb = '|';
        }
        local(name, ".cls", call.range());
    }

    /** A subfile that is read as the main file: the preamble of its master holds its macros. */
    private void subfileMaster(Slice option, SourceRange range) {
        String master = option.raw().strip();
        if (master.isEmpty()) {
            return;
        }
        Optional<Files.Part> found = reading.files.find(master, folders(), List.of(".tex", ""), range);
        found.ifPresent(part -> {
            TexText text = part.text();
            int end = text.text().indexOf("\\begin{document}");
            if (end > 0 && !open.contains(part.path())) {
                interpreter.push(new Frame(new Slice(text, 0, end, List.of(), null, false), Frame.Kind.FILE));
            }
        });
    }

    void usePackage(Call call) {
        String options = call.values.getFirst().raw();
        for (String name : call.values.get(1).raw().split(",")) {
            switch (name.strip()) {
                case "babel" -> babel(options);
                case "ngerman", "german" -> language("ngerman");
                case "french", "frenchle" -> language("french");
                default -> local(name.strip(), ".sty", call.range());
            }
        }
    }

    private void babel(String options) {
        for (String option : options.split(",")) {
            String plain = option.strip();
            if (plain.startsWith("main=")) {
                language(plain.substring("main=".length()).strip());
                return;
            }
            int dot = plain.indexOf('.');
            language(dot < 0 ? plain : plain.substring(0, dot));
        }
    }

    private void language(String name) {
        String tag = Languages.ofName(name);
        if (tag != null && !reading.magic.languageSet()) {
            reading.out.mainLanguage(tag);
            reading.doubleQuoteActive = tag.startsWith("de") || tag.startsWith("nl");
        }
    }

    /** Reads the definitions of a package or class that stands beside the paper. */
    private void local(String name, String extension, SourceRange asked) {
        if (name.isEmpty() || name.contains("\\") || files > MAX_FILES || open.size() > MAX_DEPTH) {
            return;
        }
        Optional<Files.Part> found = reading.files.find(name + extension, folders(), List.of(""), asked);
        if (found.isPresent() && !open.contains(found.get().path())) {
            files++;
            Files.Part part = found.get();
            reading.structure.inclusions.add(new Inclusion(name, Optional.of(part.unit()), asked));
            run(part, false, true);
        }
    }

    /** The bibliography that BibTeX made of the paper, where it stands beside the main file. */
    void compiledBibliography() {
        // A .bbl repeats what the .bib files say; it counts only where none of them was found.
        boolean bib = reading.structure.bibliographyFiles.stream().anyMatch(file -> file.file().isPresent());
        if (bib) {
            return;
        }
        String name = reading.root.path().getFileName().toString();
        int dot = name.lastIndexOf('.');
        String bbl = (dot < 0 ? name : name.substring(0, dot)) + ".bbl";
        SourceRange asked = new SourceRange(reading.root, TextRange.at(0));
        Optional<Files.Part> found = reading.files.find(bbl, folders(), List.of(""), asked);
        found.ifPresent(part -> run(part, false, false));
    }
}
