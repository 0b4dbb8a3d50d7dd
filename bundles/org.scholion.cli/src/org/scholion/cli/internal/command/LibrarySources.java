package org.scholion.cli.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.FileException;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.MissingPartException;
import org.scholion.cli.internal.Services;
import org.scholion.cli.internal.UsageException;
import org.scholion.jobs.PaperSources;
import org.scholion.library.Libraries;
import org.scholion.library.LibraryException;
import org.scholion.library.ReferenceProblem;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.library.search.RefreshProgress;
import org.scholion.library.search.RefreshReport;
import org.scholion.library.shared.SharedLibrary;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import picocli.CommandLine.Model.CommandSpec;

/** The sources that {@code --library} names, and their indexes. */
final class LibrarySources {

    private static final String LIBRARY = "--library";
    private static final String WORDS_ONLY = "--words-only";

    private final ReferenceLibrary library;
    private final Libraries libraries;
    private final Console console;
    private final List<String> names;
    private final boolean meaning;

    LibrarySources(Services services, Arguments arguments, Console console) throws MissingPartException {
        library = services.referenceLibrary().orElseThrow(() -> new MissingPartException(Messages.missing_library));
        libraries = services.libraries().orElseThrow(() -> new MissingPartException(Messages.missing_library));
        this.console = console;
        names = arguments.values(LIBRARY);
        meaning = !arguments.has(WORDS_ONLY);
    }

    static void addOptions(CommandSpec spec) {
        spec.addOption(Arguments.values("FILE|NAME", Messages.option_library, "-l", LIBRARY));
        spec.addOption(Arguments.flag(Messages.option_wordsOnly, WORDS_ONLY));
    }

    ReferenceLibrary library() {
        return library;
    }

    Libraries libraries() {
        return libraries;
    }

    boolean meaning() {
        return meaning;
    }

    /** The one name that is given, or that of the standard library. */
    String name() throws UsageException {
        if (names.size() > 1) {
            throw new UsageException(Messages.library_oneName);
        }
        return names.isEmpty() ? Libraries.STANDARD : names.getFirst();
    }

    /**
     * The sources that are named, or else the standard library; in step with their files.
     *
     * @param more sources that are meant as well, such as those of a paper
     */
    List<Path> refreshed(List<Path> more, CancelToken cancel) throws UsageException, FileException, CancelledException {
        Set<Path> sources = new LinkedHashSet<>(more);
        try {
            if (names.isEmpty()) {
                sources.addAll(libraries.sources(Libraries.STANDARD));
                sources.addAll(libraries.sources(SharedLibrary.NAME));
            }
            for (String name : names) {
                List<Path> named = libraries.sources(name);
                Path file = console.folder().resolve(name);
                if (!named.isEmpty()) {
                    sources.addAll(named);
                } else if (Files.exists(file)) {
                    sources.add(file.normalize());
                } else {
                    throw new UsageException(NLS.bind(Messages.library_unknown, name));
                }
            }
        } catch (LibraryException failed) {
            throw new FileException(String.valueOf(failed.getMessage()), failed);
        }
        for (Path source : sources) {
            try {
                refresh(List.of(source), cancel);
            } catch (LibraryException unreadable) {
                // the other sources, and what the index has of this one, are searched all the same
                console.say(String.valueOf(unreadable.getMessage()));
            }
        }
        return List.copyOf(sources);
    }

    /**
     * What can be cited in a paper: its own bibliographies, and the sources that are named, or else the standard library.
     *
     * @return in step with their files, those of the paper first
     */
    List<Path> of(Manuscript manuscript, CancelToken cancel) throws UsageException, FileException, CancelledException {
        List<Path> all = new ArrayList<>();
        try {
            if (PaperSources.keepsOwn(manuscript)) {
                Path document = manuscript.root().path();
                library.refresh(document, PaperSources.own(manuscript), meaning, RefreshProgress.NONE, cancel);
                all.add(document);
            }
        } catch (LibraryException failed) {
            throw new FileException(String.valueOf(failed.getMessage()), failed);
        }
        List<Path> files = new ArrayList<>(PaperSources.named(manuscript));
        files.addAll(PaperSources.beside(manuscript));
        all.addAll(refreshed(files, cancel));
        return all;
    }

    /** Brings indexes in step, and tells what could not be read. */
    List<RefreshReport> refresh(List<Path> sources, CancelToken cancel) throws LibraryException, CancelledException {
        List<RefreshReport> reports = new ArrayList<>();
        try (ProgressLine line = new ProgressLine(console)) {
            for (Path source : sources) {
                line.show(NLS.bind(Messages.library_reading, source));
                RefreshReport report = library.refresh(
                        source,
                        meaning,
                        (done, total) -> line.show(MessageFormat.format(Messages.library_indexing, source, done, total)),
                        cancel);
                if (report.rebuilt()) {
                    console.say(NLS.bind(Messages.library_rebuilt, source));
                }
                reports.add(report);
            }
        }
        List<Path> onServer = libraries.sources(SharedLibrary.NAME);
        for (RefreshReport report : reports) {
            for (ReferenceProblem problem : report.problems()) {
                String line = problem.line() > 0 ? ":" + problem.line() : "";
                boolean shared = onServer.contains(problem.file());
                console.say(shared ? problem.message() : problem.file() + line + ": " + problem.message());
            }
        }
        return reports;
    }
}
