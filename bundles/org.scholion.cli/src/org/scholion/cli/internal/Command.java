package org.scholion.cli.internal;

import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import picocli.CommandLine.Model.CommandSpec;

/** One of the commands of {@code scholion}. */
public interface Command {

    /** The name, options and help; made anew at each call. */
    CommandSpec spec();

    /**
     * Does it.
     *
     * @param arguments as {@link #spec()} understood them
     * @throws UsageException when the options contradict each other
     * @throws FileException when nothing at all could be read or written
     * @throws MissingPartException when a part of Scholion that it needs is not there
     * @throws CancelledException when the person interrupted it; nothing is half-written
     */
    ExitCode run(Arguments arguments, Console console, CancelToken cancel)
            throws UsageException, FileException, MissingPartException, CancelledException;
}
