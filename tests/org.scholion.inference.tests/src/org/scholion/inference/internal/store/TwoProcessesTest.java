package org.scholion.inference.internal.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.inference.ModelException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** A lock on the file stands for another process: the operating system treats both alike. */
class TwoProcessesTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void whoeverWaitsForAnotherInstallCanBeCancelled() throws Exception {
        AtomicInteger told = new AtomicInteger();
        try (FileChannel channel = lockFile("m");
                FileLock lock = channel.lock()) {
            assertThrows(
                    CancelledException.class,
                    () -> FolderLock.take(folder, "m", told::incrementAndGet, () -> told.get() > 0));
        }
        assertTrue(FolderLock.tryTake(folder, "m").isPresent());
    }

    @Test
    void aModelThatIsBeingInstalledIsNotRemoved() throws Exception {
        Files.createDirectories(folder.resolve("m"));
        UserModelStore store = Stores.in(folder, List.of(), List.of());
        try (FileChannel channel = lockFile("m");
                FileLock lock = channel.lock()) {
            assertTrue(String.valueOf(assertThrows(ModelException.class, () -> store.remove("m")).getMessage()).contains("being installed"));
        }
        store.remove("m");
        assertFalse(Files.exists(folder.resolve("m")));
    }

    @Test
    void locksOfDifferentModelsDoNotWait() throws Exception {
        try (FolderLock one = FolderLock.take(folder, "a", () -> {
                    throw new AssertionError();
                }, CancelToken.NEVER);
                FolderLock other = FolderLock.tryTake(folder, "b").orElseThrow()) {
            assertTrue(FolderLock.tryTake(folder, "a").isEmpty());
        }
    }

    private FileChannel lockFile(String id) throws Exception {
        Path locks = Files.createDirectories(folder.resolve(".locks"));
        return FileChannel.open(locks.resolve(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
