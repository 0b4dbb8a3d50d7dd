package org.scholion.ui.draft;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.text.IDocument;
import org.scholion.text.TextRange;

/** Knows how a text is written into papers of one format. An OSGi service; used in the thread of the user interface. */
public interface DraftWriter {

    /** Whether it is for files of that name. */
    boolean writes(Path file);

    /**
     * Sentences as one text, as an editor has it.
     *
     * @param sentences in the notation of the format, in order, at least one
     * @param points whether each stands for itself, as in a list
     */
    String text(List<String> sentences, boolean points);

    /**
     * Whether a text may stand in the place of another.
     *
     * @param document what the editor shows
     * @param place what would be replaced; empty for an insertion
     */
    boolean allows(IDocument document, TextRange place, String text);
}
