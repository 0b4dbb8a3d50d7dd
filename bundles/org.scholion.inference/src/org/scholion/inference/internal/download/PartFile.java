package org.scholion.inference.internal.download;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;

/** A file that is not whole yet, and what the server called that state of it. */
final class PartFile {

    /** Opens files for writing; replaced to see what a full disk does. */
    @FunctionalInterface
    interface Opener {
        WritableByteChannel open(Path file, boolean append) throws IOException;
    }

    static final Opener OPENER = (file, append) -> Files.newByteChannel(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);

    private static final int MAX_TAG = 200;

    private final Path target;
    private final Path part;
    private final Path tag;
    private final Opener opener;

    PartFile(Path target, Opener opener) {
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        this.tag = target.resolveSibling(target.getFileName() + ".tag");
        this.opener = opener;
    }

    Path path() {
        return part;
    }

    long size() {
        try {
            return Files.isRegularFile(part) ? Files.size(part) : 0;
        } catch (IOException vanished) {
            return 0;
        }
    }

    /** The entity tag or date under which the server knows what is here. */
    Optional<String> tag() {
        try {
            return Files.isRegularFile(tag) && Files.size(tag) <= MAX_TAG ? Optional.of(Files.readString(tag)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Begins anew, with what the server calls the file now. */
    void restart(Optional<String> newTag) throws ModelException {
        try {
            Files.deleteIfExists(part);
            Files.deleteIfExists(tag);
            if (newTag.isPresent() && newTag.get().length() <= MAX_TAG) {
                Files.writeString(tag, newTag.get());
            }
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    WritableByteChannel append() throws ModelException {
        try {
            return opener.open(part, true);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** The file is whole. */
    void finish() throws ModelException {
        try {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(tag);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** The file is not what it should be. */
    void discard() throws ModelException {
        restart(Optional.empty());
    }

    /** What to tell when the folder does not take the file. */
    ModelException notWritten(IOException problem) {
        String reason = String.valueOf(problem.getMessage());
        String lower = reason.toLowerCase(Locale.ROOT);
        boolean full = lower.contains("no space") || lower.contains("not enough space") || lower.contains("disk quota");
        Path folder = target.toAbsolutePath().getParent();
        return new ModelException(
                full ? NLS.bind(Messages.download_diskFull, folder) : NLS.bind(Messages.download_notWritten, target, reason), problem);
    }
}
