package org.scholion.inference.onnx.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scholion.inference.Device;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelTask;
import org.scholion.inference.onnx.internal.session.Accelerators;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** The models that {@code models/tiny/make.py} and {@code make_adapter.py} make. */
public final class TinyModels {

    private static final Path FOLDER = Path.of("models").toAbsolutePath();

    private TinyModels() {}

    public static Path folder(String name) {
        return FOLDER.resolve(name);
    }

    public static ModelEngine.Source source(Path folder) {
        return new ModelEngine.Source(
                new ModelDescriptor("tiny", "Tiny", ModelTask.EMBEDDING, List.of(), "CC0-1.0", "1"), folder);
    }

    public static LoadedModel load(Path folder) throws ModelException, CancelledException {
        return load(folder, Accelerators.NONE);
    }

    public static LoadedModel load(Path folder, Accelerators accelerators) throws ModelException, CancelledException {
        Device.Kind kind = accelerators == Accelerators.NONE ? Device.Kind.CPU : Device.Kind.CUDA;
        return new OnnxEngine(accelerators).load(source(folder), new ModelEngine.Options(kind, 2), CancelToken.NEVER);
    }

    /** An adapter over another model. */
    public static LoadedModel load(Path folder, Path base) throws ModelException, CancelledException {
        return load(folder, base, Accelerators.NONE);
    }

    /** The same on a device. */
    public static LoadedModel load(Path folder, Path base, Accelerators accelerators) throws ModelException, CancelledException {
        Device.Kind kind = accelerators == Accelerators.NONE ? Device.Kind.CPU : Device.Kind.CUDA;
        return new OnnxEngine(accelerators)
                .load(
                        new ModelEngine.Source(source(folder).descriptor(), folder, Optional.of(base)),
                        new ModelEngine.Options(kind, 2),
                        CancelToken.NEVER);
    }

    /** A copy that a test may break. */
    public static Path copy(String name, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(folder(name))) {
            for (Path file : files.toList()) {
                Path to = target.resolve(folder(name).relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return target;
    }
}
