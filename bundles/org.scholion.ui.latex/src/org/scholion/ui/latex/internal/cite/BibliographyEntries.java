package org.scholion.ui.latex.internal.cite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;
import org.scholion.bibtex.BibtexEditor;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexParser;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.PaperChecks;
import org.scholion.jobs.PaperLibraries;
import org.scholion.jobs.ScholionJob;
import org.scholion.library.Reference;
import org.scholion.library.edit.ReferenceEntries;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure.Inclusion;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdit;
import org.scholion.ui.latex.internal.Messages;

/** Adds entries to the bibliography file of a paper, in the way in which that file is written. */
public final class BibliographyEntries {

    private static final ServiceCaller<PaperChecks> CHECKS = new ServiceCaller<>(BibliographyEntries.class, PaperChecks.class);
    private static final ServiceCaller<PaperLibraries> LIBRARIES =
            new ServiceCaller<>(BibliographyEntries.class, PaperLibraries.class);

    private BibliographyEntries() {}

    /**
     * Adds what is missing to the first bibliography file of a paper, in the background. The file is saved, unless an editor has changes
     * of it that the author did not save; in an editor the change can be undone.
     *
     * @return what the author has to know; empty when nothing was missing
     */
    public static String add(Manuscript manuscript, List<Reference> references) {
        if (references.isEmpty()) {
            return "";
        }
        List<String> keys = references.stream().map(Reference::key).toList();
        Optional<Path> file = file(manuscript);
        if (file.isEmpty()) {
            return NLS.bind(Messages.entries_noFile, String.join(", ", keys));
        }
        new AddJob(file.get(), references).schedule();
        return NLS.bind(Messages.entries_added, String.join(", ", keys), file.get().getFileName());
    }

    private static Optional<Path> file(Manuscript manuscript) {
        return manuscript.structure().bibliographyFiles().stream()
                .map(Inclusion::file)
                .flatMap(Optional::stream)
                .map(SourceUnit::path)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static final class AddJob extends ScholionJob {

        private final Path file;
        private final List<Reference> references;

        AddJob(Path file, List<Reference> references) {
            super(NLS.bind(Messages.entries_job, file.getFileName()), JobFamily.WRITE, Job.SHORT);
            this.file = file;
            this.references = List.copyOf(references);
        }

        @Override
        protected void work(SubMonitor progress, CancelToken cancel) throws CoreException, CancelledException, BadLocationException {
            ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
            IPath place = IPath.fromPath(file);
            IPath inWorkspace = FileBuffers.normalizeLocation(place);
            progress.setWorkRemaining(references.size() + 2);
            if (!inWorkspace.equals(place)) {
                buffers.connect(inWorkspace, LocationKind.IFILE, progress.split(1));
                try {
                    write(buffers.getTextFileBuffer(inWorkspace, LocationKind.IFILE), progress, cancel);
                } finally {
                    buffers.disconnect(inWorkspace, LocationKind.IFILE, null);
                }
            } else {
                IFileStore store = EFS.getLocalFileSystem().fromLocalFile(file.toFile());
                buffers.connectFileStore(store, progress.split(1));
                try {
                    write(buffers.getFileStoreTextFileBuffer(store), progress, cancel);
                } finally {
                    buffers.disconnectFileStore(store, null);
                }
            }
            LIBRARIES.call(PaperLibraries::refresh);
            CHECKS.call(PaperChecks::recheck);
        }

        private void write(ITextFileBuffer buffer, SubMonitor progress, CancelToken cancel)
                throws CoreException, CancelledException, BadLocationException {
            boolean saved = !buffer.isDirty();
            for (Reference reference : references) {
                add(buffer.getDocument(), reference, cancel);
                progress.worked(1);
            }
            if (saved) {
                buffer.commit(progress.split(1), false);
            }
        }

        /** Again when the author changed the text meanwhile. */
        private static void add(IDocument document, Reference reference, CancelToken cancel)
                throws CancelledException, BadLocationException {
            boolean done = false;
            while (!done) {
                cancel.check();
                String text = document.get();
                BibtexFile bibliography = BibtexParser.parse(text);
                if (bibliography.entry(reference.key()).isPresent()) {
                    return;
                }
                BibtexEditor editor = new BibtexEditor(bibliography);
                TextEdit edit = editor.add(ReferenceEntries.of(reference, editor.habits()));
                done = replace(document, text, edit);
            }
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
}
