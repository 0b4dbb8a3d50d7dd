package org.scholion.library.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;

/** The bytes of a source, as they are or as text. */
public final class SourceBytes {

    /** A {@code .bib} of 300,000 entries has about 150 MiB. */
    private static final int MAX_MEBIBYTES = 512;

    private static final int HEAD = 4096;
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    /** JabRef and Emacs write the encoding into the first lines. */
    private static final Pattern DECLARED =
            Pattern.compile("%\\s*(?:Encoding:|-\\*-\\s*coding:)\\s*([\\w-]+)", Pattern.CASE_INSENSITIVE);

    private SourceBytes() {}

    /** All bytes of a file. */
    public static byte[] read(Path file) throws LibraryException {
        try {
            if (Files.size(file) > MAX_MEBIBYTES * 1024L * 1024L) {
                throw new LibraryException(NLS.bind(Messages.files_tooLarge, file, MAX_MEBIBYTES));
            }
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new LibraryException(NLS.bind(Messages.files_unreadable, file, failed.getLocalizedMessage()), failed);
        }
    }

    /** The bytes of a file one after the other, for formats that are read piece by piece. */
    public static InputStream open(Path file) throws LibraryException {
        try {
            if (Files.size(file) > MAX_MEBIBYTES * 1024L * 1024L) {
                throw new LibraryException(NLS.bind(Messages.files_tooLarge, file, MAX_MEBIBYTES));
            }
            return Files.newInputStream(file);
        } catch (IOException failed) {
            throw new LibraryException(NLS.bind(Messages.files_unreadable, file, failed.getLocalizedMessage()), failed);
        }
    }

    /** The text of a file: by its byte order mark, as UTF-8 where valid, as it declares, else as the encoding of Windows. */
    public static String text(Path file) throws LibraryException {
        byte[] bytes = read(file);
        if (isBinary(bytes)) {
            throw new LibraryException(NLS.bind(Messages.files_notText, file));
        }
        return decode(bytes);
    }

    /** The first bytes of a file as text, for finding out its format; empty when it cannot be read. */
    public static String head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return decode(in.readNBytes(HEAD));
        } catch (IOException unreadable) {
            return "";
        }
    }

    static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        Optional<Charset> wide = wideWithoutMark(bytes);
        if (wide.isPresent()) {
            return new String(bytes, wide.get());
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, declared(bytes).orElse(FALLBACK));
        }
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(start);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.group(1).toUpperCase(Locale.ROOT);
        return !name.startsWith("UTF") && Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 of mostly Latin letters, in which every second byte is zero; some editors leave the mark out. */
    private static Optional<Charset> wideWithoutMark(byte[] bytes) {
        int length = Math.min(bytes.length, HEAD) & ~1;
        int[] zeros = {0, 0};
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                zeros[i % 2]++;
            }
        }
        int many = length * 2 / 5;
        if (length < 8 || Math.max(zeros[0], zeros[1]) < many || Math.min(zeros[0], zeros[1]) > 0) {
            return Optional.empty();
        }
        return Optional.of(zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    /** Text has no zero bytes but in UTF-16. */
    private static boolean isBinary(byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE) || wideWithoutMark(bytes).isPresent()) {
            return false;
        }
        for (int i = 0; i < Math.min(bytes.length, HEAD); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
