package org.scholion.app.internal.papers;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.scholion.app.internal.AppIds;

/** A list of files or folders that is kept from start to start. */
public enum PathList {
    /** Files that were opened last, the newest first. */
    RECENT("recent", 10),
    /** Folders that the papers view shows. */
    FOLDERS("folders", 30);

    private final String key;
    private final int most;

    /**
     * @param key of the preference: paths, one a line; default empty
     * @param most how many are kept
     */
    PathList(String key, int most) {
        this.key = key;
        this.most = most;
    }

    public String key() {
        return key;
    }

    public static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(AppIds.BUNDLE);
    }

    public List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        for (String line : preferences().get(key, "").lines().toList()) {
            try {
                paths.add(Path.of(line));
            } catch (InvalidPathException problem) {
                ILog.of(PathList.class).warn("A kept path is none: " + line, problem);
            }
        }
        return paths;
    }

    /** Puts a path first. */
    public void add(Path path) {
        List<Path> paths = paths();
        paths.remove(path);
        paths.addFirst(path);
        write(paths.subList(0, Math.min(most, paths.size())));
    }

    public void remove(Path path) {
        List<Path> paths = paths();
        if (paths.remove(path)) {
            write(paths);
        }
    }

    private void write(List<Path> paths) {
        IEclipsePreferences preferences = preferences();
        preferences.put(key, String.join("\n", paths.stream().map(Path::toString).toList()));
        try {
            preferences.flush();
        } catch (BackingStoreException problem) {
            ILog.of(PathList.class).error("The list of papers could not be kept.", problem);
        }
    }
}
