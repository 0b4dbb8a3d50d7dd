package org.scholion.cli.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What a command reads from and writes to.
 *
 * @param in standard input, bytes
 * @param out standard output in UTF-8: the result and nothing else
 * @param err standard error in UTF-8: messages and progress
 * @param terminals which of them a person sits at
 * @param colour whether {@code out} understands colours and the person wants them
 * @param folder against which relative paths are resolved, absolute
 */
public record Console(InputStream in, PrintStream out, PrintStream err, Set<Stream> terminals, boolean colour, Path folder) {

    /** A standard stream. */
    public enum Stream {
        IN,
        OUT,
        ERR
    }

    public Console {
        terminals = Set.copyOf(terminals);
    }

    /** Whether a question would be seen and can be answered. */
    public boolean canAsk() {
        return terminals.contains(Stream.IN) && terminals.contains(Stream.ERR);
    }

    /** Colours and weights for what goes to {@link #out()}. */
    public Style style() {
        return new Style(colour);
    }

    /** A line of standard input in UTF-8, without its end; what there is before the input ends or breaks. */
    public String readLine() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int unit = in.read(); unit >= 0 && unit != '\n'; unit = in.read()) {
                line.write(unit);
            }
        } catch (IOException closed) {
            // nobody answers any more
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /**
     * Asks for something that is not shown while it is typed.
     *
     * @return empty when nobody sits at the terminal, or the input ended
     */
    public Optional<String> askSecret(String question) {
        java.io.Console system = System.console();
        if (system == null || !terminals.contains(Stream.IN) || !terminals.contains(Stream.OUT)) {
            return Optional.empty();
        }
        return Optional.ofNullable(system.readPassword("%s", question)).map(String::new);
    }

    /** A message for the person. */
    public void say(String message) {
        err.println(message);
        err.flush();
    }
}
