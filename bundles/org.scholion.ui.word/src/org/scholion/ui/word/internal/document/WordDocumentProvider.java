package org.scholion.ui.word.internal.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.texteditor.AbstractDocumentProvider;
import org.scholion.jobs.Cancellation;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.rendition.Picture;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.ui.word.internal.Messages;
import org.scholion.ui.word.internal.WordSettings;

/** Opens, saves and refreshes the documents of one editor. Used in the thread of the user interface. */
public final class WordDocumentProvider extends AbstractDocumentProvider {

    private static final String BUNDLE = "org.scholion.ui.word";

    /** An open file, its text and its marks. */
    private final class WordElement extends ElementInfo {
        private final OpenWordFile file;
        private boolean refreshing;
        /** A state of the file that could not be read: looked at again when it is another one. */
        private Optional<FileState> unreadable = Optional.empty();

        WordElement(OpenWordFile.Opened opened) {
            super(opened.document(), new AnnotationModel());
            file = opened.file();
        }

        WordDocument document() {
            return (WordDocument) fDocument;
        }
    }

    private static Path path(@Nullable Object element) throws CoreException {
        Optional<Path> file = element instanceof IEditorInput input ? Services.file(input) : Optional.empty();
        return file.orElseThrow(() -> error(NLS.bind(Messages.noFile, element)));
    }

    private static CoreException error(String message) {
        return new CoreException(new Status(IStatus.ERROR, BUNDLE, message));
    }

    /** An error, or a cancellation that nobody is told of. */
    private static CoreException failure(Exception problem) {
        return new CoreException(Cancellation.statusOf(problem, String.valueOf(problem.getMessage())));
    }

    @Override
    protected @Nullable ElementInfo createElementInfo(@Nullable Object element) throws CoreException {
        try {
            Path path = path(element);
            AskedPassword password = new AskedPassword(refused -> PasswordDialog.ask(path, refused));
            return new WordElement(OpenWordFile.open(path, password, CancelToken.NEVER));
        } catch (ManuscriptException | CancelledException e) {
            throw failure(e);
        }
    }

    @Override
    protected void disposeElementInfo(@Nullable Object element, @Nullable ElementInfo info) {
        if (info instanceof WordElement word) {
            word.file.close();
        }
        super.disposeElementInfo(element, info);
    }

    /** A document and its marks come with the file, in {@link #createElementInfo}. */
    @Override
    protected @Nullable IDocument createDocument(@Nullable Object element) {
        return getDocument(element);
    }

    @Override
    protected @Nullable IAnnotationModel createAnnotationModel(@Nullable Object element) {
        return getAnnotationModel(element);
    }

    @Override
    protected @Nullable IRunnableContext getOperationRunner(@Nullable IProgressMonitor monitor) {
        return null;
    }

    private Optional<WordElement> word(@Nullable Object element) {
        return getElementInfo(element) instanceof WordElement word ? Optional.of(word) : Optional.empty();
    }

    /** Reads the pictures of an input that is open, as they were when the document was read last. */
    public Optional<PictureSource> pictures(IEditorInput input) {
        return word(input).map(info -> info.file.pictures());
    }

    /** Reads pictures of one document, from any thread. */
    @FunctionalInterface
    public interface PictureSource {
        byte[] read(Picture picture, CancelToken cancel) throws IOException, ManuscriptException, CancelledException;
    }

    // ---- saving ----------------------------------------------------------------------------------------------------------------

    @Override
    protected void doSaveDocument(
            @Nullable IProgressMonitor monitor, @Nullable Object element, @Nullable IDocument document, boolean overwrite)
            throws CoreException {
        WordElement word = word(element).orElseThrow(() -> error(NLS.bind(Messages.noFile, element)));
        if (!overwrite && !word.file.isSynchronized()) {
            throw error(NLS.bind(Messages.changedOutside, word.file.file()));
        }
        try {
            Path written = word.file.save(word.document(), WordSettings.mode(), Cancellation.tokenOf(SubMonitor.convert(monitor)));
            if (!written.equals(word.file.file())) {
                throw error(NLS.bind(Messages.savedBeside, word.file.file().getFileName(), written));
            }
        } catch (ManuscriptException | CancelledException e) {
            throw failure(e);
        }
    }

