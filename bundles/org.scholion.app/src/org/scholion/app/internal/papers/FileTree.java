package org.scholion.app.internal.papers;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ITreeContentProvider;

/** The files of the shown folders that a writer works with; what TeX makes by the way is left out. */
final class FileTree implements ITreeContentProvider {

    private static final int MOST = 2000;

    private static final Set<String> ENDINGS = Set.of(
            "tex", "ltx", "latex", "bib", "sty", "cls", "bst", "tikz", "docx", "docm", "dotx", "md", "txt", "csv", "dat", "png", "jpg", "jpeg", "pdf",
            "eps", "svg");

    @Override
    public Object[] getElements(@Nullable Object input) {
        return input instanceof List<?> folders ? folders.toArray() : new Object[0];
    }

    @Override
    public Object[] getChildren(Object parent) {
        return parent instanceof Path folder ? children(folder).toArray() : new Object[0];
    }

    @Override
    public @Nullable Object getParent(Object element) {
        return element instanceof Path path ? path.getParent() : null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof Path path && Files.isDirectory(path);
    }

    static List<Path> children(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, FileTree::isWanted)) {
            for (Path path : all) {
                if (found.size() < MOST) {
                    found.add(path);
                }
            }
        } catch (IOException problem) {
            ILog.of(FileTree.class).warn("The files of " + folder + " cannot be listed.", problem);
        }
        found.sort(Comparator.<Path, Boolean>comparing(path -> !Files.isDirectory(path))
                .thenComparing(path -> path.getFileName().toString(), String.CASE_INSENSITIVE_ORDER));
        return found;
    }

    private static boolean isWanted(Path path) {
        String name = path.getFileName().toString();
        // the second one is what Word keeps beside an open document
        if (name.startsWith(".") || name.startsWith("~$")) {
            return false;
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(ending) && name.indexOf('.') > 0 || Files.isDirectory(path);
    }
}
