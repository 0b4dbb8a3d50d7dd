package org.scholion.inference.onnx.internal.gguf;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelImporter;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Imports GGUF files of the architectures llama, qwen2 and qwen3 into a folder in the layout of Hugging Face: the graph {@code model.onnx}
 * with its weights in {@code model.onnx.data}, {@code tokenizer.json}, {@code config.json}, {@code generation_config.json},
 * {@code tokenizer_config.json} and {@code chat_template.jinja}. What the graph takes and gives is said by {@link DecoderGraph}.
 */
public final class GgufImporter implements ModelImporter {

    private static final byte[] MAGIC = "GGUF".getBytes(StandardCharsets.US_ASCII);

    /** Rounds what matrices are multiplied with to 8 bits, block by block, as llama.cpp does. */
    private static final int EIGHT_BIT_INPUTS = 4;

    private static final String ROPE_FACTORS = "rope_freqs.weight";

    private final int accuracyLevel;

    public GgufImporter() {
        this(EIGHT_BIT_INPUTS);
    }

    /** @param accuracyLevel of {@code MatMulNBits}; 0 for products in floats */
    GgufImporter(int accuracyLevel) {
        this.accuracyLevel = accuracyLevel;
    }

    @Override
    public boolean imports(Path file) {
        if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gguf")) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException e) {
            return false; // what cannot be read is not imported; the import itself says why
        }
    }

    @Override
    public void importTo(Path file, Path folder, DoubleConsumer progress, CancelToken cancel)
            throws ModelException, CancelledException {
        cancel.check();
        try (GgufFile gguf = GgufFile.open(file)) {
            DecoderShape shape = DecoderShape.of(gguf);
            Vocabulary vocabulary = Vocabulary.of(gguf, shape.vocabularySize());
            writeGraph(gguf, shape, folder, progress, cancel);
            cancel.check();
            try {
                new TokenizerJson(file, vocabulary).write(folder.resolve("tokenizer.json"));
                new ModelSettings(gguf, shape, vocabulary).write(folder);
            } catch (IOException e) {
                throw new ModelException(NLS.bind(Messages.Gguf_notWritten, folder, e.getMessage()), e);
            }
            progress.accept(1);
        }
    }

    private void writeGraph(
            GgufFile gguf, DecoderShape shape, Path folder, DoubleConsumer progress, CancelToken cancel)
            throws ModelException, CancelledException {
        try (ExternalData data = new ExternalData(folder.resolve("model.onnx.data"))) {
            Graph graph = new Graph();
            Weights weights = new Weights(gguf, graph, data, accuracyLevel);
            RotaryTable table = new RotaryTable(shape, ropeFactors(gguf, weights, shape));
            long cosines = data.place(table.byteCount());
            long sines = data.place(table.byteCount());
            int half = shape.headSize() / 2;
            new DecoderGraph(shape, gguf, graph, weights)
                    .build(
                            graph.constant(data.tensor(
                                    "cosines", DataType.FLOAT, cosines, table.byteCount(), shape.context(), half)),
                            graph.constant(data.tensor(
                                    "sines", DataType.FLOAT, sines, table.byteCount(), shape.context(), half)));
            refuseUnused(gguf, weights);
            table.write(data, cosines, Math::cos);
            table.write(data, sines, Math::sin);
            convert(gguf, weights, data, progress, cancel);
            Path model = folder.resolve("model.onnx");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(model))) {
                graph.model().writeTo(out);
            } catch (IOException e) {
                throw new ModelException(NLS.bind(Messages.Gguf_notWritten, model, e.getMessage()), e);
            }
        }
    }

    private static float[] ropeFactors(GgufFile gguf, Weights weights, DecoderShape shape) throws ModelException {
        if (gguf.find(ROPE_FACTORS).isPresent()) {
            return weights.numbers(ROPE_FACTORS, shape.headSize() / 2);
        }
        float[] none = new float[shape.headSize() / 2];
        Arrays.fill(none, 1);
        return none;
    }

    /** A tensor that the graph does not use means another kind of model, whose answers would be wrong. */
    private static void refuseUnused(GgufFile gguf, Weights weights) throws ModelException {
        for (String name : gguf.tensors().keySet()) {
            if (!weights.used().contains(name)) {
                throw new ModelException(NLS.bind(Messages.Gguf_notSupported, gguf.path(), name));
            }
        }
    }

    private static void convert(
            GgufFile gguf, Weights weights, ExternalData data, DoubleConsumer progress, CancelToken cancel)
            throws ModelException, CancelledException {
        long all = weights.conversions().stream().mapToLong(Conversion::byteCount).sum();
        LongConsumer done = new LongConsumer() {
            private long sum;

            @Override
            public void accept(long bytes) {
                sum += bytes;
                progress.accept(0.99 * sum / all);
            }
        };
        for (Conversion conversion : weights.conversions()) {
            conversion.run(gguf, data, done, cancel);
        }
    }
}
