package org.scholion.benchmarks;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.scholion.inference.Device;
import org.scholion.inference.Encoder;
import org.scholion.inference.Encoder.Role;
import org.scholion.inference.LoadedModel;
import org.scholion.inference.ModelEngine;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Turns;
import org.scholion.inference.onnx.internal.OnnxEngine;
import org.scholion.inference.onnx.internal.fuse.EncoderFusion;
import org.scholion.inference.onnx.internal.session.DeviceSession;
import org.scholion.text.CancelToken;

/**
 * The whole way from texts to vectors beside the bare runs of the session on tensors that are ready: same graph in the same form, same
 * options and batches, one thread. What lies between is the tokenizer, the tensors, the pooling and all of our code.
 */
final class Overhead {

    private static final int ROUNDS = 3;
    private static final int MOST_TOKENS = 256;
    /** As our encoder fills a batch on the CPU. */
    private static final int BATCH_TOKEN_COUNT = 256;

    private final OnnxEngine engine;
    private final Path folder;
    private final List<String> texts;

    Overhead(OnnxEngine engine, Path folder, List<String> texts) {
        this.engine = engine;
        this.folder = folder;
        this.texts = texts;
    }

    /** Seconds for all texts, the best round of each. */
    record Seconds(int texts, double whole, double bareRuns, double overhead) {}

    Seconds measure() throws Exception {
        double whole = Double.MAX_VALUE;
        double bare = Double.MAX_VALUE;
        ModelEngine.Source source = InferenceBenchmarks.source(folder, ModelTask.EMBEDDING);
        ByteBuffer graph = EncoderFusion.of(folder.resolve("onnx/model_quantized.onnx")).orElseThrow();
        try (LoadedModel model = engine.load(source, new ModelEngine.Options(Device.Kind.CPU, 1), CancelToken.NEVER);
                OrtSession.SessionOptions options = DeviceSession.cpuOptions(1);
                OrtSession session = OrtEnvironment.getEnvironment().createSession(graph, options)) {
            Encoder encoder = model.service(Encoder.class, Turns.FREE);
            List<Map<String, OnnxTensor>> batches = batches();
            for (int round = 0; round < ROUNDS; round++) {
                long begin = System.nanoTime();
                encoder.embed(texts, Role.PASSAGE, CancelToken.NEVER);
                whole = Math.min(whole, (System.nanoTime() - begin) / 1e9);
                begin = System.nanoTime();
                for (Map<String, OnnxTensor> batch : batches) {
                    session.run(batch).close();
                }
                bare = Math.min(bare, (System.nanoTime() - begin) / 1e9);
            }
            batches.forEach(batch -> batch.values().forEach(OnnxTensor::close));
        }
        return new Seconds(texts.size(), whole, bare, whole / bare - 1);
    }

    private List<Map<String, OnnxTensor>> batches() throws Exception {
        List<long[]> rows = new ArrayList<>();
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.builder()
                .optTokenizerPath(folder.resolve("tokenizer.json"))
                .optPadding(false)
                .optTruncation(true)
                .optMaxLength(MOST_TOKENS)
                .build()) {
            for (Encoding encoding : tokenizer.batchEncode(texts)) {
                rows.add(encoding.getIds());
            }
        }
        rows.sort(Comparator.comparingInt((long[] row) -> row.length).reversed());
        List<Map<String, OnnxTensor>> batches = new ArrayList<>();
        int start = 0;
        while (start < rows.size()) {
            int width = rows.get(start).length;
            int end = Math.min(rows.size(), start + Math.max(1, BATCH_TOKEN_COUNT / width));
            batches.add(batch(rows.subList(start, end), width));
            start = end;
        }
        return batches;
    }

    private static Map<String, OnnxTensor> batch(List<long[]> rows, int width) throws OrtException {
        long[] ids = new long[rows.size() * width];
        long[] mask = new long[ids.length];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, ids, i * width, rows.get(i).length);
            Arrays.fill(mask, i * width, i * width + rows.get(i).length, 1);
        }
        long[] shape = {rows.size(), width};
        return Map.of(
                "input_ids", tensor(ids, shape), "attention_mask", tensor(mask, shape), "token_type_ids", tensor(new long[ids.length], shape));
    }

    private static OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        LongBuffer buffer = ByteBuffer.allocateDirect(values.length * Long.BYTES).order(ByteOrder.nativeOrder()).asLongBuffer();
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), buffer.put(0, values), shape);
    }
}
