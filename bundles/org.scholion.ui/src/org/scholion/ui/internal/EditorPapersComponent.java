package org.scholion.ui.internal;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.jobs.OpenFile;
import org.scholion.jobs.PaperChecks;
import org.scholion.text.TextRange;
import org.scholion.ui.EditorPapers;

/** Finds files by the file buffers of the Platform, and editors by its file system. */
public final class EditorPapersComponent implements EditorPapers {

    private final PaperChecks checks;

    public EditorPapersComponent(PaperChecks checks) {
        this.checks = checks;
    }

    @Override
    public Optional<Path> file(IEditorInput input) {
        IURIEditorInput located = Adapters.adapt(input, IURIEditorInput.class);
        return located == null ? Optional.empty() : local(located.getURI());
    }

    @Override
    public Optional<Path> file(IDocument document) {
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
        return buffer == null ? Optional.empty() : local(buffer.getFileStore().toURI());
    }

    @Override
    public Optional<OpenFile> openFile(IDocument document) {
        return file(document).flatMap(checks::openFile);
    }

    @Override
    public Optional<OpenFile> openFile(IEditorPart editor) {
        return file(editor.getEditorInput()).flatMap(checks::openFile);
    }

    @Override
    public IEditorPart reveal(IWorkbenchPage page, Path file, TextRange range, boolean activate) throws PartInitException {
        IFileStore store = EFS.getLocalFileSystem().fromLocalFile(file.toFile());
        IEditorPart before = page.getActiveEditor();
        IEditorPart part = IDE.openEditorOnFileStore(page, store);
        ITextEditor editor = Adapters.adapt(part, ITextEditor.class);
        if (editor != null) {
            IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
            int length = document == null ? 0 : document.getLength();
            int start = Math.min(range.start(), length);
            editor.selectAndReveal(start, Math.min(range.end(), length) - start);
        }
        if (!activate && before != null && before != part) {
            page.bringToTop(before);
        }
        return part;
    }

    private static Optional<Path> local(URI uri) {
        try {
            File file = EFS.getStore(uri).toLocalFile(EFS.NONE, null);
            return file == null ? Optional.empty() : Optional.of(file.toPath().toAbsolutePath().normalize());
        } catch (CoreException e) {
            // an input of a file system that nobody installed: no file of this machine
            return Optional.empty();
        }
    }
}
