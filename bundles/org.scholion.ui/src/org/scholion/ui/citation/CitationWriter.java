package org.scholion.ui.citation;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.manuscript.Manuscript;

/**
 * Writes citations into the papers of one format. An OSGi service, used in the thread of the user interface. What takes long, such as
 * writing an entry into a bibliography file, is left to jobs.
 */
public interface CitationWriter {

    /** Whether citations can be written into files of that name. */
    boolean writes(Path file);

    /**
     * Cites works at the selection of an editor, in one step that can be undone: in the citation that stands there, or in a new one. Works
     * that the paper's bibliography lacks are added to it.
     *
     * @param manuscript the paper as it was read last
     * @return what the author has to know; empty for nothing
     */
    String insert(ITextEditor editor, Manuscript manuscript, List<CitableWork> works);

    /** A citation of works as text that can be dropped anywhere. */
    String text(Manuscript manuscript, List<CitableWork> works);

    /**
     * The text was dropped: works that the paper's bibliography lacks are added to it.
     *
     * @return what the author has to know; empty for nothing
     */
    String dropped(Manuscript manuscript, List<CitableWork> works);
}
