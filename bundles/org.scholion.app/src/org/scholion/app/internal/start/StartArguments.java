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
            // options that are left for the application have a value: those without one are taken by the launcher
            boolean option = arguments[i].startsWith("-");
            boolean value = i > 0 && arguments[i - 1].startsWith("-");
            if (!option && !value && !arguments[i].isBlank()) {
                try {
                    files.add(Path.of(arguments[i]).toAbsolutePath().normalize());
                } catch (InvalidPathException problem) {
                    ILog.of(StartArguments.class).warn("This is no file: " + arguments[i], problem);
                }
            }
        }
        return files;
    }
}
