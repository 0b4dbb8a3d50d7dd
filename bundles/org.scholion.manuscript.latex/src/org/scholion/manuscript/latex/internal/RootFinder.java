package org.scholion.manuscript.latex.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.latex.internal.SourceCache.Found;
import org.scholion.manuscript.latex.internal.SourceCache.Source;

/** Finds the main file of the paper that a file belongs to. */
final class RootFinder {

    private static final Pattern MAGIC = Pattern.compile("(?im)^\\s*%+\\s*!\\s*TeX\\s+root\\s*=\\s*(.+?)\\s*$");
    private static final Pattern CLASS = Pattern.compile("(?m)^[^%\\n\\r]*\\\\document(?:class|style)\\s*(?:\\[([^\\]]*)\\])?\\s*\\{([^}]*)\\}");
    private static final Pattern INPUT = Pattern.compile(
            "\\\\(?:input|include|subfile|subfileinclude|(?:sub)?import\\*?\\s*\\{([^}]*)\\})\\s*\\{?\\s*\"?([^}\\s\"]+)");
    private static final int MAGIC_LIMIT = 4_000;
    private static final int MAX_LEVELS = 4;
    private static final int MAX_CANDIDATES = 200;
    private static final int MAX_FOLLOWED = 400;

    private final SourceCache cache;

    RootFinder(SourceCache cache) {
        this.cache = cache;
    }

    Path rootOf(Path file, OpenTexts openTexts) {
        Path current = file;
        Set<Path> seen = new HashSet<>();
        while (seen.add(current)) {
            String text = text(current, openTexts);
            Path named = named(current, text);
            if (named == null) {
                return isMain(text) ? current : search(current, openTexts);
            }
            current = named;
        }
        return current;
    }

    /** The main file that a magic comment or the class of subfiles names, if it exists. */
    private static @Nullable Path named(Path file, String text) {
        Matcher magic = MAGIC.matcher(text.substring(0, Math.min(text.length(), MAGIC_LIMIT)));
        if (magic.find()) {
            return existing(file, magic.group(1));
        }
        Matcher documentClass = CLASS.matcher(text);
        if (documentClass.find() && documentClass.group(2).strip().equals("subfiles") && documentClass.group(1) != null) {
            return existing(file, documentClass.group(1).strip());
        }
        return null;
    }

    private static @Nullable Path existing(Path file, String name) {
        try {
            Path path = file.resolveSibling(name).normalize();
            if (Files.isRegularFile(path)) {
                return path;
            }
            Path tex = file.resolveSibling(name + ".tex").normalize();
            return Files.isRegularFile(tex) ? tex : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static boolean isMain(String text) {
        return CLASS.matcher(text).find();
    }

    private Path search(Path file, OpenTexts openTexts) {
        @Nullable Path folder = file.getParent();
        for (int level = 0; folder != null && level < MAX_LEVELS; level++) {
            for (Path candidate : candidates(folder)) {
                if (!candidate.equals(file) && isMain(text(candidate, openTexts)) && reaches(candidate, file, openTexts)) {
                    return candidate;
                }
            }
            folder = folder.getParent();
        }
        return file;
    }

    private static List<Path> candidates(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.tex")) {
            for (Path path : stream) {
                found.add(path.toAbsolutePath().normalize());
                if (found.size() >= MAX_CANDIDATES) {
                    break;
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        found.sort(null);
        return found;
    }

    /** Whether {@code root} includes {@code file}, itself or through others. */
    private boolean reaches(Path root, Path file, OpenTexts openTexts) {
        Deque<Path> open = new ArrayDeque<>(List.of(root));
        Set<Path> seen = new HashSet<>(open);
        Path folder = root.getParent() == null ? root : root.getParent();
        while (!open.isEmpty() && seen.size() < MAX_FOLLOWED) {
            Path current = open.pop();
            Matcher inputs = INPUT.matcher(text(current, openTexts));
            while (inputs.find()) {
                for (Path target : targets(folder, current, inputs.group(1), inputs.group(2))) {
                    if (target.equals(file)) {
                        return true;
                    }
                    if (seen.add(target) && Files.isRegularFile(target)) {
                        open.add(target);
                    }
                }
            }
        }
        return false;
    }

    private static List<Path> targets(Path folder, Path from, @Nullable String directory, String name) {
        String full = directory == null ? name : directory + '/' + name;
        List<Path> targets = new ArrayList<>();
        for (String candidate : full.endsWith(".tex") ? List.of(full) : List.of(full + ".tex", full)) {
            try {
                targets.add(folder.resolve(candidate).normalize());
                targets.add(from.resolveSibling(candidate).normalize());
            } catch (InvalidPathException e) {
                return List.of();
            }
        }
        return targets;
    }

    private String text(Path file, OpenTexts openTexts) {
        try {
            Optional<Found> found = cache.find(file, openTexts, Optional.empty());
            @Nullable Source source = found.isPresent() ? found.get().source() : null;
            return source == null ? "" : source.source().text();
        } catch (IOException e) {
            return "";
        }
    }
}
