package org.scholion.library.internal.online;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.scholion.system.Pace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers of sources in a folder, a file each: some lines that say what it is, an empty line, the answer. What is not as it was written is
 * as if it were not there. Failing to keep an answer fails nothing else.
 */
final class AnswerCache {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerCache.class);
    private static final String MAGIC = "scholion-answer 1";
    private static final String SUFFIX = ".answer";
    private static final Duration OLDEST = Duration.ofDays(60);

    private final Path folder;
    private final Pace pace;
    private final AtomicBoolean cleaned = new AtomicBoolean();

    AnswerCache(Path folder, Pace pace) {
        this.folder = folder;
        this.pace = pace;
    }

    /** An answer that is not older than {@code age}. */
    Optional<String> find(URI address, String accept, Duration age) {
        Path file = file(address, accept);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            String content = Files.readString(file);
            String[] parts = content.split("\n", 5);
            boolean whole = parts.length == 5 && parts[0].equals(MAGIC) && parts[1].equals(address.toString())
                    && parts[3].equals(hash(parts[4]));
            Duration old = whole ? Duration.between(Instant.parse(parts[2]), pace.now()) : Duration.ZERO;
            return whole && !old.isNegative() && old.compareTo(age) <= 0 ? Optional.of(parts[4]) : Optional.empty();
        } catch (IOException | DateTimeException e) {
            LOG.debug("Not readable, so asked again: {}", file, e);
            return Optional.empty();
        }
    }

    void keep(URI address, String accept, String answer) {
        Path file = file(address, accept);
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, "new", ".tmp");
            try {
                Files.writeString(beside, String.join("\n", List.of(MAGIC, address.toString(), pace.now().toString(), hash(answer), answer)));
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            if (cleaned.compareAndSet(false, true)) {
                clean();
            }
        } catch (IOException e) {
            LOG.debug("Not kept: {}", file, e);
        }
    }

    /** Deletes all answers of a folder and says how many there were. */
    static int forget(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        int count = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(SUFFIX)).toList()) {
                count += Files.deleteIfExists(file) ? 1 : 0;
            }
        }
        return count;
    }

    /** Takes away what nobody would use any more. */
    private void clean() throws IOException {
        FileTime limit = FileTime.from(pace.now().minus(OLDEST));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(SUFFIX)).toList()) {
                if (Files.getLastModifiedTime(file).compareTo(limit) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path file(URI address, String accept) {
        return folder.resolve(hash(address + "\n" + accept).substring(0, 40) + SUFFIX);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
