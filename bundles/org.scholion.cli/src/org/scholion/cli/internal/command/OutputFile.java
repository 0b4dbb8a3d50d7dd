package org.scholion.cli.internal.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.FileException;
import org.scholion.cli.internal.Messages;

/** Writes a result where the person wants it: beside the place first, then moved there. */
final class OutputFile {

    private OutputFile() {}

    static void write(Console console, String name, String text) throws FileException {
        try {
            Path target = console.folder().resolve(name).normalize();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                // a device or pipe is written to, never replaced
                Files.write(target, bytes, StandardOpenOption.WRITE);
            } else {
                writeBeside(target, bytes);
            }
        } catch (IOException | InvalidPathException failed) {
            throw new FileException(NLS.bind(Messages.output_unwritable, name, failed.getMessage()), failed);
        }
    }

    private static void writeBeside(Path target, byte[] bytes) throws IOException {
        Path beside = target.resolveSibling("." + target.getFileName() + '.' + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(beside, bytes, StandardOpenOption.CREATE_NEW);
            move(beside, target);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
