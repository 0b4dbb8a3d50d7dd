package org.scholion.inference.onnx.internal.gguf;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.scholion.inference.onnx.internal.session.NativeSession;
import org.scholion.text.CancelToken;

/** Runs an imported graph with a cache of fixed length that is both past and present. */
final class DecoderRun implements AutoCloseable {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final NativeSession session;
    private final Map<String, OnnxTensor> past = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> present = new LinkedHashMap<>();
    private int length;

    DecoderRun(Path folder, int capacity) throws Exception {
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            session = NativeSession.open(folder.resolve("model.onnx"), options);
        }
        for (String name : session.inputs().keySet()) {
            if (name.startsWith("past_key_values.")) {
                long[] shape = ((TensorInfo) session.inputs().get(name).getInfo()).getShape();
                long[] own = {1, shape[1], capacity, shape[3]};
                FloatBuffer numbers = ByteBuffer.allocateDirect(Math.toIntExact(4 * own[1] * own[2] * own[3]))
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
                OnnxTensor cache = OnnxTensor.createTensor(environment, numbers, own);
                past.put(name, cache);
                present.put(name.replace("past_key_values", "present"), cache);
            }
        }
    }

    /** Logits of the last {@code kept} positions, or of all with 0, after going on by {@code ids}. */
    double[][] logits(long[] ids, long kept) throws Exception {
        length += ids.length;
        long[] mask = new long[length];
        Arrays.fill(mask, 1);
        try (OnnxTensor input = row(ids);
                OnnxTensor attention = row(mask);
                OnnxTensor keep = OnnxTensor.createTensor(environment, kept)) {
            Map<String, OnnxTensor> given = new HashMap<>(past);
            given.put("input_ids", input);
            given.put("attention_mask", attention);
            given.put("num_logits_to_keep", keep);
            try (OrtSession.Result result = session.run(given, Set.of("logits"), present, CancelToken.NEVER)) {
                float[][] logits = ((float[][][]) result.get("logits").orElseThrow().getValue())[0];
                double[][] copy = new double[logits.length][];
                for (int i = 0; i < logits.length; i++) {
                    copy[i] = new double[logits[i].length];
                    for (int k = 0; k < copy[i].length; k++) {
                        copy[i][k] = logits[i][k];
                    }
                }
                return copy;
            }
        }
    }

    private OnnxTensor row(long[] numbers) throws Exception {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
    }

    @Override
    public void close() {
        past.values().forEach(OnnxTensor::close);
        session.close();
    }
}
