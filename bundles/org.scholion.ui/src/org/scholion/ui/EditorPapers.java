package org.scholion.ui;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.scholion.jobs.OpenFile;
import org.scholion.jobs.Paper;
import org.scholion.text.TextRange;

/** Which file and paper an editor shows. An OSGi service. Works for every text editor on a file that some reader reads. */
public interface EditorPapers {

    /** The file of an editor's input, absolute and normalised; empty when it has none on this machine. */
    Optional<Path> file(IEditorInput input);

    /** The file that a document belongs to; empty when it is no file's document. From any thread. */
    Optional<Path> file(IDocument document);

    /** The open file behind a document, told of every change. From any thread. */
    Optional<OpenFile> openFile(IDocument document);

    /** The paper behind a document, as it was read last. Empty until it was found. From any thread. */
    default Optional<Paper> paper(IDocument document) {
        return openFile(document).flatMap(OpenFile::paper);
    }

    /** The paper behind an editor. */
    default Optional<Paper> paper(IEditorPart editor) {
        return openFile(editor).flatMap(OpenFile::paper);
    }

    /** The open file behind an editor. */
    Optional<OpenFile> openFile(IEditorPart editor);

    /**
     * Opens an editor on a file, or takes the one that is open, and selects a range of its text. In the thread of the user interface.
     *
     * @param range cut where the text is shorter
     * @param activate whether the editor gets the keyboard
     */
    IEditorPart reveal(IWorkbenchPage page, Path file, TextRange range, boolean activate) throws PartInitException;
}
