package org.scholion.library.internal.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.ReferenceFiles;
import org.scholion.text.CancelToken;

/** Reads texts as if they were files. */
public final class SourceFile {

    private SourceFile() {}

    public static ReadReferences read(Path folder, String name, String text) throws Exception {
        return ReferenceFiles.read(Files.writeString(folder.resolve(name), text), CancelToken.NEVER);
    }

    /** The one reference of a text that has no problems. */
    public static Reference only(Path folder, String name, String text) throws Exception {
        ReadReferences read = read(folder, name, text);
        if (read.references().size() != 1 || !read.problems().isEmpty()) {
            throw new AssertionError(read);
        }
        return read.references().getFirst();
    }

    /** The problems as {@code line: message}. */
    public static List<String> problems(ReadReferences read) {
        return read.problems().stream().map(problem -> problem.line() + ": " + problem.message()).toList();
    }
}
