package org.scholion.inference.onnx.internal.decode;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.scholion.inference.ModelException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * A text that a decoder has read: its tokens with their keys and values. It grows at its end, by one token or many, gives logits of one
 * position or of several, and can be cut, so that a draft may be checked in one step. Buffers are reused from step to step; only the
 * mask, whose shape changes, is a new tensor in each. Not thread-safe; one owner.
 */
final class Continuation implements AutoCloseable {

    private final CausalGraph graph;
    private final KvCache cache;
    private final Map<String, OnnxTensor> given = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> pinned = new LinkedHashMap<>();
    private int[] tokens;
    private LongBuffer ones = longs(0);
    private LongBuffer ids = longs(0);
    private LongBuffer places = longs(0);
    private ByteBuffer logits = ByteBuffer.allocateDirect(0);
    private FloatBuffer values = FloatBuffer.allocate(0);
    private int valuesFrom;
    private int lastCount;
    private int lastKept;

    Continuation(CausalGraph graph, int capacity) throws OrtException {
        this.graph = graph;
        cache = new KvCache(graph.slots(), graph.shared(), capacity);
        tokens = new int[Math.max(16, capacity)];
    }

    /** How many tokens it has. */
    int length() {
        return cache.length();
    }

    /** How many tokens of the beginning are those of another text. */
    int commonLength(int[] others) {
        int most = Math.min(length(), others.length);
        int mismatch = Arrays.mismatch(tokens, 0, most, others, 0, most);
        return mismatch < 0 ? most : mismatch;
    }

    /** Forgets the tokens from this one on. */
    void truncate(int length) throws ModelException {
        try {
            cache.truncate(length);
        } catch (OrtException e) {
            throw failure(e);
        }
    }

    /** How many tokens the next step may have. */
    int largestStep(int wanted) {
        return !graph.branches() ? wanted : length() == 0 ? Integer.MAX_VALUE : 1;
    }

    /**
     * One step: reads more tokens.
     *
     * @param wanted for how many of the last of them {@link #logit} shall have values, at least 1
     * @throws CancelledException after which the text is as before
     */
    void append(int[] more, int from, int to, int wanted, CancelToken cancel) throws ModelException, CancelledException {
        int count = to - from;
        int kept = graph.keeps() ? Math.min(wanted, count) : count;
        boolean bound = false;
        boolean done = false;
        OnnxTensor mask = null;
        try {
            bind(more, from, count, kept);
            cache.bind(count, given, pinned);
            bound = true;
            mask = mask(count);
            given.put("attention_mask", mask);
            try (OrtSession.Result result = graph.session().run(given, Set.of(), pinned, cancel)) {
                done = true;
            }
            cache.advance(count);
        } catch (OrtException e) {
            throw failure(e);
        } finally {
            if (mask != null) {
                mask.close();
            }
            if (bound && !done) {
                cache.abandon();
            }
        }
        if (tokens.length < cache.length()) {
            tokens = Arrays.copyOf(tokens, Math.max(cache.length(), tokens.length * 2));
        }
        System.arraycopy(more, from, tokens, cache.length() - count, count);
        valuesFrom = (kept - Math.min(wanted, kept)) * graph.vocabulary();
        if (graph.logits() == OnnxJavaType.FLOAT16) {
            widen(kept);
        }
    }

    /** Where the logits of a position begin in {@link #values}, counted from the first that was wanted. */
    int offset(int position) {
        return valuesFrom + position * graph.vocabulary();
    }

    /** The logits of the last step; overwritten by the next one, and free to be changed until then. */
    FloatBuffer values() {
        return values;
    }

    private void bind(int[] more, int from, int count, int kept) throws OrtException {
        if (count != lastCount || ids.capacity() < count) {
            ids = ids.capacity() < count ? longs(count) : ids;
            replace("input_ids", OnnxTensor.createTensor(environment(), ids.slice(0, count), new long[] {1, count}));
            if (graph.positions()) {
                places = places.capacity() < count ? longs(count) : places;
                replace("position_ids", OnnxTensor.createTensor(environment(), places.slice(0, count), new long[] {1, count}));
            }
            lastCount = count;
        }
        for (int i = 0; i < count; i++) {
            ids.put(i, more[from + i]);
            if (graph.positions()) {
                places.put(i, cache.length() + i);
            }
        }
        if (graph.branches()) {
            boolean past = cache.length() > 0;
            replace("use_cache_branch", OnnxTensor.createTensor(environment(), new boolean[] {past}));
        }
        if (kept != lastKept) {
            bindLogits(kept);
            lastKept = kept;
        }
    }

    private void bindLogits(int kept) throws OrtException {
        int size = Math.multiplyExact(Math.multiplyExact(kept, graph.vocabulary()), graph.logits().size);
        if (logits.capacity() < size) {
            logits = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
            values = graph.logits() == OnnxJavaType.FLOAT ? logits.asFloatBuffer() : FloatBuffer.allocate(size / 2);
        }
        OnnxTensor old = pinned.put("logits", OnnxTensor.createTensor(
                environment(), logits.slice(0, size).order(ByteOrder.nativeOrder()), new long[] {1, kept, graph.vocabulary()},
                graph.logits()));
        if (old != null) {
            old.close();
        }
        if (graph.keeps()) {
            LongBuffer number = longs(1).put(0, kept);
            replace("num_logits_to_keep", OnnxTensor.createTensor(environment(), number, new long[0]));
        }
    }

    private void widen(int kept) {
        ShortBuffer halves = logits.asShortBuffer();
        for (int i = valuesFrom; i < kept * graph.vocabulary(); i++) {
            values.put(i, Float.float16ToFloat(halves.get(i)));
        }
    }

    private OnnxTensor mask(int count) throws OrtException {
        int total = cache.length() + count;
        if (ones.capacity() < total) {
            ones = longs(Math.max(cache.capacity(), total));
            for (int i = 0; i < ones.capacity(); i++) {
                ones.put(i, 1);
            }
        }
        return OnnxTensor.createTensor(environment(), ones.slice(0, total), new long[] {1, total});
    }

    private void replace(String name, OnnxTensor tensor) {
        OnnxTensor old = given.put(name, tensor);
        if (old != null) {
            old.close();
        }
    }

    private static LongBuffer longs(int count) {
        return ByteBuffer.allocateDirect(count * Long.BYTES).order(ByteOrder.nativeOrder()).asLongBuffer();
    }

    private static OrtEnvironment environment() {
        return OrtEnvironment.getEnvironment();
    }

    private ModelException failure(OrtException e) {
        return new ModelException(graph.owner() + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        cache.close();
        for (String name : new String[] {"input_ids", "position_ids", "use_cache_branch", "num_logits_to_keep"}) {
            OnnxTensor tensor = given.remove(name);
            if (tensor != null) {
                tensor.close();
            }
        }
        OnnxTensor last = pinned.remove("logits");
        if (last != null) {
            last.close();
        }
    }
}
