package org.scholion.cli.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Command;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.ExitCode;
import org.scholion.cli.internal.FileException;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.MissingPartException;
import org.scholion.cli.internal.Services;
import org.scholion.cli.internal.UsageException;
import org.scholion.cli.internal.report.FindingJson;
import org.scholion.library.Libraries;
import org.scholion.library.LibraryException;
import org.scholion.library.search.RefreshReport;
import org.scholion.library.shared.SharedLibrary;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code library}: the sources of references, and the search among them. */
public final class LibraryCommand implements Command {

    private static final String FORMAT = "--format";

    /** What can be done. */
    private enum Action {
        IMPORT,
        REMOVE,
        LIST,
        SEARCH,
        CHECK,
        EXPORT,
        ONLINE,
        REINDEX,
        SERVER,
        PUSH,
        WITHDRAW;

        /** Whether it is about something that is named. */
        boolean needsTargets() {
            return switch (this) {
                case IMPORT, REMOVE, SEARCH, CHECK, ONLINE, SERVER, PUSH, WITHDRAW -> true;
                case LIST, EXPORT, REINDEX -> false;
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Services services;

    public LibraryCommand(Services services) {
        this.services = services;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("library");
        spec.usageMessage()
                .description(Messages.library_description)
                .customSynopsis(
                        "scholion library import|remove [OPTIONS] FILE|FOLDER…",
                        "scholion library list|reindex [OPTIONS]",
                        "scholion library check [OPTIONS] FILE…",
                        "scholion library export [OPTIONS] [KEY…]",
                        "scholion library online --source SOURCE [OPTIONS] QUERY",
                        "scholion library search [OPTIONS] QUERY",
                        "scholion library server ADDRESS|off|status [--collection NAME]",
                        "scholion library push [--as NAME] [--with-text] FILE|FOLDER…",
                        "scholion library withdraw NAME…")
                .footer(Messages.library_footer.split("\n"));
        spec.addPositional(Arguments.positional("1..*", "ACTION", Messages.library_action));
        LibrarySources.addOptions(spec);
        OnlineLookup.addOptions(spec);
        SharedServer.addOptions(spec);
        LibrarySearch.addOptions(spec);
        spec.addOption(Arguments.value("STYLE", Messages.library_style, LibraryExport.STYLE));
        spec.addOption(Arguments.flag(Messages.library_biblatex, LibraryExport.BIBLATEX));
        spec.addOption(Arguments.value("FORMAT", Messages.option_textOrJson, "-f", FORMAT));
        return spec;
    }

    @Override
    public ExitCode run(Arguments arguments, Console console, CancelToken cancel)
            throws UsageException, FileException, MissingPartException, CancelledException {
        boolean json = arguments.choice(FORMAT, List.of(false, true), asJson -> asJson ? "json" : "text", false);
        List<String> words = arguments.positionals();
        Action action = action(words.getFirst());
        List<String> targets = words.subList(1, words.size());
        if (action.needsTargets() ? targets.isEmpty() : !targets.isEmpty() && action != Action.EXPORT) {
            throw new UsageException(NLS.bind(Messages.library_targets, action.word()));
        }
        LibrarySources sources = new LibrarySources(services, arguments, console);
        try {
            switch (action) {
                case IMPORT -> importSources(targets, sources, console, cancel);
                case REMOVE -> remove(targets, sources, console);
                case LIST -> list(sources, json, console, cancel);
                case SEARCH -> new LibrarySearch(sources, arguments, console).run(String.join(" ", targets), json, cancel);
                case CHECK -> {
                    ExitCode code = new BibliographyCheck(console).run(targets, json, cancel);
                    return existing(targets, arguments, console, cancel) ? code : ExitCode.FINDINGS;
                }
                case EXPORT -> new LibraryExport(sources, console).run(targets, arguments, cancel);
                case ONLINE -> OnlineLookup.of(services, arguments, console)
                        .orElseThrow(() -> new UsageException(Messages.library_noSource))
                        .search(String.join(" ", targets), LibrarySearch.limit(arguments), arguments.has(LibraryExport.BIBLATEX), cancel);
                case REINDEX -> reindex(sources, console, cancel);
                case SERVER -> shared(arguments, console).server(targets, cancel);
                case PUSH -> shared(arguments, console).push(targets, cancel);
                case WITHDRAW -> shared(arguments, console).withdraw(targets, cancel);
            }
        } catch (LibraryException failed) {
            throw new FileException(String.valueOf(failed.getMessage()), failed);
        }
        return ExitCode.DONE;
    }

    private SharedServer shared(Arguments arguments, Console console) throws MissingPartException {
        return new SharedServer(services, arguments, console);
    }

    private static Action action(String word) throws UsageException {
        for (Action action : Action.values()) {
            if (action.word().equals(word)) {
                return action;
            }
        }
        throw new UsageException(NLS.bind(Messages.library_noAction, word));
    }

    private static void importSources(List<String> files, LibrarySources sources, Console console, CancelToken cancel)
            throws UsageException, FileException, LibraryException, CancelledException {
        String name = sources.name();
        for (String file : files) {
            Path source = console.folder().resolve(file).normalize();
            if (!Files.exists(source)) {
                throw new FileException(NLS.bind(Messages.input_missing, file));
            }
            RefreshReport report = sources.refresh(List.of(source), cancel).getFirst();
            sources.libraries().add(name, source);
            console.out().println(NLS.bind(
                    report.meaning() ? Messages.library_imported : Messages.library_importedWords,
                    new Object[] {source, report.total(), name}));
        }
    }

    private static void remove(List<String> files, LibrarySources sources, Console console) throws UsageException, LibraryException {
        for (String file : files) {
            Path source = console.folder().resolve(file).normalize();
            sources.libraries().remove(sources.name(), source);
            boolean stillUsed = sources.libraries().all().stream().anyMatch(one -> one.sources().contains(source));
            if (!stillUsed) {
                sources.library().remove(source);
            }
            console.out().println(NLS.bind(Messages.library_removed, source, sources.name()));
        }
    }

    private static void list(LibrarySources sources, boolean json, Console console, CancelToken cancel)
            throws LibraryException, CancelledException {
        List<Libraries.Library> all = sources.libraries().all();
        if (json) {
            console.out().print(FindingJson.document(out -> {
                out.beginObject().name("libraries").beginArray();
                for (Libraries.Library library : all) {
                    out.beginObject().name("name").value(library.name()).name("sources").beginArray();
                    for (Path source : library.sources()) {
                        out.value(source.toString());
                    }
                    out.endArray().endObject();
                }
                out.endArray().endObject();
            }));
            return;
        }
        for (Libraries.Library library : all) {
            console.out().println(library.sources().isEmpty() ? NLS.bind(Messages.library_empty, library.name()) : library.name());
            if (library.name().equals(SharedLibrary.NAME)) {
                sources.refresh(library.sources(), cancel)
                        .forEach(report -> console.out().println("  " + NLS.bind(Messages.library_sharedWorks, report.total())));
                continue;
            }
            for (Path source : library.sources()) {
                console.out().println("  " + NLS.bind(Messages.library_entries, source, sources.library().references(source).size()));
            }
        }
    }

    /** Asks the sources that are named, if any, whether all references exist. */
    private boolean existing(List<String> files, Arguments arguments, Console console, CancelToken cancel)
            throws UsageException, MissingPartException, LibraryException, CancelledException {
        Optional<OnlineLookup> online = OnlineLookup.of(services, arguments, console);
        int doubtful = 0;
        if (online.isPresent()) {
            for (String file : files) {
                doubtful += online.get().check(console.folder().resolve(file).normalize(), cancel);
            }
        }
        return doubtful == 0;
    }

    private static void reindex(LibrarySources sources, Console console, CancelToken cancel)
            throws UsageException, LibraryException, CancelledException {
        for (Path source : sources.libraries().sources(sources.name())) {
            sources.library().remove(source);
            RefreshReport report = sources.refresh(List.of(source), cancel).getFirst();
            console.out().println(NLS.bind(Messages.library_entries, source, report.total()));
        }
    }
}
