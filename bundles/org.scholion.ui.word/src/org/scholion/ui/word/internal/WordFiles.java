package org.scholion.ui.word.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Which files are documents of Word. */
public final class WordFiles {

    private static final Set<String> EXTENSIONS = Set.of("docx", "docm", "dotx");

    private WordFiles() {}

    /** By its name. */
    public static boolean isWord(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