    @Override
    public boolean isReadOnly(@Nullable Object element) {
        return word(element).map(info -> !Files.isWritable(info.file.file())).orElse(true);
    }

    @Override
    public boolean isModifiable(@Nullable Object element) {
        return !isReadOnly(element);
    }

    @Override
    public boolean isStateValidated(@Nullable Object element) {
        return true;
    }

    @Override
    public boolean isDeleted(@Nullable Object element) {
        return word(element).map(info -> !Files.exists(info.file.file())).orElse(true);
    }

    // ---- what others write -------------------------------------------------------------------------------------------------------

    @Override
    public long getModificationStamp(@Nullable Object element) {
        return word(element).map(info -> info.file.modified()).orElse(0L);
    }

    @Override
    public long getSynchronizationStamp(@Nullable Object element) {
        return word(element).map(info -> info.file.isSynchronized() ? info.file.modified() : -1).orElse(0L);
    }

    @Override
    public boolean isSynchronized(@Nullable Object element) {
        return word(element).map(info -> info.file.isSynchronized()).orElse(true);
    }

    @Override
    protected void doSynchronize(@Nullable Object element, @Nullable IProgressMonitor monitor) throws CoreException {
        doResetDocument(element, monitor);
    }

    @Override
    protected void doResetDocument(@Nullable Object element, @Nullable IProgressMonitor monitor) throws CoreException {
        Optional<WordElement> word = word(element);
        if (word.isPresent()) {
            try {
                OpenWordFile.Read read = word.get().file.read(Cancellation.tokenOf(SubMonitor.convert(monitor)));
                take(element, word.get(), read);
            } catch (ManuscriptException | CancelledException e) {
                throw failure(e);
            }
        }
    }

    /** Reads the file in the background when somebody else wrote it, unless the author has changes of his own that are not saved. */
    public void refresh(IEditorInput input, Display display) {
        Optional<WordElement> word = word(input).filter(info -> !info.refreshing && !info.fCanBeSaved && !info.file.isSynchronized());
        if (word.isEmpty() || !Files.exists(word.get().file.file())) {
            return;
        }
        WordElement info = word.get();
        FileState state = FileState.of(info.file.file());
        if (info.unreadable.filter(state::equals).isPresent()) {
            return;
        }
        info.refreshing = true;
        new ScholionJob(NLS.bind(Messages.job_refresh, info.file.file().getFileName()), JobFamily.LOCATE, Job.SHORT) {
            @Override
            protected void work(SubMonitor progress, CancelToken cancel) throws ManuscriptException, CancelledException {
                try {
                    OpenWordFile.Read read = info.file.read(cancel);
                    display.asyncExec(() -> refreshed(input, info, read));
                } catch (ManuscriptException | CancelledException e) {
                    // Word may be writing it at this moment; then it will be another one
                    display.asyncExec(() -> {
                        info.refreshing = false;
                        info.unreadable = Optional.of(state);
                    });
                }
            }
        }.schedule();
    }

    private void refreshed(IEditorInput input, WordElement info, OpenWordFile.Read read) {
        info.refreshing = false;
        if (getElementInfo(input) == info && !info.fCanBeSaved) {
            take(input, info, read);
        } else {
            read.copy().close();
        }
    }

    private void take(@Nullable Object element, WordElement info, OpenWordFile.Read read) {
        fireElementContentAboutToBeReplaced(element);
        removeUnchangedElementListeners(element, info);
        info.file.renew(read, info.document());
        IDocumentUndoManager undo = DocumentUndoManagerRegistry.getDocumentUndoManager(info.document());
        if (undo != null) {
            undo.reset();
        }
        info.fCanBeSaved = false;
        addUnchangedElementListeners(element, info);
        fireElementContentReplaced(element);
        fireElementDirtyStateChanged(element, false);
    }
}
