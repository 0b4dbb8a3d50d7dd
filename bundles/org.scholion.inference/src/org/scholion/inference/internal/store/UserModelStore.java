package org.scholion.inference.internal.store;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.AdapterFolder;
import org.scholion.inference.EmbeddedModels;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelImporter;
import org.scholion.inference.RemoteModel;
import org.scholion.inference.internal.catalogue.ModelFolder;
import org.scholion.inference.internal.download.Downloader;
import org.scholion.inference.internal.download.Hashes;
import org.scholion.inference.store.CatalogueEntry;
import org.scholion.inference.store.CatalogueSource;
import org.scholion.inference.store.FileCheck;
import org.scholion.inference.store.InstallProgress;
import org.scholion.inference.store.InstalledFile;
import org.scholion.inference.store.InstalledModel;
import org.scholion.inference.store.ModelSettingsStore;
import org.scholion.inference.store.ModelStore;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Models in a folder of the user. Names that begin with a dot are not models: locks, installs that are not done, what is being
 * removed.
 */
public final class UserModelStore implements ModelStore {

    private static final String INSTALLING = ".install-";
    private static final String REMOVED = ".removed-";
    private static final Duration KEPT = Duration.ofDays(7);

    private final Path folder;
    private final ModelUse use;
    private final List<EmbeddedModels> embedded;
    private final List<ModelImporter> importers;
    private final Function<Optional<URI>, Downloader> downloaders;
    private final ModelSettingsStore settings;
    private final PipDownload pip;
    private final Clock clock;

    public UserModelStore(
            ModelSettingsStore settings, ModelUse use, List<EmbeddedModels> embedded, List<ModelImporter> importers) {
        this(ModelFolder.standard(), settings, use, embedded, importers, Downloader::new, new PipDownload(), Clock.systemUTC());
    }

