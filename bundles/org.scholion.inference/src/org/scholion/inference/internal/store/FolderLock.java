package org.scholion.inference.internal.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** The right to change one model on disk, among all threads and processes of this user. Given back when the process ends. */
final class FolderLock implements AutoCloseable {

    private static final String FOLDER = ".locks";
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits until nobody else changes the model.
     *
     * @param waiting called once when there is somebody
     */
    static FolderLock take(Path store, String id, Runnable waiting, CancelToken cancel) throws IOException, CancelledException {
        boolean told = false;
        while (true) {
            cancel.check();
            Optional<FolderLock> lock = tryTake(store, id);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (!told) {
                waiting.run();
                told = true;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Nothing when somebody else has it. */
    static Optional<FolderLock> tryTake(Path store, String id) throws IOException {
        Path folder = Files.createDirectories(store.resolve(FOLDER));
        FileChannel channel = FileChannel.open(folder.resolve(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException otherThread) {
            // as if it were another process
            lock = null;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? Optional.empty() : Optional.of(new FolderLock(channel));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
