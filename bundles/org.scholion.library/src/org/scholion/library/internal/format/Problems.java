package org.scholion.library.internal.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scholion.library.ReferenceProblem;

/** Collects what could not be read in a source; after many it says only that there are more. Not thread-safe. */
public final class Problems {

    private static final int MOST = 1000;

    private final Path source;
    private final List<ReferenceProblem> problems = new ArrayList<>();

    public Problems(Path source) {
        this.source = source;
    }

    /** @param line 1-based; 0 where there are no lines */
    public void add(int line, String message) {
        add(source, line, message);
    }

    /** A problem of another file that belongs to the source. */
    public void add(Path file, int line, String message) {
        if (problems.size() < MOST) {
            problems.add(new ReferenceProblem(file, line, message));
        } else if (problems.size() == MOST) {
            problems.add(new ReferenceProblem(file, line, Messages.problems_more));
        }
    }

    public List<ReferenceProblem> list() {
        return List.copyOf(problems);
    }
}
