package org.scholion.inference.onnx.internal.encode;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.AdapterFolder;
import org.scholion.inference.Device;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.LoadedRole;
import org.scholion.inference.onnx.internal.Messages;
import org.scholion.inference.onnx.internal.RoleLoader;
import org.scholion.inference.onnx.internal.adapt.AdaptedGraph;
import org.scholion.inference.onnx.internal.adapt.Adapter;
import org.scholion.inference.onnx.internal.layout.ForeignJson;
import org.scholion.inference.onnx.internal.layout.Graph;
import org.scholion.inference.onnx.internal.layout.ModelFolder;
import org.scholion.inference.onnx.internal.session.Accelerators;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Loads adapters that label tokens: each with the graph and the tokenizer of the model that it was made for. */
public final class AdapterLoader implements RoleLoader {

    private static final String TAGGER = "ForTokenClassification";
    private static final String TAGGING = "TOKEN_CLS";
    /** Its weights have 16 bits in their file and 32 in memory. */
    private static final int GROWTH = 2;

    @Override
    public Optional<LoadedRole<?>> load(
            ModelFolder folder,
            ModelEngine.Source source,
            ModelEngine.Options options,
            Accelerators accelerators,
            CancelToken cancel)
            throws ModelException, CancelledException {
        Optional<String> id = AdapterFolder.base(folder.folder());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Path place = source.base()
                .orElseThrow(() -> new ModelException(NLS.bind(Messages.Adapter_noBase, folder.folder(), id.get())));
        checkTask(folder);
        Adapter adapter = Adapter.read(folder.folder());
        ModelFolder base = ModelFolder.read(place);
        Path graph = graph(base);
        EncoderLoader.Network network =
                new EncoderLoader.Network(folder, base, graph, new AdaptedGraph(adapter), sizeBytes(folder, graph));
        return Optional.of(network.open(source, options, accelerators.find(options.device()), cancel));
    }

    private static void checkTask(ModelFolder folder) throws ModelException {
        List<String> named = folder.architectures();
        Path settings = folder.folder().resolve(AdapterFolder.SETTINGS);
        boolean tags = named.isEmpty()
                ? ForeignJson.read(settings).text("task_type").orElse("").equals(TAGGING)
                : named.stream().anyMatch(name -> name.endsWith(TAGGER));
        if (!tags) {
            throw new ModelException(NLS.bind(Messages.Adapter_noTagger, named.isEmpty() ? settings : folder.config().file()));
        }
    }

    /** The one that the CPU runs, on all devices: an adapter goes beside floats of 32 bits. */
    private static Path graph(ModelFolder base) throws ModelException {
        return base.requiredGraph(Graph.MODEL, Device.Kind.CPU);
    }

    private static long sizeBytes(ModelFolder folder, Path graph) {
        return ModelFolder.sizeBytes(graph) + GROWTH * ModelFolder.sizeBytes(folder.folder().resolve(AdapterFolder.WEIGHTS));
    }

    /**
     * How many bytes an adapter has with its base.
     *
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    public static long sizeBytes(ModelFolder folder, ModelFolder base) throws ModelException {
        return sizeBytes(folder, graph(base));
    }
}
