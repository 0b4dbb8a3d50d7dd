package org.scholion.manuscript.latex.internal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.OpenTexts.OpenText;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.latex.internal.tex.TexText;
import org.scholion.text.Revision;

/** Files that were read, kept until they change. Thread-safe. */
final class SourceCache {

    static final int MAX_MEBIBYTES = 64;
    private static final int MAX_FILES = 600;
    private static final long MAX_UNITS = 60_000_000;

    /** A file as text, with what is known of its braces. */
    record Source(SourceText source, TexText tex, Optional<Charset> declared, boolean guessed) {}

    /** A file that cannot be read as text. */
    enum Refusal {
        NOT_TEXT,
        TOO_LARGE
    }

    /** Either a source or why there is none. */
    record Found(@Nullable Source source, @Nullable Refusal refusal) {}

    private record Entry(FileTime modified, long size, Optional<Object> fileKey, Optional<Charset> wanted, Found found) {
        boolean isStill(BasicFileAttributes attributes) {
            return size == attributes.size() && modified.equals(attributes.lastModifiedTime())
                    && fileKey.equals(Optional.ofNullable(attributes.fileKey()));
        }
    }

    private final Map<Path, Entry> files = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Path, Source> texts = new LinkedHashMap<>(16, 0.75f, true);
    private long units;

    /**
     * The text of a file, from its editor or from disk.
     *
     * @param declared the encoding that the paper declares
     * @return empty when there is no such file
     */
    Optional<Found> find(Path path, OpenTexts openTexts, Optional<Charset> declared) throws IOException {
        Optional<OpenText> open = openTexts.openText(path);
        if (open.isPresent()) {
            return Optional.of(new Found(ofEditor(path, open.get(), declared), null));
        }
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException e) {
            return Optional.empty();
        }
        if (!attributes.isRegularFile()) {
            return Optional.empty();
        }
        synchronized (this) {
            @Nullable Entry known = files.get(path);
            if (known != null && known.isStill(attributes) && known.wanted().equals(declared)) {
                return Optional.of(known.found());
            }
        }
        Found found = load(path, attributes.size(), declared);
        remember(path, new Entry(
                attributes.lastModifiedTime(), attributes.size(), Optional.ofNullable(attributes.fileKey()), declared, found));
        return Optional.of(found);
    }

    private static Found load(Path path, long size, Optional<Charset> declared) throws IOException {
        if (size > MAX_MEBIBYTES * 1024L * 1024L) {
            return new Found(null, Refusal.TOO_LARGE);
        }
        byte[] bytes = Files.readAllBytes(path);
        if (Decoded.isBinary(bytes)) {
            return new Found(null, Refusal.NOT_TEXT);
        }
        Optional<Charset> own = Decoded.declared(bytes);
        Decoded decoded = Decoded.of(bytes, own.isPresent() ? own : declared);
        SourceUnit unit = new SourceUnit.TextFile(path);
        SourceText source = new SourceText(unit, decoded.text(), decoded.charset(), decoded.byteOrderMark(), Revision.DISK);
        return new Found(new Source(source, new TexText(decoded.text(), unit), own, decoded.guessed()), null);
    }

    private synchronized void remember(Path path, Entry entry) {
        @Nullable Entry before = files.put(path, entry);
        units += size(entry) - (before == null ? 0 : size(before));
        var eldest = files.entrySet().iterator();
        while (files.size() > MAX_FILES || units > MAX_UNITS && files.size() > 1) {
            units -= size(eldest.next().getValue());
            eldest.remove();
        }
    }

    private static long size(Entry entry) {
        Source source = entry.found().source();
        return source == null ? 0 : source.source().text().length();
    }

    private synchronized Source ofEditor(Path path, OpenText open, Optional<Charset> declared) throws IOException {
        @Nullable Source known = texts.get(path);
        if (known != null && known.source().revision().equals(open.revision()) && known.source().text().equals(open.text())) {
            return known;
        }
        // The encoding is that of the file on disk, since the editor will write in it.
        Optional<Found> disk = find(path, OpenTexts.NONE, declared);
        @Nullable Source onDisk = disk.isPresent() ? disk.get().source() : null;
        Charset charset = onDisk == null ? StandardCharsets.UTF_8 : onDisk.source().charset();
        boolean mark = onDisk != null && onDisk.source().byteOrderMark();
        SourceUnit unit = new SourceUnit.TextFile(path);
        SourceText source = new SourceText(unit, open.text(), charset, mark, open.revision());
        Source made = new Source(source, new TexText(open.text(), unit), onDisk == null ? Optional.empty() : onDisk.declared(), false);
        texts.put(path, made);
        var eldest = texts.entrySet().iterator();
        while (texts.size() > MAX_FILES) {
            eldest.next();
            eldest.remove();
        }
        return made;
    }
}
