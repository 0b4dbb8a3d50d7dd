package org.scholion.app.internal.start;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A folder of the workspace through which a second start tells the running application what to open. */
final class Inbox {

    private static final String ENDING = ".open";

    private final Path folder;

    Inbox(Path workspace) {
        this.folder = workspace.resolve(".metadata").resolve(".plugins").resolve("org.scholion.app").resolve("inbox");
    }

    /** Leaves a message; without files it asks for the window to come to the front. */
    void put(List<Path> files) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "message", ".tmp");
        Files.writeString(draft, String.join("\n", files.stream().map(Path::toString).toList()));
        String name = draft.getFileName().toString();
        Files.move(draft, folder.resolve(name.substring(0, name.length() - 4) + ENDING), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes the messages that came since; empty when none did. */
    Optional<List<Path>> take() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Path> files = new ArrayList<>();
        boolean any = false;
        try (DirectoryStream<Path> messages = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path message : messages) {
                any = true;
                Files.readString(message).lines().filter(line -> !line.isBlank()).map(Path::of).forEach(files::add);
                Files.delete(message);
            }
        }
        return any ? Optional.of(files) : Optional.empty();
    }
}
