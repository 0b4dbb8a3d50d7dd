package org.scholion.cli.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.Revision;

/** Turns the FILE arguments into papers. Not thread-safe. */
public final class Inputs {

    /** The FILE that is standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final String STANDARD_INPUT_FILE = "standard-input.tex";
    private static final Charset FALLBACK = Charset.forName("windows-1252");
    private static final Pattern MAIN_FILE = Pattern.compile("(?m)^[^%\\r\\n]*\\\\document(class|style)\\b");
    private static final int LONGEST_PREAMBLE_PEEK = 1 << 16;

    /** A paper that was named, before it is read. */
    private record Named(Map<Path, String> given, Set<Path> wanted, boolean whole, boolean relative) {
        Named(boolean relative) {
            this(new HashMap<>(), new LinkedHashSet<>(), false, relative);
        }
    }

    private final List<ManuscriptReader> readers;
    private final Console console;
    private final DocumentPasswords passwords;
    private final List<String> failures = new ArrayList<>();
    private final Map<Path, Named> named = new LinkedHashMap<>();

    /** @param passwords of the documents among the arguments */
    public Inputs(List<ManuscriptReader> readers, Console console, DocumentPasswords passwords) {
        this.readers = List.copyOf(readers);
        this.console = console;
        this.passwords = passwords;
    }

    /** One sentence for each input that could not be read. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /**
     * Reads the papers that the arguments name, each paper once. What cannot be read is in {@link #failures()} afterwards.
     *
     * @param files files, folders and {@link #STANDARD_INPUT}
     */
    public List<Paper> read(List<String> files, CancelToken cancel) throws CancelledException, FileException {
        List<Paper> papers = new ArrayList<>();
        Set<String> once = new LinkedHashSet<>(files);
        for (String file : once) {
            cancel.check();
            if (file.equals(STANDARD_INPUT)) {
                papers.add(standardInput(cancel));
            } else {
                name(file, cancel);
            }
        }
        for (Map.Entry<Path, Named> entry : named.entrySet()) {
            papers.addAll(readPapers(entry.getKey(), entry.getValue(), cancel));
        }
        return withoutParts(papers);
    }

    /** All of standard input, decoded. */
    public static String readStandardInput(Console console) throws FileException {
        try {
            byte[] bytes = console.in().readAllBytes();
            try {
                String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return text.startsWith("\ufeff") ? text.substring(1) : text;
            } catch (CharacterCodingException notUtf8) {
                return new String(bytes, FALLBACK);
            }
        } catch (IOException unreadable) {
            throw new FileException(NLS.bind(Messages.input_unreadable, STANDARD_INPUT, unreadable.getMessage()), unreadable);
        }
    }

    /** The unit in which offsets of standard input count. */
    public static SourceUnit standardInputUnit(Console console) {
        return new SourceUnit.TextFile(console.folder().resolve(STANDARD_INPUT_FILE));
    }

    private Paper standardInput(CancelToken cancel) throws FileException, CancelledException {
        String text = readStandardInput(console);
        SourceUnit unit = standardInputUnit(console);
        FileNames names = new FileNames(console.folder(), Map.of(unit.path(), STANDARD_INPUT), true);
        Optional<ManuscriptReader> reader = readerOf(unit.path());
        if (text.indexOf('\\') < 0 || reader.isEmpty()) {
            return new Paper(names, PlainText.read(unit, text), Set.of());
        }
        OpenTexts open = path -> path.equals(unit.path())
                ? Optional.of(new OpenTexts.OpenText(text, new Revision(1)))
                : Optional.empty();
        try {
            return new Paper(names, reader.get().read(unit.path(), open, cancel), Set.of());
        } catch (ManuscriptException unreadable) {
            throw new FileException(unreadable.getMessage(), unreadable);
        }
    }

    private void name(String file, CancelToken cancel) throws CancelledException {
        Path given;
        try {
            given = Path.of(file);
        } catch (InvalidPathException impossible) {
            failures.add(NLS.bind(Messages.input_unreadable, file, impossible.getReason()));
            return;
        }
        Path path = console.folder().resolve(given).normalize();
        if (Files.isDirectory(path)) {
            nameFolder(given, path, cancel);
        } else if (!Files.exists(path)) {
            failures.add(NLS.bind(Messages.input_missing, file));
        } else if (readerOf(path).isEmpty()) {
            failures.add(NLS.bind(Messages.input_unknownFormat, file));
        } else {
            Path root = readerOf(path).get().rootOf(path, OpenTexts.NONE);
            add(root, path, file, !given.isAbsolute());
        }
    }

