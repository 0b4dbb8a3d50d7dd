package org.scholion.ui.word.internal.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.Passwords;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.rendition.Rendition;
import org.scholion.manuscript.rendition.RenditionReader;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.ui.word.internal.Messages;
import org.scholion.ui.word.internal.document.WordDocumentProvider.PictureSource;

/** A Word document on disk and in the editor. Used in the thread of the user interface, but for {@link #read}. */
final class OpenWordFile {

    private final Path file;
    private final RenditionReader reader;
    private final Passwords passwords;
    private OriginalCopy original;
    private FileState state;

    /** The state of a file, and its text then. */
    record Read(OriginalCopy copy, FileState state, Rendition rendition) {}

    private OpenWordFile(Path file, RenditionReader reader, Passwords passwords, Read read) {
        this.file = file;
        this.reader = reader;
        this.passwords = passwords;
        original = read.copy();
        state = read.state();
    }

    /**
     * Opens a file.
     *
     * @param passwords asked when it is protected, then and whenever it is read or written again
     */
    static Opened open(Path file, Passwords passwords, CancelToken cancel) throws ManuscriptException, CancelledException {
        RenditionReader reader = Services.reader(file)
                .orElseThrow(() -> new ManuscriptException(file, NLS.bind(Messages.noReader, file.getFileName())));
        Read read = read(file, reader, passwords, cancel);
        return new Opened(new OpenWordFile(file, reader, passwords, read), new WordDocument(read.rendition()));
    }

    /** An open file with its text. */
    record Opened(OpenWordFile file, WordDocument document) {}

    private static Read read(Path file, RenditionReader reader, Passwords passwords, CancelToken cancel)
            throws ManuscriptException, CancelledException {
        FileState state = FileState.of(file);
        try {
            OriginalCopy copy = OriginalCopy.of(file);
            try {
                return new Read(copy, state, reader.read(copy.file(), file, passwords, cancel));
            } catch (ManuscriptException e) {
                copy.close();
                // the author knows the file, not its copy
                throw new ManuscriptException(
                        file, String.valueOf(e.getMessage()).replace(copy.file().toString(), file.toString()), e);
            }
        } catch (IOException e) {
            throw new ManuscriptException(file, NLS.bind(Messages.unreadable, file, e.getMessage()), e);
        }
    }

    Path file() {
        return file;
    }

    /** Reads the pictures of the file as it was when it was read last. */
    PictureSource pictures() {
        Path source = original.file();
        return (picture, cancel) -> reader.picture(source, picture, passwords, cancel);
    }

    /** Whether the file is as it was when it was read or saved last. */
    boolean isSynchronized() {
        return state.equals(FileState.of(file));
    }

    long modified() {
        return FileState.of(file).modified();
    }

    /** Reads the file as it is now. Waits for the disk: not in the thread of the user interface for files that may be large. */
    Read read(CancelToken cancel) throws ManuscriptException, CancelledException {
        return read(file, reader, passwords, cancel);
    }

    /** Takes over what was read, for the editor as well. */
    void renew(Read read, WordDocument document) {
        original.close();
        original = read.copy();
        state = read.state();
        document.renew(read.rendition());
    }

    /**
     * Writes the file with all changes since it was read.
     *
     * @return where it was written: the file, or one beside it when Word holds the file
     */
    Path save(WordDocument document, Mode mode, CancelToken cancel) throws ManuscriptException, CancelledException {
        ManuscriptWriter writer = Services.writer(document.rendition().manuscript().format())
                .orElseThrow(() -> new ManuscriptException(file, NLS.bind(Messages.noWriter, file.getFileName())));
        List<SourceEdit> edits;
        try {
            edits = document.edits();
        } catch (BadLocationException e) {
            throw new IllegalStateException("a line that is not in the text", e);
        }
        Path written = writer.write(document.rendition().manuscript(), edits, Optional.of(file), mode, passwords, cancel).getFirst();
        if (written.equals(file)) {
            state = FileState.of(file);
        }
        return written;
    }

    void close() {
        original.close();
    }
}
