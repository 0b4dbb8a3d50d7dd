package org.scholion.inference.onnx.internal.decode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.session.NativeHandles;
import org.scholion.inference.onnx.internal.session.DeviceSession;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * The decoder on one input, with several beams side by side. What a step gives is the input of the next one as it is; it is copied only
 * when beams change places. Not thread-safe; one owner.
 */
final class DecoderRun implements AutoCloseable {

    private final Seq2SeqGraph graph;
    // what stays from step to step, by the names of inputs
    private final Map<String, OnnxTensor> fixed = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> past = new LinkedHashMap<>();
    private final Set<String> presents = new LinkedHashSet<>();
    private FloatBuffer logits = FloatBuffer.allocate(0);
    private boolean begun;
    private boolean closed;

    private DecoderRun(Seq2SeqGraph graph) {
        this.graph = graph;
        graph.slots().forEach(slot -> presents.add(slot.present()));
        NativeHandles.opened();
    }

    /** Reads the input. */
    static DecoderRun encode(Seq2SeqGraph graph, long[] ids, CancelToken cancel) throws ModelException, CancelledException {
        DecoderRun run = new DecoderRun(graph);
        boolean done = false;
        try (OnnxTensor input = longs(ids, 1)) {
            long[] ones = new long[ids.length];
            Arrays.fill(ones, 1);
            OnnxTensor mask = longs(ones, 1);
            run.fixed.put("encoder_attention_mask", mask);
            Map<String, OnnxTensor> given = new LinkedHashMap<>();
            given.put("input_ids", input);
            given.put("attention_mask", mask);
            given.keySet().retainAll(graph.encoder().inputs().keySet());
            try (OrtSession.Result result = graph.encoder().run(given, Set.of("last_hidden_state"), Map.of(), cancel)) {
                run.fixed.put("encoder_hidden_states", copied((OnnxTensor) result.get(0), new int[] {0}));
            }
            done = true;
            return run;
        } catch (OrtException e) {
            throw failure(graph, e);
        } finally {
            if (!done) {
                run.close();
            }
        }
    }

    /**
     * One step.
     *
     * @param tokens the newest token of each beam; a single one in the first step
     * @return the logits of the beams one after the other; overwritten by the next step
     */
    FloatBuffer step(long[] tokens, CancelToken cancel) throws ModelException, CancelledException {
        int beams = tokens.length;
        int size = beams * graph.vocabulary();
        DeviceSession session = begun ? graph.next() : graph.first();
        Map<String, OnnxTensor> given = new LinkedHashMap<>(fixed);
        given.putAll(past);
        if (logits.capacity() < size) {
            logits = ByteBuffer.allocateDirect(size * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
        }
        Map<String, OnnxTensor> own = new LinkedHashMap<>();
        try (OnnxTensor ids = longs(tokens, beams);
                OnnxTensor scores = OnnxTensor.createTensor(
                        environment(), logits.slice(0, size), new long[] {beams, 1, graph.vocabulary()})) {
            given.put("input_ids", ids);
            if (graph.isMerged()) {
                own.put("use_cache_branch", OnnxTensor.createTensor(environment(), new boolean[] {begun}));
                if (!begun) {
                    noPast(own);
                }
            }
            given.putAll(own);
            given.keySet().retainAll(session.inputs().keySet());
            Set<String> wanted = new LinkedHashSet<>(presents);
            if (!begun) {
                graph.crossSlots().forEach(slot -> wanted.add(slot.present()));
            }
            OrtSession.Result result = session.run(given, wanted, Map.of("logits", scores), cancel);
            keep(result);
            return logits;
        } catch (OrtException e) {
            throw failure(graph, e);
        } finally {
            own.values().forEach(OnnxTensor::close);
        }
    }

    /** The merged graph wants a past in the first step too and does not look at it. */
    private void noPast(Map<String, OnnxTensor> given) throws OrtException {
        for (List<KvCache.Slot> slots : List.of(graph.slots(), graph.crossSlots())) {
            for (KvCache.Slot slot : slots) {
                FloatBuffer nothing = ByteBuffer.allocateDirect(0).order(ByteOrder.nativeOrder()).asFloatBuffer();
                given.put(slot.past(), OnnxTensor.createTensor(
                        environment(), nothing, new long[] {1, slot.heads(), 0, slot.headSize()}));
            }
        }
    }

    /** What the step gave becomes the past of the next one. */
    private void keep(OrtSession.Result result) {
        for (KvCache.Slot slot : graph.slots()) {
            put(past, slot.past(), (OnnxTensor) result.get(slot.present()).orElseThrow());
        }
        if (!begun) {
            for (KvCache.Slot slot : graph.crossSlots()) {
                put(fixed, slot.past(), (OnnxTensor) result.get(slot.present()).orElseThrow());
            }
        }
        begun = true;
    }

    private static void put(Map<String, OnnxTensor> tensors, String name, OnnxTensor tensor) {
        OnnxTensor old = tensors.put(name, tensor);
        if (old != null) {
            old.close();
        }
    }

    /**
     * Puts beams in another order, some more than once, some not at all.
     *
     * @param beams where each comes from
     */
    void reorder(int[] beams, int beamsBefore) throws ModelException {
        boolean same = beams.length == beamsBefore;
        for (int i = 0; same && i < beams.length; i++) {
            same = beams[i] == i;
        }
        if (same) {
            return;
        }
        try {
            for (Map.Entry<String, OnnxTensor> entry : past.entrySet()) {
                OnnxTensor old = entry.getValue();
                entry.setValue(copied(old, beams));
                old.close();
            }
            if (beams.length != beamsBefore) {
                int[] all = new int[beams.length];
                for (Map.Entry<String, OnnxTensor> entry : fixed.entrySet()) {
                    OnnxTensor old = entry.getValue();
                    entry.setValue(copied(old, all));
                    old.close();
                }
            }
        } catch (OrtException e) {
            throw failure(graph, e);
        }
    }

    /** Rows of a tensor as a tensor of its own. */
    private static OnnxTensor copied(OnnxTensor tensor, int[] rows) throws OrtException {
        long[] shape = tensor.getInfo().getShape();
        ByteBuffer source = tensor.getByteBuffer();
        int row = source.capacity() / (int) Math.max(1, shape[0]);
        ByteBuffer target = ByteBuffer.allocateDirect(row * rows.length).order(ByteOrder.nativeOrder());
        for (int i = 0; i < rows.length; i++) {
            target.put(i * row, source, rows[i] * row, row);
        }
        shape[0] = rows.length;
        return OnnxTensor.createTensor(environment(), target, shape, tensor.getInfo().type);
    }

    private static OnnxTensor longs(long[] values, int rows) throws OrtException {
        LongBuffer buffer = ByteBuffer.allocateDirect(values.length * Long.BYTES).order(ByteOrder.nativeOrder()).asLongBuffer();
        buffer.put(0, values);
        return OnnxTensor.createTensor(environment(), buffer, new long[] {rows, values.length / rows});
    }

    private static OrtEnvironment environment() {
        return OrtEnvironment.getEnvironment();
    }

    private static ModelException failure(Seq2SeqGraph graph, OrtException e) {
        return new ModelException(graph.owner() + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            fixed.values().forEach(OnnxTensor::close);
            past.values().forEach(OnnxTensor::close);
            NativeHandles.closed();
        }
    }
}
