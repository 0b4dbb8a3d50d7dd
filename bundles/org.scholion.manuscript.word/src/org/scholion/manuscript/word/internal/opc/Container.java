package org.scholion.manuscript.word.internal.opc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.Passwords;
import org.scholion.manuscript.word.internal.Messages;
import org.scholion.manuscript.word.internal.convert.LibreOffice;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * The package of a document: a file, or what was made of one, which is held in memory. The content of a protected document is never
 * written to a disk. Immutable.
 */
public final class Container {

    private static final String WORD_ENDING = ".docx";
    /** What an OpenDocument text begins with, behind the head of the first entry of the ZIP file. */
    private static final String OPEN_DOCUMENT = "mimetypeapplication/vnd.oasis.opendocument.text";
    private static final int ENTRY_HEAD = 30;

    private final Path file;
    private final byte @Nullable [] content;
    private final @Nullable Encryption encryption;

    private Container(Path file, byte @Nullable [] content, @Nullable Encryption encryption) {
        this.file = file;
        this.content = content;
        this.encryption = encryption;
    }

    /**
     * Opens a file.
     *
     * @param passwords asked when it is protected
     * @throws ManuscriptException when it neither is a package nor becomes one, or nobody knows its password; the message says which
     * @throws CancelledException when nobody waits any more
     */
    public static Container open(Path file, Passwords passwords, CancelToken cancel) throws ManuscriptException, CancelledException {
        try (InputStream in = FileMagic.prepareToCheckMagic(Files.newInputStream(file))) {
            cancel.check();
            return switch (kind(in)) {
                case OOXML -> isOpenDocument(in) ? converted(file, "odt", cancel) : new Container(file, null, null);
                case OLE2 -> decrypted(file, passwords, cancel);
                case RTF -> converted(file, "rtf", cancel);
                default -> throw new ManuscriptException(file, NLS.bind(Messages.notAPackage, file, Messages.noZip));
            };
        } catch (NoSuchFileException e) {
            throw new ManuscriptException(file, NLS.bind(Messages.missingFile, file), e);
        } catch (IOException e) {
            throw new ManuscriptException(file, NLS.bind(Messages.unreadable, file, WordPackage.firstLine(e)), e);
        }
    }

    private static FileMagic kind(InputStream in) throws IOException {
        try {
            return FileMagic.valueOf(in);
        } catch (IllegalArgumentException e) {
            // an empty file
            return FileMagic.UNKNOWN;
        }
    }

    private static boolean isOpenDocument(InputStream in) throws IOException {
        byte[] head = in.readNBytes(ENTRY_HEAD + OPEN_DOCUMENT.length());
        return new String(head, StandardCharsets.ISO_8859_1).endsWith(OPEN_DOCUMENT);
    }

    private static Container decrypted(Path file, Passwords passwords, CancelToken cancel) throws ManuscriptException, CancelledException {
        Optional<Encryption.Opened> opened = Encryption.open(file, passwords);
        return opened.isPresent()
                ? new Container(file, opened.get().content(), opened.get().encryption())
                : converted(file, "doc", cancel);
    }

    private static Container converted(Path file, String ending, CancelToken cancel) throws ManuscriptException, CancelledException {
        return new Container(file, LibreOffice.toWord(file, ending, cancel), null);
    }

    /** The file that was opened. */
    public Path file() {
        return file;
    }

    /**
     * Where a changed copy goes.
     *
     * @param wanted by the author; empty for the place of the document
     * @return of a document in another format that has no wanted place a name beside it that no file has
     * @throws ManuscriptException when the name would promise another format than that of Word
     */
    public Path target(Optional<Path> wanted) throws ManuscriptException {
        boolean otherFormat = content != null && encryption == null;
        if (!otherFormat) {
            return wanted.map(path -> path.toAbsolutePath().normalize()).orElse(file);
        }
        Path target = wanted.map(path -> path.toAbsolutePath().normalize()).orElseGet(this::freeName);
        if (!target.toString().toLowerCase(Locale.ROOT).endsWith(WORD_ENDING)) {
            throw new ManuscriptException(file, NLS.bind(Messages.outputNotWord, file, target));
        }
        return target;
    }

    private Path freeName() {
        String name = String.valueOf(file.getFileName());
        String stem = name.lastIndexOf('.') < 0 ? name : name.substring(0, name.lastIndexOf('.'));
        Path free = file.resolveSibling(stem + WORD_ENDING);
        for (int i = 2; Files.exists(free); i++) {
            free = file.resolveSibling(stem + " (" + i + ")" + WORD_ENDING);
        }
        return free;
    }

    /**
     * The package as POI sees it, for reading. Parts are unpacked when they are asked for.
     *
     * @throws IOException also when POI would unpack more than any document has
     */
    OPCPackage opc() throws InvalidFormatException, IOException {
        try (ZipFile zip = zip()) {
            Bounds.check(zip);
        }
        return content == null
                ? OPCPackage.open(file.toFile(), PackageAccess.READ)
                : OPCPackage.open(new ZipFileZipEntrySource(zip()));
    }

    /** The package as a ZIP file, for reading. */
    ZipFile zip() throws IOException {
        return content == null
                ? ZipFile.builder().setPath(file).get()
                : ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get();
    }

    /**
     * Writes a copy with some parts changed, protected as the original is. Without a change every byte is copied.
     *
     * @param copy the file to write; replaced when it exists
     * @param parts new contents by the name of the part, such as {@code /word/document.xml}; those that the package has not come last
     */
    public void copyTo(Path copy, Map<String, byte[]> parts) throws IOException {
        byte[] bytes = content;
        Encryption protection = encryption;
        if (parts.isEmpty() && (bytes == null || protection != null)) {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        if (parts.isEmpty() && bytes != null) {
            Files.write(copy, bytes);
            return;
        }
        try (ZipFile in = zip()) {
            if (protection == null) {
                try (SeekableByteChannel out = Files.newByteChannel(
                        copy, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                    PackageWriter.copy(in, out, parts);
                }
            } else {
                SeekableInMemoryByteChannel out = new SeekableInMemoryByteChannel();
                PackageWriter.copy(in, out, parts);
                protection.write(Arrays.copyOf(out.array(), Math.toIntExact(out.size())), copy);
            }
        }
    }
}
