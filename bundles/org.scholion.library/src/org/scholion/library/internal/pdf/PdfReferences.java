package org.scholion.library.internal.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.internal.ReferenceReader;
import org.scholion.library.internal.SourceBytes;
import org.scholion.library.internal.format.KeyedReferences;
import org.scholion.library.internal.format.Problems;
import org.scholion.library.internal.pdf.PdfFile.LockedException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Reads a PDF file, or all in a folder and the folders in it. */
public final class PdfReferences implements ReferenceReader {

    private static final int MOST_FILES = 20_000;
    private static final int MOST_LOOKED_AT = 500_000;
    /** To find out what a folder is must not take long. */
    private static final int MOST_LOOKED_AT_FIRST = 10_000;

    private static final int DEEPEST = 16;

    @Override
    public boolean reads(Path source) {
        if (Files.isDirectory(source)) {
            try {
                return !files(source, 1, MOST_LOOKED_AT_FIRST, CancelToken.NEVER).isEmpty();
            } catch (IOException | CancelledException unreadable) {
                return false;
            }
        }
        return isPdf(source) || Files.isRegularFile(source) && SourceBytes.head(source).startsWith("%PDF-");
    }

    @Override
    public ReadReferences read(Path source, CancelToken cancel) throws LibraryException, CancelledException {
        KeyedReferences references = new KeyedReferences();
        Problems problems = new Problems(source);
        if (!Files.isDirectory(source)) {
            one(source, references, problems, cancel);
            return new ReadReferences(references.list(), problems.list());
        }
        List<Path> files;
        try {
            files = files(source, MOST_FILES + 1, MOST_LOOKED_AT, cancel);
        } catch (IOException failed) {
            throw new LibraryException(NLS.bind(Messages.pdf_unreadable, source, failed.getLocalizedMessage()), failed);
        }
        if (files.size() > MOST_FILES) {
            problems.add(0, NLS.bind(Messages.pdf_tooMany, MOST_FILES));
        }
        for (Path file : files.subList(0, Math.min(files.size(), MOST_FILES))) {
            cancel.check();
            try {
                one(file, references, problems, cancel);
            } catch (LibraryException broken) {
                problems.add(file, 0, broken.getMessage());
            }
        }
        return new ReadReferences(references.list(), problems.list());
    }

    private static void one(Path file, KeyedReferences references, Problems problems, CancelToken cancel) throws LibraryException, CancelledException {
        try {
            PdfFile.with(file, cancel, document -> {
                new PdfWork(document, file, cancel).addTo(references);
                return true;
            });
        } catch (LockedException locked) {
            problems.add(file, 0, Messages.pdf_encrypted);
            references.add("", new Reference.Builder("?").title(PdfWork.nameOf(file)).file(file));
        }
    }

    private static boolean isPdf(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(".pdf") && !name.toString().startsWith("._");
    }

    /** In the order of their names, so that the same folder gives the same keys; links to folders are not followed. */
    private static List<Path> files(Path folder, int most, int mostLookedAt, CancelToken cancel) throws IOException, CancelledException {
        List<Path> files = new ArrayList<>();
        Deque<Path> open = new ArrayDeque<>(List.of(folder));
        int looked = 0;
        while (!open.isEmpty() && files.size() < most && looked < mostLookedAt) {
            cancel.check();
            Path next = open.removeFirst();
            List<Path> inside = List.of();
            try (Stream<Path> all = Files.list(next)) {
                inside = all.limit(mostLookedAt).sorted().toList();
            } catch (AccessDeniedException | NoSuchFileException closed) {
                if (next.equals(folder)) {
                    throw closed;
                }
            } catch (UncheckedIOException broken) {
                throw new IOException(broken.getCause());
            }
            List<Path> folders = new ArrayList<>();
            for (Path file : inside) {
                looked++;
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    if (file.getNameCount() - folder.getNameCount() < DEEPEST) {
                        folders.add(file);
                    }
                } else if (isPdf(file) && files.size() < most) {
                    files.add(file);
                }
            }
            folders.reversed().forEach(open::addFirst);
        }
        return files;
    }
}
