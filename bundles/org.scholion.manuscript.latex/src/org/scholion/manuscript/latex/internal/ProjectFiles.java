package org.scholion.manuscript.latex.internal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.Problem;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.latex.internal.SourceCache.Found;
import org.scholion.manuscript.latex.internal.SourceCache.Source;
import org.scholion.manuscript.latex.internal.read.Files;
import org.scholion.text.LineIndex;
import org.scholion.text.TextRange;

/** The files of one paper while it is read; remembers which were used. */
final class ProjectFiles implements Files {

    private final SourceCache cache;
    private final OpenTexts openTexts;
    private final Optional<Charset> declared;
    private final Map<Path, Source> used = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<SourceRange> refused = new HashSet<>();

    ProjectFiles(SourceCache cache, OpenTexts openTexts, Source root) {
        this.cache = cache;
        this.openTexts = openTexts;
        declared = root.declared();
        use(root);
    }

    @Override
    public Optional<Part> find(String name, List<Path> folders, List<String> extensions, SourceRange asked) {
        for (Path folder : folders) {
            for (String extension : extensions) {
                if (!extension.isEmpty() && name.endsWith(extension)) {
                    continue;
                }
                Optional<Part> part = at(folder, name + extension, asked);
                if (part.isPresent()) {
                    return part;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean wasRefused(SourceRange asked) {
        return refused.contains(asked);
    }

    private Optional<Part> at(Path folder, String name, SourceRange asked) {
        Path path;
        try {
            path = folder.resolve(name).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        try {
            Optional<Found> found = cache.find(path, openTexts, declared);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            @Nullable Source source = found.get().source();
            if (source == null) {
                boolean large = found.get().refusal() == SourceCache.Refusal.TOO_LARGE;
                refused.add(asked);
                problem(asked, large ? NLS.bind(Messages.tooLarge, name, SourceCache.MAX_MEBIBYTES) : NLS.bind(Messages.notText, name));
                return Optional.empty();
            }
            use(source);
            return Optional.of(new Part(source.source().unit(), source.tex()));
        } catch (IOException e) {
            refused.add(asked);
            problem(asked, NLS.bind(Messages.unreadable, name, e.getMessage()));
            return Optional.empty();
        }
    }

    private void use(Source source) {
        if (used.put(source.source().unit().path(), source) == null && source.guessed()) {
            problem(
                    new SourceRange(source.source().unit(), TextRange.at(0)),
                    NLS.bind(Messages.wrongEncoding, "UTF-8", source.source().charset().name()));
        }
    }

    private void problem(SourceRange range, String message) {
        @Nullable Source source = used.get(range.unit().path());
        int line = source == null ? 0 : new LineIndex(source.source().text()).line(range.range().start());
        problems.add(new Problem(range, line, message));
    }

    List<Problem> problems() {
        return problems;
    }

    /** All files that were used, bibliography files last. */
    List<SourceText> sources() {
        List<SourceText> sources = new ArrayList<>();
        used.values().stream().map(Source::source).filter(source -> !isBibliography(source)).forEach(sources::add);
        used.values().stream().map(Source::source).filter(ProjectFiles::isBibliography).forEach(sources::add);
        return sources;
    }

    /** The bibliography files that were used. */
    List<SourceText> bibliographies() {
        return used.values().stream().map(Source::source).filter(ProjectFiles::isBibliography).toList();
    }

    private static boolean isBibliography(SourceText source) {
        return source.unit().path().toString().endsWith(".bib");
    }
}
