package org.scholion.ui.latex.internal.assist;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.ILog;
import org.scholion.ui.latex.internal.Messages;
import org.scholion.ui.latex.internal.assist.Suggestion.Kind;

/** Offers the files of the paper's folder where a command takes the name of one. */
final class ProjectFiles {

    /** Folders below the paper's that are looked into, and files looked at: a paper in a home directory must not hold up the editor. */
    private static final int DEEPEST = 4;

    private static final int MOST = 5000;

    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "pdf", "eps", "svg");

    private ProjectFiles() {}

    /** Empty for commands that take no file. */
    static List<Suggestion> forCommand(String command, Optional<Path> folder, Optional<Path> file) {
        Optional<Path> from = folder.isPresent() ? folder : file.map(Path::getParent);
        if (from.isEmpty()) {
            return List.of();
        }
        return switch (command) {
            case "input", "include", "subfile", "includeonly" -> files(from.get(), file, Set.of("tex", "ltx", "latex"), true);
            case "includegraphics" -> files(from.get(), file, PICTURES, false);
            case "bibliography" -> files(from.get(), file, Set.of("bib"), true);
            case "addbibresource" -> files(from.get(), file, Set.of("bib"), false);
            case "lstinputlisting", "verbatiminput" -> files(from.get(), file, Set.of(), false);
            default -> List.of();
        };
    }

    private static List<Suggestion> files(Path folder, Optional<Path> except, Set<String> extensions, boolean withoutExtension) {
        List<Suggestion> found = new ArrayList<>();
        for (Path path : walk(folder, except, extensions)) {
            String name = folder.relativize(path).toString().replace('\\', '/');
            String shown = withoutExtension ? name.substring(0, name.lastIndexOf('.')) : name;
            found.add(Suggestion.plain(Kind.FILE, shown, withoutExtension ? path.getFileName().toString() : Messages.completion_file, ""));
        }
        return found;
    }

    private static List<Path> walk(Path folder, Optional<Path> except, Set<String> extensions) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new SimpleFileVisitor<Path>() {
                private int seen;

                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean hidden = !directory.equals(folder) && directory.getFileName().toString().startsWith(".");
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    String name = path.getFileName().toString();
                    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
                    boolean wanted = extensions.isEmpty() || name.indexOf('.') >= 0 && extensions.contains(extension);
                    if (wanted && attributes.isRegularFile() && !Optional.of(path).equals(except)) {
                        found.add(path);
                    }
                    return ++seen < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException problem) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException problem) {
            ILog.of(ProjectFiles.class).warn("The files of " + folder + " cannot be offered.", problem);
        }
        found.sort(null);
        return found;
    }
}
