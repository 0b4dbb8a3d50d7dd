package org.scholion.cli.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.FileException;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.MissingPartException;
import org.scholion.cli.internal.Services;
import org.scholion.cli.internal.UsageException;
import org.scholion.library.LibraryException;
import org.scholion.library.ReferenceProblem;
import org.scholion.library.search.RefreshReport;
import org.scholion.library.shared.SharedLibrary;
import org.scholion.library.shared.SharedSettings;
import org.scholion.library.shared.SharedStatus;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import picocli.CommandLine.Model.CommandSpec;

/** The library that a lab shares on a search server: which one, what it has, and what is added to it. */
final class SharedServer {

    private static final String COLLECTION = "--collection";
    private static final String AS = "--as";
    private static final String WITH_TEXT = "--with-text";
    private static final String OFF = "off";
    private static final String STATUS = "status";

    private final SharedLibrary shared;
    private final Arguments arguments;
    private final Console console;

    SharedServer(Services services, Arguments arguments, Console console) throws MissingPartException {
        shared = services.sharedLibrary().orElseThrow(() -> new MissingPartException(Messages.missing_library));
        this.arguments = arguments;
        this.console = console;
    }

    static void addOptions(CommandSpec spec) {
        spec.addOption(Arguments.value("NAME", Messages.library_collection, COLLECTION));
        spec.addOption(Arguments.value("NAME", Messages.library_as, AS));
        spec.addOption(Arguments.flag(Messages.library_withText, WITH_TEXT));
    }

    /** Chooses a server, or none, or tells of the one that is chosen. */
    void server(List<String> words, CancelToken cancel) throws UsageException, LibraryException, CancelledException {
        String word = String.join(",", words);
        if (word.equals(OFF)) {
            shared.use(SharedSettings.OFF);
            console.out().println(Messages.library_serverOff);
        } else if (word.equals(STATUS)) {
            status(shared.settings(), cancel);
        } else {
            SharedSettings settings;
            try {
                settings = SharedSettings.of(word, arguments.value(COLLECTION).orElse(SharedSettings.COLLECTION));
            } catch (IllegalArgumentException wrong) {
                throw new UsageException(NLS.bind(Messages.library_noAddress, word));
            }
            // what does not answer is not chosen: a slip of the pen is seen at once
            status(settings, cancel);
            shared.use(settings);
            console.say(Messages.library_serverSent);
            if (settings.isReadable()) {
                console.say(Messages.library_serverReadable);
            }
        }
    }

    private void status(SharedSettings settings, CancelToken cancel) throws LibraryException, CancelledException {
        if (!settings.isOn()) {
            console.out().println(Messages.library_serverOff);
            return;
        }
        SharedStatus status = shared.status(settings, cancel);
        console.out().println(MessageFormat.format(
                Messages.library_serverHas, settings.addresses().getFirst(), settings.collection(), status.works()));
        new TreeMap<>(status.sources()).forEach(
                (name, works) -> console.out().println("  " + MessageFormat.format(Messages.library_entries, name, works)));
        if (!status.meaning() && status.works() > 0) {
            console.out().println(Messages.library_serverWords);
        }
    }

    /** Writes sources to the server, each under the name of its file unless another one is given. */
    void push(List<String> files, CancelToken cancel) throws UsageException, FileException, LibraryException, CancelledException {
        if (arguments.has(AS) && files.size() > 1) {
            throw new UsageException(Messages.library_oneSource);
        }
        try (ProgressLine line = new ProgressLine(console)) {
            for (String file : files) {
                Path source = console.folder().resolve(file).normalize();
                if (!Files.exists(source)) {
                    throw new FileException(NLS.bind(Messages.input_missing, file));
                }
                String name = arguments.value(AS).orElse(String.valueOf(source.getFileName()));
                line.show(NLS.bind(Messages.library_reading, source));
                RefreshReport report = shared.push(
                        source,
                        name,
                        arguments.has(WITH_TEXT),
                        (done, total) -> line.show(MessageFormat.format(Messages.library_indexing, source, done, total)),
                        cancel);
                for (ReferenceProblem problem : report.problems()) {
                    console.say(problem.file() + (problem.line() > 0 ? ":" + problem.line() : "") + ": " + problem.message());
                }
                console.out().println(MessageFormat.format(
                        Messages.library_pushed, source, report.total(), name, report.changed(), report.removed()));
            }
        }
    }

    /** Takes sources away from the server. */
    void withdraw(List<String> names, CancelToken cancel) throws LibraryException, CancelledException {
        for (String name : names) {
            shared.withdraw(name, cancel);
            console.out().println(NLS.bind(Messages.library_withdrawn, name));
        }
    }
}
