package org.scholion.library.internal.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Opens PDF files. Whatever PDFBox throws at a broken one becomes one message. */
final class PdfFile {

    private static final int MAX_MEBIBYTES = 400;

    static {
        // fonts are wanted for their letters alone: nothing of them is drawn, and those of the machine are not searched
        BuiltInFonts.install();
    }

    /** What somebody wants of a document. */
    @FunctionalInterface
    interface Work<T> {
        T run(PDDocument document) throws IOException, CancelledException;
    }

    /** The document wants a password. */
    static final class LockedException extends Exception {

        private static final long serialVersionUID = 1L;

        LockedException(Throwable cause) {
            super(cause);
        }
    }

    private PdfFile() {}

    static <T> T with(Path file, CancelToken cancel, Work<T> work) throws LibraryException, LockedException, CancelledException {
        try {
            if (Files.size(file) > MAX_MEBIBYTES * 1024L * 1024L) {
                throw new LibraryException(NLS.bind(Messages.pdf_tooLarge, file, MAX_MEBIBYTES));
            }
        } catch (IOException failed) {
            throw new LibraryException(NLS.bind(Messages.pdf_unreadable, file, failed.getLocalizedMessage()), failed);
        }
        cancel.check();
        try (RandomAccessReadBufferedFile bytes = new RandomAccessReadBufferedFile(file);
                PDDocument document = Loader.loadPDF(bytes, IOUtils.createTempFileOnlyStreamCache())) {
            return work.run(document);
        } catch (InvalidPasswordException locked) {
            throw new LockedException(locked);
        } catch (Stop stopped) {
            cancel.check();
            throw broken(file, stopped);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            // the last of these for lengths in a broken file that no machine has the memory for; what was taken for it is free again here
            throw broken(file, broken);
        }
    }

    private static LibraryException broken(Path file, Throwable cause) {
        String message = cause.getMessage();
        String reason = message == null ? cause.getClass().getSimpleName() : message.lines().findFirst().orElse("");
        return new LibraryException(NLS.bind(Messages.pdf_broken, file, reason), cause);
    }

    /** Ends the work of PDFBox from inside. */
    static final class Stop extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stop() {
            super("stopped", null, false, false);
        }
    }
}