    UserModelStore(
            Path folder,
            ModelSettingsStore settings,
            ModelUse use,
            List<EmbeddedModels> embedded,
            List<ModelImporter> importers,
            Function<Optional<URI>, Downloader> downloaders,
            PipDownload pip,
            Clock clock) {
        this.folder = folder.toAbsolutePath().normalize();
        this.settings = settings;
        this.use = use;
        this.embedded = List.copyOf(embedded);
        this.importers = List.copyOf(importers);
        this.downloaders = downloaders;
        this.pip = pip;
        this.clock = clock;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Contents read() {
        Map<String, InstalledModel> models = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (Path model : children("[!.]*")) {
            if (Files.isDirectory(model)) {
                try {
                    models.put(String.valueOf(model.getFileName()), ManifestFormat.read(model));
                } catch (ModelException e) {
                    problems.add(String.valueOf(e.getMessage()));
                }
            }
        }
        embeddedModels(problems).forEach(model -> models.put(model.id(), model));
        return new Contents(List.copyOf(models.values()), problems);
    }

    @Override
    public InstalledModel install(CatalogueEntry entry, boolean licenceAccepted, InstallProgress listener, CancelToken cancel)
            throws ModelException, CancelledException {
        InstallProgress progress = new CalmProgress(listener);
        Optional<InstalledModel> there = find(entry.id());
        if (there.isPresent()) {
            return there.get();
        }
        if (entry.licence().acceptance().isPresent() && !licenceAccepted) {
            throw new ModelException(NLS.bind(Messages.store_licence, entry.name(), entry.licence().name()));
        }
        try (FolderLock lock = lock(entry.id(), progress, cancel)) {
            Optional<InstalledModel> meanwhile = find(entry.id());
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            sweep();
            Path staging = folder.resolve(INSTALLING + entry.id());
            InstalledModel model = fetchFromBest(entry, licenceAccepted, staging, progress, cancel);
            discard(staging);
            return model;
        } catch (IOException e) {
            throw notWritten(folder, e);
        }
    }

    @Override
    public InstalledModel importFrom(Path source, Identity identity, InstallProgress listener, CancelToken cancel)
            throws ModelException, CancelledException {
        InstallProgress progress = new CalmProgress(listener);
        Path place = source.toAbsolutePath().normalize();
        Optional<String> base = AdapterFolder.base(place);
        if (base.isPresent() && find(base.get()).isEmpty()) {
            throw new ModelException(NLS.bind(Messages.store_noBase, place, base.get()));
        }
        return make(identity, place.toString(), progress, cancel, (fetcher, fresh) -> new FolderImport(fetcher, progress, cancel).bring(place, fresh));
    }

    @Override
    public InstalledModel addServer(Identity identity, RemoteModel server, CancelToken cancel) throws ModelException, CancelledException {
        return make(identity, server.address().toString(), InstallProgress.NONE, cancel, (fetcher, fresh) -> server.write(fresh));
    }

    /** Puts the files of a new model into an empty folder. */
    @FunctionalInterface
    private interface Maker {
        void fill(SourceFetcher fetcher, Path folder) throws ModelException, CancelledException, IOException;
    }

    private InstalledModel make(Identity identity, String source, InstallProgress progress, CancelToken cancel, Maker maker)
            throws ModelException, CancelledException {
        checkId(identity);
        try (FolderLock lock = lock(identity.id(), progress, cancel);
                Downloader downloader = downloaders.apply(Optional.empty())) {
            checkId(identity);
            sweep();
            Path staging = folder.resolve(INSTALLING + identity.id());
            discard(staging);
            SourceFetcher fetcher = new SourceFetcher(downloader, pip, importers, progress, cancel);
            try {
                Path fresh = Files.createDirectories(staging.resolve("new"));
                maker.fill(fetcher, fresh);
                List<InstalledFile> files = new ArrayList<>();
                for (String path : SourceFetcher.paths(fresh)) {
                    files.add(fetcher.describe(fresh, path, false));
                }
                InstalledModel model = new InstalledModel(
                        identity.id(),
                        identity.name(),
                        Optional.of(identity.task()),
                        identity.languages(),
                        identity.licence(),
                        Optional.empty(),
                        version(Optional.empty(), files),
                        source,
                        AdapterFolder.base(fresh),
                        files,
                        folder.resolve(identity.id()),
                        false);
                return moveIn(model, fresh);
            } finally {
                discard(staging);
            }
        } catch (IOException e) {
            throw notWritten(folder, e);
        }
    }

    @Override
    public List<FileCheck> verify(InstalledModel model, InstallProgress listener, CancelToken cancel)
            throws ModelException, CancelledException {
        InstallProgress progress = new CalmProgress(listener);
        List<FileCheck> checks = new ArrayList<>();
        for (InstalledFile file : model.files()) {
            cancel.check();
            checks.add(new FileCheck(file.path(), check(model.folder().resolve(file.path()), file, progress, cancel), file.pinned()));
        }
        return checks;
    }

    @Override
    public void remove(String id) throws ModelException {
        if (embeddedModels(new ArrayList<>()).stream().anyMatch(model -> model.id().equals(id))) {
            throw new ModelException(NLS.bind(Messages.store_partOfProduct, id));
        }
        Path model = folder.resolve(id);
        Path staging = folder.resolve(INSTALLING + id);
        if (!isId(id) || !Files.isDirectory(model) && !Files.isDirectory(staging)) {
            throw new ModelException(NLS.bind(Messages.store_notInstalled, id));
        }
        try {
            Optional<FolderLock> taken = FolderLock.tryTake(folder, id);
            if (taken.isEmpty()) {
                throw new ModelException(NLS.bind(Messages.store_beingInstalled, id));
            }
            try (FolderLock lock = taken.get()) {
                if (!use.release(id)) {
                    throw new ModelException(NLS.bind(Messages.store_inUse, id));
                }
                if (Files.isDirectory(model)) {
                    moveOut(model);
                }
                discard(staging);
                sweep();
            }
        } catch (IOException e) {
            throw notWritten(model, e);
        }
    }

    private FolderLock lock(String id, InstallProgress progress, CancelToken cancel) throws IOException, CancelledException {
        Files.createDirectories(folder);
        return FolderLock.take(folder, id, () -> progress.report(NLS.bind(Messages.store_waiting, id), 0, -1), cancel);
    }

    private InstalledModel fetchFromBest(
            CatalogueEntry entry, boolean licenceAccepted, Path staging, InstallProgress progress, CancelToken cancel)
            throws ModelException, CancelledException, IOException {
        List<String> problems = new ArrayList<>();
        try (Downloader downloader = downloaders.apply(settings.current().mirror())) {
            SourceFetcher fetcher = new SourceFetcher(downloader, pip, importers, progress, cancel);
            for (CatalogueSource source : entry.sources()) {
                if (!SourceFetcher.applies(source)) {
                    continue;
                }
                Path fresh = staging.resolve(key(source));
                try {
                    Files.createDirectories(fresh);
                    checkSpace(entry, source, fresh);
                    List<InstalledFile> files = fetcher.fetch(source, fresh);
                    return moveIn(describe(entry, licenceAccepted, source, AdapterFolder.base(fresh), files), fresh);
                } catch (ModelException e) {
                    problems.add(String.valueOf(e.getMessage()));
                }
            }
        }
        if (problems.isEmpty()) {
            problems.add(NLS.bind(Messages.store_noSource, Platform.name()));
        }
        throw new ModelException(NLS.bind(Messages.store_notInstalledBecause, entry.name(), String.join("\n  ", problems)));
    }

    private InstalledModel describe(
            CatalogueEntry entry,
            boolean licenceAccepted,
            CatalogueSource source,
            Optional<String> base,
            List<InstalledFile> files) {
        return new InstalledModel(
                entry.id(),
                entry.name(),
                entry.task(),
                entry.languages(),
                entry.licence().name(),
                licenceAccepted && entry.licence().acceptance().isPresent() ? Optional.of(clock.instant()) : Optional.empty(),
                version(SourceFetcher.revision(source), files),
                source.label(),
                base,
                files,
                folder.resolve(entry.id()),
                false);
    }

    /** The model appears. */
    private InstalledModel moveIn(InstalledModel model, Path fresh) throws IOException {
        ManifestFormat.write(model, fresh, clock.instant());
        Path target = model.folder();
        if (Files.exists(target)) {
            // not a whole model, else it had been found
            moveOut(target);
        }
        move(fresh, target);
        return model;
    }

    /** The model disappears: at once, however long its deletion takes. */
    private void moveOut(Path model) throws IOException {
        Path hidden = folder.resolve(REMOVED + model.getFileName() + '-' + Long.toHexString(System.nanoTime()));
        move(model, hidden);
        discard(hidden);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException strangeFileSystem) {
            Files.move(from, to);
        }
    }

