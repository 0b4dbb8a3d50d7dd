package org.scholion.manuscript.word.internal.opc;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.word.internal.Messages;

/** How much of a package is unpacked into memory. Used for one package; not thread-safe. */
final class Bounds {

    /** A document of 10,000 pages has 60 MB of text and tags in its main part. */
    private static final int MOST_BYTES_OF_PART = 160 << 20;

    private static final int MOST_BYTES_OF_ALL = 320 << 20;
    /** Of what says which parts there are; POI makes a tree of it. */
    private static final int MOST_BYTES_OF_DIRECTORY = 16 << 20;

    private static final int MOST_PARTS = 50_000;
    /** The text of Word packs to a hundredth; what packs to less than this was made to fill the memory. */
    private static final double LEAST_INFLATION = 0.002;

    private static final int BUFFER = 1 << 16;

    static {
        // one more, so that ours is the message
        ZipSecureFile.setMaxEntrySize(MOST_BYTES_OF_PART + 1L);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
        ZipSecureFile.setMinInflateRatio(LEAST_INFLATION);
    }

    private int left = MOST_BYTES_OF_ALL;

    /**
     * Looks at what POI reads into memory when it opens a package.
     *
     * @throws IOException when it is more than any document has; the message says of what
     */
    static void check(ZipFile zip) throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > MOST_PARTS) {
            throw new IOException(NLS.bind(Messages.tooManyParts, MOST_PARTS));
        }
        int bytes = MOST_BYTES_OF_DIRECTORY;
        for (ZipArchiveEntry entry : entries) {
            if (isDirectory(entry.getName().toLowerCase(Locale.ROOT)) && zip.canReadEntryData(entry)) {
                try (InputStream in = zip.getInputStream(entry)) {
                    bytes -= length(in, bytes);
                }
                if (bytes <= 0) {
                    throw tooLarge(entry.getName(), MOST_BYTES_OF_DIRECTORY);
                }
            }
        }
    }

    private static boolean isDirectory(String name) {
        return name.endsWith(".rels") || name.endsWith("[content_types].xml") || name.contains("docprops/");
    }

    /** How long a stream is; {@code most} where it is longer. */
    private static int length(InputStream in, int most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int length = 0;
        for (int read = in.read(buffer); read >= 0 && length < most; read = in.read(buffer)) {
            length += read;
        }
        return Math.min(length, most);
    }

    /**
     * Reads a part.
     *
     * @throws IOException also when it, or all that was read with it, is more than any document has
     */
    byte[] read(PackagePart part) throws IOException {
        int most = Math.min(MOST_BYTES_OF_PART, left);
        try (InputStream in = part.getInputStream()) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge(part.getPartName().getName(), most);
            }
            left -= bytes.length;
            return bytes;
        }
    }

    private static IOException tooLarge(String name, int most) {
        return new IOException(NLS.bind(Messages.tooLarge, name, most >> 20));
    }
}
