package org.scholion.manuscript.word.internal.convert;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.ExternalProgram;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.word.internal.Messages;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Turns documents into Word documents with LibreOffice: without a window, with a profile of its own that runs no macros and follows no
 * links, and on a copy. Remembers the last results for as long as there is memory. Thread-safe.
 */
public final class LibreOffice {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MOST_REMEMBERED = 4;
    private static final LinkedHashMap<Key, SoftReference<byte[]>> DONE = new LinkedHashMap<>();

    private LibreOffice() {}

    /** A state of a file. */
    private record Key(Path file, FileTime time, long size) {}

    /**
     * The Word document that a file becomes.
     *
     * @param ending of the format that the content has, such as {@code odt}, whatever the file is called
     * @throws ManuscriptException when LibreOffice is not there or does not understand the file; the message says which
     */
    public static byte[] toWord(Path file, String ending, CancelToken cancel) throws ManuscriptException, CancelledException {
        Path program = ExternalProgram.LIBRE_OFFICE.find()
                .orElseThrow(() -> new ManuscriptException(file, NLS.bind(Messages.needsLibreOffice, file, ending)));
        try {
            Key key = new Key(file, Files.getLastModifiedTime(file), Files.size(file));
            Optional<byte[]> known = remembered(key);
            if (known.isPresent()) {
                return known.get();
            }
            byte[] converted = convert(program, file, ending, cancel);
            remember(key, converted);
            return converted;
        } catch (IOException e) {
            throw new ManuscriptException(file, NLS.bind(Messages.notConverted, file, e.getMessage()), e);
        } catch (TimeoutException e) {
            throw new ManuscriptException(file, NLS.bind(Messages.conversionTooSlow, file, PATIENCE.toSeconds()), e);
        }
    }

    private static Optional<byte[]> remembered(Key key) {
        synchronized (DONE) {
            return Optional.ofNullable(DONE.get(key)).map(SoftReference::get);
        }
    }

    private static void remember(Key key, byte[] converted) {
        synchronized (DONE) {
            if (DONE.size() >= MOST_REMEMBERED) {
                DONE.pollFirstEntry();
            }
            DONE.put(key, new SoftReference<>(converted));
        }
    }

    private static byte[] convert(Path program, Path file, String ending, CancelToken cancel)
            throws IOException, TimeoutException, ManuscriptException, CancelledException {
        Path work = Files.createTempDirectory("scholion-");
        try {
            Path copy = Files.copy(file, work.resolve("document." + ending));
            Path profile = profile(work);
            Path result = Files.createDirectory(work.resolve("result"));
            List<String> command = List.of(
                    program.toString(), "-env:UserInstallation=" + profile.toUri(), "--headless", "--norestore", "--nolockcheck",
                    "--nodefault", "--nologo", "--convert-to", "docx:MS Word 2007 XML", "--outdir", result.toString(), copy.toString());
            ExternalProgram.Result said = ExternalProgram.run(command, work, work, PATIENCE, cancel);
            Path converted = result.resolve("document.docx");
            if (said.code() != 0 || !Files.exists(converted)) {
                String reason = said.output().lines().filter(line -> line.startsWith("Error")).findFirst().orElse(said.output());
                throw new ManuscriptException(file, NLS.bind(Messages.notConverted, file, reason));
            }
            return Files.readAllBytes(converted);
        } finally {
            delete(work);
        }
    }

    /** The settings of a user who runs no macros and fetches nothing. */
    private static Path profile(Path work) throws IOException {
        Path profile = work.resolve("profile");
        Path user = Files.createDirectories(profile.resolve("user"));
        try (InputStream settings = LibreOffice.class.getResourceAsStream("registrymodifications.xcu")) {
            if (settings == null) {
                throw new IOException("registrymodifications.xcu");
            }
            Files.copy(settings, user.resolve("registrymodifications.xcu"));
        }
        return profile;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
