package org.scholion.inference.internal.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** SHA-256 of files. */
public final class Hashes {

    private static final int BUFFER_BYTES = 1 << 18;

    private Hashes() {}

    /**
     * Reads a file.
     *
     * @param progress told how many bytes are read
     * @return 64 lower case hexadecimal digits
     */
    public static String sha256(Path file, LongConsumer progress, CancelToken cancel) throws IOException, CancelledException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        long done = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                cancel.check();
                digest.update(buffer, 0, count);
                done += count;
                progress.accept(done);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A digest that every Java has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
