package org.scholion.manuscript.word.internal.opc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionHeader;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.Passwords;
import org.scholion.manuscript.word.internal.Messages;

/** The protection of a document with a password (MS-OFFCRYPTO 2.3): how it was made, so that it can be made again. */
final class Encryption {

    /** Where a document of Word 97-2003 has its text. */
    private static final String OLD_DOCUMENT = "WordDocument";

    private static final int MOST_TRIES = 3;
    /** What the format allows (MS-OFFCRYPTO 2.3.4.10); more would only keep the machine busy. */
    private static final int MOST_SPINS = 10_000_000;

    private final EncryptionInfo kind;
    private final String password;

    /** The content of a protected document. */
    record Opened(byte[] content, Encryption encryption) {}

    private Encryption(EncryptionInfo kind, String password) {
        this.kind = kind;
        this.password = password;
    }

    /**
     * The content of a protected document.
     *
     * @return empty for a document of Word 97-2003, protected or not
     * @throws ManuscriptException when it is protected in another way or is no document, or nobody knows the password
     */
    static Optional<Opened> open(Path file, Passwords passwords) throws ManuscriptException {
        try (POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true)) {
            if (!system.getRoot().hasEntryCaseInsensitive(EncryptionInfo.ENCRYPTION_INFO_ENTRY)
                    || !system.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
                if (system.getRoot().hasEntryCaseInsensitive(OLD_DOCUMENT)) {
                    return Optional.empty();
                }
                throw new ManuscriptException(file, NLS.bind(Messages.otherProtection, file));
            }
            EncryptionInfo info = new EncryptionInfo(system);
            if (info.getVerifier().getSpinCount() > MOST_SPINS) {
                throw new ManuscriptException(file, NLS.bind(Messages.otherProtection, file));
            }
            Decryptor decryptor = info.getDecryptor();
            String password = ask(file, decryptor, passwords);
            try (InputStream in = decryptor.getDataStream(system)) {
                return Optional.of(new Opened(in.readAllBytes(), new Encryption(info, password)));
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // POI tells what is wrong with a damaged file by unchecked exceptions of many kinds
            throw new ManuscriptException(file, NLS.bind(Messages.notAPackage, file, WordPackage.firstLine(e)), e);
        }
    }

    private static String ask(Path file, Decryptor decryptor, Passwords passwords) throws ManuscriptException, GeneralSecurityException {
        boolean refused = false;
        for (int i = 0; i < MOST_TRIES; i++) {
            Optional<String> given = passwords.passwordOf(file, refused);
            if (given.isEmpty()) {
                break;
            }
            if (decryptor.verifyPassword(given.get())) {
                return given.get();
            }
            refused = true;
        }
        throw new ManuscriptException(file, NLS.bind(refused ? Messages.wrongPassword : Messages.passwordNeeded, file));
    }

    /** Writes a package as a document with the same kind of protection and the same password. */
    void write(byte[] content, Path file) throws IOException {
        EncryptionHeader header = kind.getHeader();
        EncryptionInfo info = new EncryptionInfo(
                kind.getEncryptionMode(), header.getCipherAlgorithm(), header.getHashAlgorithm(), header.getKeySize(), header.getBlockSize(),
                header.getChainingMode());
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            Encryptor encryptor = info.getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream out = encryptor.getDataStream(system)) {
                out.write(content);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                system.writeFilesystem(out);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
