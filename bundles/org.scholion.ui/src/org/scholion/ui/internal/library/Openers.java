package org.scholion.ui.internal.library;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** Knows how viewers of PDF files are told the page. */
@NonNullByDefault
final class Openers {

    private static final String PATHS = "PATH";

    /** The option by the beginning of the name of the viewer's desktop file or program. */
    private static final Map<String, String> PAGE_OPTIONS = Map.of(
            "org.gnome.evince", "--page-index=",
            "evince", "--page-index=",
            "org.gnome.papers", "--page-index=",
            "atril", "--page-index=",
            "xreader", "--page-index=",
            "okular", "--page=",
            "org.kde.okular", "--page=",
            "zathura", "--page=",
            "org.pwmt.zathura", "--page=");

    private Openers() {}

    /**
     * The command that opens a document at a page with the viewer that the user prefers.
     *
     * @param viewer the name of the desktop file of the preferred viewer, such as {@code org.gnome.Evince.desktop}
     * @param page 1-based
     * @param environment in which programs are looked for
     * @return empty where the viewer cannot be told a page
     */
    static Optional<List<String>> command(String viewer, Path file, OptionalInt page, Map<String, String> environment) {
        String name = viewer.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.desktop$", "");
        String option = PAGE_OPTIONS.get(name);
        if (option == null || page.isEmpty()) {
            return Optional.empty();
        }
        String program = name.substring(name.lastIndexOf('.') + 1);
        return program(program, environment).map(path -> List.of(path, option + page.getAsInt(), file.toString()));
    }

    private static Optional<String> program(String name, Map<String, String> environment) {
        return Stream.of(environment.getOrDefault(PATHS, "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .map(File::getPath)
                .findFirst();
    }
}
