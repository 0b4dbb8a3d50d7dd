package org.scholion.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.scholion.cli.internal.Console.Stream;

/** Finds out which standard streams a person sits at, and whether he wants colours. */
final class Terminals {

    /** System property with the streams that are terminals, such as {@code out,err}; set by launchers that know it better. */
    static final String PROPERTY = "scholion.terminal";

    private static final Path STREAMS = Path.of("/proc/self/fd");

    private Terminals() {}

    static Set<Stream> find() {
        Set<Stream> found = EnumSet.noneOf(Stream.class);
        String given = System.getProperty(PROPERTY);
        for (Stream stream : Stream.values()) {
            boolean terminal;
            if (given != null) {
                terminal = Set.of(given.split(",")).contains(stream.name().toLowerCase(Locale.ROOT));
            } else if (Files.isDirectory(STREAMS)) {
                terminal = isTerminal(STREAMS.resolve(String.valueOf(stream.ordinal())));
            } else {
                terminal = System.console() != null;
            }
            if (terminal) {
                found.add(stream);
            }
        }
        return found;
    }

    /** Whether colours are wanted at a terminal, see no-color.org. */
    static boolean wantsColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    private static boolean isTerminal(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }
}
