package org.scholion.inference.onnx.internal.decode;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.session.DeviceSession;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * What a causal decoder takes and gives, in the layouts of Optimum, transformers.js and our import of GGUF.
 *
 * @param owner for messages
 * @param slots its keys and values
 * @param shared whether it writes keys and values in place
 * @param positions whether it wants {@code position_ids}
 * @param branches whether it wants {@code use_cache_branch}: a first step of any length, then single tokens, since the branch with a
 *     past was exported for those
 * @param keeps whether {@code num_logits_to_keep} says how many positions get logits
 * @param vocabulary how many logits each position has
 * @param logits 32 or 16 bits
 */
record CausalGraph(
        DeviceSession session,
        String owner,
        List<KvCache.Slot> slots,
        boolean shared,
        boolean positions,
        boolean branches,
        boolean keeps,
        int vocabulary,
        OnnxJavaType logits) {

    private static final String PAST = "past_key_values.";
    private static final List<String> KNOWN =
            List.of("input_ids", "attention_mask", "position_ids", "use_cache_branch", "num_logits_to_keep");

    /** @throws ModelException when it is no such decoder */
    static CausalGraph of(DeviceSession session, String owner, CancelToken cancel) throws ModelException, CancelledException {
        List<KvCache.Slot> slots = new ArrayList<>();
        for (Map.Entry<String, NodeInfo> input : session.inputs().entrySet()) {
            String name = input.getKey();
            if (name.startsWith(PAST)) {
                slots.add(slot(session, name, input.getValue(), owner));
            } else if (!KNOWN.contains(name)) {
                throw new ModelException(NLS.bind(Messages.Decoder_unknownInput, owner, name));
            }
        }
        NodeInfo output = session.outputs().get("logits");
        if (slots.isEmpty() || output == null || !(output.getInfo() instanceof TensorInfo info) || info.getShape().length != 3
                || info.getShape()[2] < 1 || info.getShape()[2] > 1 << 22 || !isFloat(info.type)) {
            throw new ModelException(NLS.bind(Messages.Decoder_noPast, owner));
        }
        boolean branches = session.inputs().containsKey("use_cache_branch");
        CausalGraph graph = new CausalGraph(
                session, owner, List.copyOf(slots), !branches, session.inputs().containsKey("position_ids"), branches,
                session.inputs().containsKey("num_logits_to_keep"), (int) info.getShape()[2], info.type);
        // graphs that want positions copy their past: they need not be tried, which ONNX Runtime would log
        return !branches && !graph.positions() && graph.writesInPlace(cancel) ? graph : graph.copying();
    }

    private static boolean isFloat(OnnxJavaType type) {
        return type == OnnxJavaType.FLOAT || type == OnnxJavaType.FLOAT16;
    }

    private static KvCache.Slot slot(DeviceSession session, String name, NodeInfo input, String owner) throws ModelException {
        String present = "present." + name.substring(PAST.length());
        if (!(input.getInfo() instanceof TensorInfo info) || info.getShape().length != 4 || info.getShape()[1] < 1
                || info.getShape()[3] < 1 || info.getShape()[1] * info.getShape()[3] > 1 << 20 || !isFloat(info.type)
                || !session.outputs().containsKey(present)) {
            throw new ModelException(NLS.bind(Messages.Decoder_noPast, owner));
        }
        return new KvCache.Slot(name, present, (int) info.getShape()[1], (int) info.getShape()[3], info.type);
    }

    /** Tried with one token: a graph that copies its past refuses an output of the length of its input. */
    private boolean writesInPlace(CancelToken cancel) throws CancelledException {
        try (Continuation tried = new Continuation(this, 4)) {
            tried.append(new int[] {0}, 0, 1, 1, cancel);
            return true;
        } catch (ModelException | OrtException refused) {
            return false;
        }
    }

    private CausalGraph copying() {
        return new CausalGraph(session, owner, slots, false, positions, branches, keeps, vocabulary, logits);
    }

    /** A new text with room for some tokens. */
    Continuation open(int capacity) throws ModelException {
        try {
            return new Continuation(this, capacity);
        } catch (OrtException e) {
            throw new ModelException(owner + ": " + e.getMessage(), e);
        }
    }

    /** Bytes of keys and values of one token. */
    long bytesPerToken() {
        return slots.stream().mapToLong(slot -> (long) slot.heads() * slot.bytesPerToken()).sum() * (shared ? 1 : 2);
    }

    static void close(Iterable<OnnxTensor> tensors) {
        tensors.forEach(OnnxTensor::close);
    }
}
