package org.scholion.manuscript.word.internal.opc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.word.internal.Messages;

/** Copies a package with some of its parts changed. All others are copied as they are packed, in their order, with their times. */
final class PackageWriter {

    private PackageWriter() {}

    /**
     * Writes a copy.
     *
     * @param in the package; stays open
     * @param copy where the new one is written; closed afterwards
     * @param parts new contents by the name of the part, such as {@code /word/document.xml}; those that the package has not come last
     * @throws IOException also when an entry is packed in a way that cannot be copied faithfully
     */
    static void copy(ZipFile in, SeekableByteChannel copy, Map<String, byte[]> parts) throws IOException {
        Map<String, byte[]> left = new LinkedHashMap<>(parts);
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(copy)) {
            List<ZipArchiveEntry> entries = Collections.list(in.getEntriesInPhysicalOrder());
            for (ZipArchiveEntry entry : entries) {
                byte[] changed = left.remove(PartNames.ofEntry(entry.getName()));
                if (changed == null) {
                    refuseUnknownPacking(in, entry);
                    try (InputStream raw = in.getRawInputStream(entry)) {
                        out.addRawArchiveEntry(entry, raw);
                    }
                } else {
                    ZipArchiveEntry renewed = new ZipArchiveEntry(entry.getName());
                    renewed.setTime(entry.getTime());
                    add(out, renewed, changed);
                }
            }
            for (Map.Entry<String, byte[]> added : left.entrySet()) {
                add(out, new ZipArchiveEntry(added.getKey().substring(1)), added.getValue());
            }
        }
    }

    /** A header that is written anew does not say all that one of another kind said, such as that an entry is encrypted. */
    private static void refuseUnknownPacking(ZipFile in, ZipArchiveEntry entry) throws IOException {
        if (!in.canReadEntryData(entry)) {
            throw new IOException(NLS.bind(Messages.unknownPacking, entry.getName()));
        }
    }

    private static void add(ZipArchiveOutputStream out, ZipArchiveEntry entry, byte[] bytes) throws IOException {
        out.putArchiveEntry(entry);
        out.write(bytes);
        out.closeArchiveEntry();
    }
}