    /** Deletes as far as that is possible now; the rest is swept later. */
    private static void discard(Path hidden) {
        try {
            Folders.delete(hidden);
        } catch (IOException inUse) {
            hidden.toFile().deleteOnExit();
        }
    }

    /** Takes away what killed processes left. */
    private void sweep() throws IOException {
        for (Path removed : children(REMOVED + '*')) {
            discard(removed);
        }
        Instant oldest = clock.instant().minus(KEPT);
        for (Path staging : children(INSTALLING + '*')) {
            String id = staging.getFileName().toString().substring(INSTALLING.length());
            if (Files.getLastModifiedTime(staging).toInstant().isBefore(oldest)) {
                Optional<FolderLock> lock = FolderLock.tryTake(folder, id);
                if (lock.isPresent()) {
                    discard(staging);
                    lock.get().close();
                }
            }
        }
    }

    private List<Path> children(String pattern) {
        List<Path> children = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
                stream.forEach(children::add);
            } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
                children.clear();
            }
        }
        return children;
    }

    private List<InstalledModel> embeddedModels(List<String> problems) {
        List<InstalledModel> models = new ArrayList<>();
        for (EmbeddedModels service : embedded) {
            for (ModelEngine.Source source : service.sources()) {
                try {
                    models.add(embedded(source.descriptor(), source.folder()));
                } catch (ModelException e) {
                    problems.add(String.valueOf(e.getMessage()));
                }
            }
        }
        return models;
    }

    private static InstalledModel embedded(ModelDescriptor known, Path place) throws ModelException {
        return new InstalledModel(
                known.id(),
                known.name(),
                Optional.of(known.task()),
                known.languages(),
                known.licence(),
                Optional.empty(),
                known.version(),
                "embedded",
                AdapterFolder.base(place),
                List.of(),
                place,
                true);
    }

    private void checkId(Identity identity) throws ModelException {
        if (!isId(identity.id())) {
            throw new ModelException(NLS.bind(Messages.store_badId, identity.id()));
        }
        if (find(identity.id()).isPresent()) {
            throw new ModelException(NLS.bind(Messages.store_taken, identity.id()));
        }
    }

    private static boolean isId(String id) {
        return id.matches("[a-z0-9][a-z0-9._-]{0,99}");
    }

    private static FileCheck.State check(Path path, InstalledFile file, InstallProgress progress, CancelToken cancel)
            throws CancelledException {
        try {
            if (!Files.isRegularFile(path)) {
                return FileCheck.State.MISSING;
            }
            if (Files.size(path) != file.size()) {
                return FileCheck.State.CHANGED;
            }
            String hash = Hashes.sha256(path, done -> progress.report(file.path(), done, file.size()), cancel);
            return hash.equals(file.sha256()) ? FileCheck.State.SAME : FileCheck.State.CHANGED;
        } catch (IOException e) {
            return FileCheck.State.UNREADABLE;
        }
    }

    private static void checkSpace(CatalogueEntry entry, CatalogueSource source, Path staging) throws ModelException, IOException {
        OptionalLong known = SourceFetcher.size(source);
        long needed = known.orElse(entry.sizeBytes()) - Folders.size(staging);
        long free = Files.getFileStore(staging).getUsableSpace();
        if (needed > free) {
            throw new ModelException(NLS.bind(Messages.store_noSpace, new Object[] {needed >> 20, staging.getRoot(), free >> 20}));
        }
    }

    private static String key(CatalogueSource source) {
        byte[] sum = Hashes.sha256().digest(source.label().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sum, 0, 6);
    }

    private static String version(Optional<String> revision, List<InstalledFile> files) {
        return revision.orElseGet(() -> {
            MessageDigest digest = Hashes.sha256();
            files.stream()
                    .map(file -> file.sha256() + ' ' + file.path() + '\n')
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        });
    }

    private static ModelException notWritten(Path place, IOException problem) {
        return new ModelException(NLS.bind(Messages.store_notWritten, place, problem.getMessage()), problem);
    }
}
