package org.scholion.inference.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.AdapterFolder;
import org.scholion.inference.ModelException;
import org.scholion.inference.RemoteModel;
import org.scholion.inference.store.InstallProgress;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Brings a model that lies somewhere on this machine into a folder of the store. */
final class FolderImport {

    /** Files of which one tells the layout: Hugging Face and Optimum, onnxruntime-genai, sentence-transformers. */
    private static final Set<String> LAYOUTS = Set.of("config.json", "genai_config.json", "modules.json");

    /** What is never brought along: our own record, and leave to send texts to a server. */
    private static final Set<String> OWN = Set.of(ManifestFormat.FILE, RemoteModel.FILE);

    private static final int MOST_DEPTH = 6;
    private static final int MOST_FILES = 2_000;

    private final SourceFetcher fetcher;
    private final InstallProgress progress;
    private final CancelToken cancel;

    FolderImport(SourceFetcher fetcher, InstallProgress progress, CancelToken cancel) {
        this.fetcher = fetcher;
        this.progress = progress;
        this.cancel = cancel;
    }

    void bring(Path source, Path folder) throws ModelException, CancelledException, IOException {
        if (Files.isRegularFile(source)) {
            fetcher.convert(source, folder);
            return;
        }
        if (!Files.isDirectory(source)) {
            throw new ModelException(NLS.bind(Messages.store_nothingThere, source));
        }
        List<Path> files = files(source);
        List<Path> ggufs = files.stream().filter(file -> hasEnding(file, ".gguf")).toList();
        boolean laidOut = files.stream().anyMatch(file -> LAYOUTS.contains(String.valueOf(source.relativize(file))))
                && files.stream().anyMatch(file -> hasEnding(file, ".onnx"));
        boolean adapter = AdapterFolder.isIn(source) && Files.isRegularFile(source.resolve(AdapterFolder.WEIGHTS));
        if (laidOut || adapter) {
            copy(source, files, folder);
        } else if (ggufs.size() == 1) {
            fetcher.convert(ggufs.getFirst(), folder);
        } else {
            throw new ModelException(NLS.bind(Messages.store_notAModel, source));
        }
    }

    private void copy(Path source, List<Path> files, Path folder) throws CancelledException, IOException {
        for (Path file : files) {
            Path target = folder.resolve(source.relativize(file).toString());
            if (OWN.contains(target.getFileName().toString())) {
                continue;
            }
            long size = Files.size(file);
            String step = NLS.bind(Messages.store_copying, file.getFileName());
            try (InputStream in = Files.newInputStream(file)) {
                Folders.copy(in, target, Long.MAX_VALUE, done -> progress.report(step, done, size), cancel);
            }
        }
    }

    /** The files below a folder without hidden ones. Links are followed: a cache of Hugging Face consists of them. */
    private static List<Path> files(Path source) throws IOException, ModelException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(source, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MOST_DEPTH, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, @Nullable BasicFileAttributes attributes) {
                return isHidden(inner) && !inner.equals(source) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, @Nullable BasicFileAttributes attributes) {
                if (attributes != null && attributes.isRegularFile() && !isHidden(file)) {
                    files.add(file);
                }
                return files.size() > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }
        });
        if (files.size() > MOST_FILES) {
            throw new ModelException(NLS.bind(Messages.store_notAModel, source));
        }
        return files;
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    private static boolean hasEnding(Path file, String ending) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
