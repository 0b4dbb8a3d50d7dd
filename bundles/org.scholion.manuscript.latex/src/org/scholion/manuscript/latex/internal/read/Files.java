package org.scholion.manuscript.latex.internal.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.latex.internal.tex.TexText;

/** The files of a paper, as its reader asks for them. */
public interface Files {

    /** A file that was found. */
    record Part(SourceUnit unit, TexText text) {
        /** Absolute and normalised. */
        public Path path() {
            return unit.path();
        }
    }

    /**
     * The text of a file.
     *
     * @param name as the paper writes it
     * @param folders where to look, in this order
     * @param extensions what may be missing from the name, {@code .tex} with its point; the empty one for none
     * @param asked where the paper names it, for problems with its content
     * @return empty when there is none, or none that can be read
     */
    Optional<Part> find(String name, List<Path> folders, List<String> extensions, SourceRange asked);

    /** Whether the file that was asked for at this place is there but cannot be read, which has been told. */
    boolean wasRefused(SourceRange asked);
}
