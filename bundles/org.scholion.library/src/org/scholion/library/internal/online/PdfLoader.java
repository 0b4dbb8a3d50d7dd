package org.scholion.library.internal.online;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OpenPdf;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Loads PDFs into a folder: beside first, then under their names, which nobody had before. */
final class PdfLoader {

    private static final int MAX_NAME = 100;
    private static final int MAX_SAME = 1000;

    private final OnlineSettings settings;
    private final Web web;

    PdfLoader(OnlineSettings settings, Web web) {
        this.settings = settings;
        this.web = web;
    }

    Path load(OpenPdf pdf, Path folder, String name, CancelToken cancel) throws LibraryException, CancelledException {
        if (!Files.isDirectory(folder)) {
            throw new LibraryException(NLS.bind(Messages.load_noFolder, folder));
        }
        if (!Web.isSafe(pdf.address(), settings.address(pdf.source()))) {
            throw new LibraryException(NLS.bind(Messages.load_unsafe, pdf.source().title(), pdf.address()));
        }
        Call call = new Call(pdf.source(), pdf.address(), "", Map.of(), "application/pdf", true, Duration.ZERO);
        Path beside = folder.resolve(".scholion-" + UUID.randomUUID() + ".part");
        try {
            Web.Target target = () -> Files.newOutputStream(
                    beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            if (!web.exchange(call, settings, target, Web.Limits.FILE, cancel)) {
                throw new LibraryException(NLS.bind(Messages.load_gone, pdf.address().getHost()));
            }
            if (!isPdf(beside)) {
                throw new LibraryException(NLS.bind(Messages.load_noPdf, pdf.address().getHost()));
            }
            return place(beside, folder, plain(name));
        } catch (IOException e) {
            throw new LibraryException(NLS.bind(Messages.load_failed, e.getMessage()), e);
        } finally {
            delete(beside);
        }
    }

    private static boolean isPdf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(1024), StandardCharsets.ISO_8859_1).contains("%PDF-");
        }
    }

    /** Takes a name that is free, which no other program can take then, and moves the file there. */
    private static Path place(Path beside, Path folder, String name) throws IOException {
        for (int number = 1; number < MAX_SAME; number++) {
            Path file = folder.resolve(name + (number == 1 ? "" : "-" + number) + ".pdf");
            try {
                Files.createFile(file);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
            return Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        throw new FileAlreadyExistsException(name + ".pdf");
    }

    private static void delete(Path file) throws LibraryException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LibraryException(NLS.bind(Messages.load_failed, e.getMessage()), e);
        }
    }

    /** A name that every file system takes. */
    static String plain(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|\\p{Cs}]+", "_").replaceAll("\\s+", " ").replaceAll("^[. ]+|[. ]+$", "");
        int end = plain.codePointCount(0, plain.length()) > MAX_NAME ? plain.offsetByCodePoints(0, MAX_NAME) : plain.length();
        plain = plain.substring(0, end).replaceAll("[. ]+$", "");
        boolean reserved = plain.matches("(?i)(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?");
        return plain.isEmpty() || reserved ? "paper" + plain : plain;
    }
}
