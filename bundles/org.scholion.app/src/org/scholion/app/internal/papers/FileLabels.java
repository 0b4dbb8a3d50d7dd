package org.scholion.app.internal.papers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.graphics.Image;
import org.scholion.app.internal.Pictures;

/** Names files by their names and folders with a picture. */
final class FileLabels extends ColumnLabelProvider {

    @Override
    public String getText(@Nullable Object element) {
        if (!(element instanceof Path path)) {
            return "";
        }
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    @Override
    public @Nullable Image getImage(@Nullable Object element) {
        return element instanceof Path path ? Pictures.get(picture(path)) : null;
    }

    @Override
    public @Nullable String getToolTipText(@Nullable Object element) {
        return element == null ? null : element.toString();
    }

    private static String picture(Path path) {
        if (Files.isDirectory(path)) {
            return "folder";
        }
        String name = path.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "tex", "ltx", "latex", "tikz", "docx", "docm", "dotx" -> "paper";
            case "bib" -> "bibliography";
            case "png", "jpg", "jpeg", "pdf", "eps", "svg" -> "picture";
            default -> "file";
        };
    }
}
