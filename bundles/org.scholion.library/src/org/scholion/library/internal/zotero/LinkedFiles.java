package org.scholion.library.internal.zotero;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder that linked attachments start from. It is in the settings of the profile, not in the data folder. */
final class LinkedFiles {

    private static final long LARGEST = 4_000_000;
    private static final String SETTING = "user_pref\\(\"extensions\\.zotero\\.%s\",\\s*\"((?:[^\"\\\\]|\\\\.){1,2000})\"\\)";
    private static final Pattern BASE = Pattern.compile(SETTING.formatted("baseAttachmentPath"));
    private static final Pattern DATA = Pattern.compile(SETTING.formatted("dataDir"));

    private final List<Path> profileFolders;
    private final Path home;

    LinkedFiles(Path home) {
        this.home = home;
        profileFolders = List.of(
                home.resolve(".zotero/zotero"),
                home.resolve("snap/zotero-snap/common/.zotero/zotero"),
                home.resolve(".var/app/org.zotero.Zotero/data/zotero"),
                home.resolve("Library/Application Support/Zotero/Profiles"),
                home.resolve("AppData/Roaming/Zotero/Zotero/Profiles"));
    }

    /** The folder that a profile names which has its data in this folder. */
    Optional<Path> base(Path data) {
        for (Path settings : settings()) {
            try {
                if (Files.size(settings) > LARGEST) {
                    continue;
                }
                String text = new String(Files.readAllBytes(settings), StandardCharsets.UTF_8);
                Path own = path(DATA, text).orElse(home.resolve("Zotero"));
                Optional<Path> base = path(BASE, text);
                if (base.isPresent() && own.toAbsolutePath().normalize().equals(data.toAbsolutePath().normalize())) {
                    return base;
                }
            } catch (IOException unreadable) {
                continue;
            }
        }
        return Optional.empty();
    }

    private List<Path> settings() {
        List<Path> settings = new ArrayList<>();
        for (Path folder : profileFolders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> profiles = Files.list(folder)) {
                    profiles.limit(100).map(profile -> profile.resolve("prefs.js")).filter(Files::isRegularFile).sorted().forEach(settings::add);
                } catch (IOException unreadable) {
                    continue;
                }
            }
        }
        return settings;
    }

    private static Optional<Path> path(Pattern setting, String text) {
        Matcher matcher = setting.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(matcher.group(1).replaceAll("\\\\(.)", "$1")));
        } catch (InvalidPathException odd) {
            return Optional.empty();
        }
    }
}
