package org.scholion.app.internal.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

    @TempDir
    Path workspace;

    @Test
    void aMessageIsTakenOnce() throws IOException {
        Inbox inbox = new Inbox(workspace);
        assertEquals(Optional.empty(), inbox.take());
        List<Path> files = List.of(Path.of("/papers/one.tex"), Path.of("/papers/two words.tex"));
        new Inbox(workspace).put(files);
        assertEquals(Optional.of(files), inbox.take());
        assertEquals(Optional.empty(), inbox.take());
    }

    @Test
    void aMessageWithoutFilesIsAMessage() throws IOException {
        Inbox inbox = new Inbox(workspace);
        inbox.put(List.of());
        assertEquals(Optional.of(List.of()), inbox.take());
    }
}
