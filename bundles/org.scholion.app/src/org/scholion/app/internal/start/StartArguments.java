package org.scholion.app.internal.start;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.equinox.app.IApplicationContext;

/** Reads what the application was started with: everything that is no option is a file or folder to open. */
final class StartArguments {

    private StartArguments() {}

    static List<Path> files(IApplicationContext context) {
        return context.getArguments().get(IApplicationContext.APPLICATION_ARGS) instanceof String[] arguments
                ? files(arguments)
                : List.of();
    }

    static List<Path> files(String[] arguments) {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (takesValue(arguments[i])) {
                i++;
            } else if (!arguments[i].startsWith("-") && !arguments[i].isBlank()) {
                try {
                    files.add(Path.of(arguments[i]).toAbsolutePath().normalize());
                } catch (InvalidPathException problem) {
                    ILog.of(StartArguments.class).warn("This is no file: " + arguments[i], problem);
                }
            }
        }
        return files;
    }

    /** Options of the platform that reach the application together with their values. */
    private static boolean takesValue(String argument) {
        return switch (argument) {
            case "-product", "-application", "-perspective", "-showlocation", "-name", "-launcher", "-startup" -> true;
            default -> false;
        };
    }
}
