package org.scholion.cli.internal.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.FileException;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.UsageException;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.edit.ReferenceEntries;
import org.scholion.library.style.CitationStyles;
import org.scholion.library.style.FormattedEntry;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** {@code library export}: references as BibTeX, or as a style prints them. */
final class LibraryExport {

    static final String STYLE = "--style";
    static final String BIBLATEX = "--biblatex";

    private final LibrarySources sources;
    private final Console console;

    LibraryExport(LibrarySources sources, Console console) {
        this.sources = sources;
        this.console = console;
    }

    /** @param keys of the references; all of the library where none is given */
    void run(List<String> keys, Arguments arguments, CancelToken cancel)
            throws UsageException, FileException, LibraryException, CancelledException {
        List<Path> places = sources.refreshed(List.of(), cancel);
        List<Reference> references = keys.isEmpty() ? all(places) : named(keys, places);
        Optional<String> style = arguments.value(STYLE);
        if (style.isEmpty()) {
            console.out().print(ReferenceEntries.file(references, arguments.has(BIBLATEX)));
            return;
        }
        for (FormattedEntry entry : new CitationStyles().open(style.get()).bibliography(references, Locale.getDefault(), cancel)) {
            console.out().println(entry.text().strip());
        }
    }

    private List<Reference> all(List<Path> places) throws LibraryException {
        List<Reference> all = new ArrayList<>();
        for (Path place : places) {
            all.addAll(sources.library().references(place));
        }
        return all;
    }

    private List<Reference> named(List<String> keys, List<Path> places) throws LibraryException {
        List<Reference> named = new ArrayList<>();
        for (String key : keys) {
            Optional<Reference> found = sources.library().reference(places, key);
            found.ifPresentOrElse(named::add, () -> console.say(NLS.bind(Messages.library_noKey, key)));
        }
        return named;
    }
}
