package org.scholion.ui.citation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.PlatformUI;
import org.scholion.bibtex.BibtexEditor;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexParser;
import org.scholion.jobs.PaperChecks;
import org.scholion.jobs.PaperLibraries;
import org.scholion.library.Reference;
import org.scholion.library.edit.ReferenceEntries;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdit;

/** Adds entries to a bibliography file, in the way in which that file is written. */
public final class BibliographyFiles {

    private static final ServiceCaller<PaperChecks> CHECKS = new ServiceCaller<>(BibliographyFiles.class, PaperChecks.class);
    private static final ServiceCaller<PaperLibraries> LIBRARIES =
            new ServiceCaller<>(BibliographyFiles.class, PaperLibraries.class);

    private BibliographyFiles() {}

    /**
     * Adds what is missing, from the thread of a job. The file is saved, unless an editor has changes of it that the author did
     * not save; in
     * an editor the change can be undone. The index of the file and the papers that are open follow soon.
     *
     * @param file which exists
     * @param references an entry each, under its key; what the file has under that key stays as it is
     * @return those that were added
     */
    public static List<Reference> add(Path file, List<Reference> references, SubMonitor progress, CancelToken cancel)
            throws CoreException, CancelledException, BadLocationException {
        ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
        IPath place = IPath.fromPath(file);
        IPath inWorkspace = FileBuffers.normalizeLocation(place);
        List<Reference> added;
        progress.setWorkRemaining(references.size() + 2);
        if (!inWorkspace.equals(place)) {
            buffers.connect(inWorkspace, LocationKind.IFILE, progress.split(1));
            try {
                added = write(buffers.getTextFileBuffer(inWorkspace, LocationKind.IFILE), references, progress, cancel);
            } finally {
                buffers.disconnect(inWorkspace, LocationKind.IFILE, null);
            }
        } else {
            IFileStore store = EFS.getLocalFileSystem().fromLocalFile(file.toFile());
            buffers.connectFileStore(store, progress.split(1));
            try {
                added = write(buffers.getFileStoreTextFileBuffer(store), references, progress, cancel);
            } finally {
                buffers.disconnectFileStore(store, null);
            }
        }
        LIBRARIES.call(PaperLibraries::refresh);
        CHECKS.call(PaperChecks::recheck);
        return added;
    }

    private static List<Reference> write(
            ITextFileBuffer buffer, List<Reference> references, SubMonitor progress, CancelToken cancel)
            throws CoreException, CancelledException, BadLocationException {
        boolean saved = !buffer.isDirty();
        List<Reference> added = new ArrayList<>();
        for (Reference reference : references) {
            if (add(buffer.getDocument(), reference, cancel)) {
                added.add(reference);
            }
            progress.worked(1);
        }
        if (saved && !added.isEmpty()) {
            buffer.commit(progress.split(1), false);
        }
        return added;
    }

    /** Again when the author changed the text meanwhile. */
    private static boolean add(IDocument document, Reference reference, CancelToken cancel)
            throws CancelledException, BadLocationException {
        boolean done = false;
        while (!done) {
            cancel.check();
            String text = document.get();
            BibtexFile bibliography = BibtexParser.parse(text);
            if (bibliography.entry(reference.key()).isPresent()) {
                return false;
            }
            BibtexEditor editor = new BibtexEditor(bibliography);
            TextEdit edit = editor.add(ReferenceEntries.of(reference, editor.habits()));
            done = replace(document, text, edit);
        }
        return true;
    }

    /** Editors that show the document want it to be changed in the thread of the user interface. */
    private static boolean replace(IDocument document, String text, TextEdit edit) throws BadLocationException {
        return PlatformUI.getWorkbench().getDisplay().syncCall(() -> {
            if (!document.get().equals(text)) {
                return false;
            }
            document.replace(edit.range().start(), edit.range().length(), edit.replacement());
            return true;
        });
    }
}