    private void nameFolder(Path given, Path folder, CancelToken cancel) throws CancelledException {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new Collector(folder, files, cancel));
        } catch (IOException unreadable) {
            failures.add(NLS.bind(Messages.input_unreadable, given, unreadable.getMessage()));
        }
        cancel.check();
        files.sort(null);
        boolean found = false;
        for (Path file : files) {
            if (isMainFile(file)) {
                found = true;
                String name = given.resolve(folder.relativize(file)).normalize().toString();
                add(file, file, name, !given.isAbsolute());
            }
        }
        if (!found) {
            failures.add(NLS.bind(Messages.input_nothingBelow, given));
        }
    }

    private boolean isMainFile(Path file) {
        Optional<ManuscriptReader> reader = readerOf(file);
        if (reader.isEmpty()) {
            return false;
        }
        try (var stream = Files.newInputStream(file)) {
            String start = new String(stream.readNBytes(LONGEST_PREAMBLE_PEEK), StandardCharsets.ISO_8859_1);
            return MAIN_FILE.matcher(start).find() && reader.get().rootOf(file, OpenTexts.NONE).equals(file);
        } catch (IOException unreadable) {
            failures.add(NLS.bind(Messages.input_unreadable, file, unreadable.getMessage()));
            return false;
        }
    }

    private void add(Path root, Path file, String name, boolean relative) {
        Named paper = named.computeIfAbsent(root, key -> new Named(relative));
        paper.given().putIfAbsent(file, name);
        if (root.equals(file)) {
            named.put(root, new Named(paper.given(), paper.wanted(), true, paper.relative()));
        } else {
            paper.wanted().add(file);
        }
    }

    private List<Paper> readPapers(Path root, Named paper, CancelToken cancel) throws CancelledException {
        FileNames names = new FileNames(console.folder(), paper.given(), paper.relative());
        if (paper.whole()) {
            return read(root, names, Set.of(), cancel).map(List::of).orElse(List.of());
        }
        List<Paper> papers = new ArrayList<>();
        Set<Path> alone = paper.wanted();
        Optional<Paper> whole = read(root, names, paper.wanted(), cancel);
        if (whole.isPresent()) {
            alone = new LinkedHashSet<>(alone);
            if (alone.removeIf(whole.get()::isMadeOf)) {
                papers.add(whole.get());
            }
        }
        for (Path file : alone) {
            read(file, names, Set.of(), cancel).ifPresent(papers::add);
        }
        return papers;
    }

    private Optional<Paper> read(Path root, FileNames names, Set<Path> wanted, CancelToken cancel) throws CancelledException {
        try {
            Manuscript manuscript = readerOf(root).orElseThrow().read(root, OpenTexts.NONE, passwords, cancel);
            return Optional.of(new Paper(names, manuscript, wanted));
        } catch (ManuscriptException unreadable) {
            failures.add(unreadable.getMessage() + passwords.advice(root));
            return Optional.empty();
        }
    }

    /** Leaves out papers that are parts of others. */
    private static List<Paper> withoutParts(List<Paper> papers) {
        List<Paper> whole = new ArrayList<>();
        for (Paper paper : papers) {
            Path root = paper.manuscript().root().path();
            boolean part = papers.stream().anyMatch(other -> other != paper
                    && !other.manuscript().root().path().equals(root)
                    && other.isMadeOf(root)
                    && !paper.isMadeOf(other.manuscript().root().path()));
            if (!part) {
                whole.add(paper);
            }
        }
        return whole;
    }

    private Optional<ManuscriptReader> readerOf(Path file) {
        return readers.stream().filter(reader -> reader.reads(file)).findFirst();
    }

    /** Collects files; hidden folders are not entered. */
    private final class Collector extends SimpleFileVisitor<Path> {
        private final Path start;
        private final List<Path> files;
        private final CancelToken cancel;

        Collector(Path start, List<Path> files, CancelToken cancel) {
            this.start = start;
            this.files = files;
            this.cancel = cancel;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, @Nullable BasicFileAttributes attributes) {
            boolean hidden = folder.getFileName() != null && folder.getFileName().toString().startsWith(".");
            return hidden && !folder.equals(start) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, @Nullable BasicFileAttributes attributes) {
            files.add(file);
            return cancel.isCancelled() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, @Nullable IOException unreadable) {
            failures.add(NLS.bind(Messages.input_unreadable, file, unreadable));
            return FileVisitResult.CONTINUE;
        }
    }
}
