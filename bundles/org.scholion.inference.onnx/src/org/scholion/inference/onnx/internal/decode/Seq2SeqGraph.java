package org.scholion.inference.onnx.internal.decode;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.session.DeviceSession;

/**
 * The graphs of an encoder with its decoder in the layouts of Optimum.
 *
 * @param first makes the first token
 * @param next makes the others; the same as {@code first} where both are merged
 * @param slots keys and values of the decoder itself
 * @param crossSlots keys and values of what the encoder read, made by the first step alone
 */
record Seq2SeqGraph(
        DeviceSession encoder,
        DeviceSession first,
        DeviceSession next,
        List<KvCache.Slot> slots,
        List<KvCache.Slot> crossSlots,
        int vocabulary,
        String owner)
        implements AutoCloseable {

    private static final String PAST = "past_key_values.";

    static Seq2SeqGraph of(DeviceSession encoder, DeviceSession first, Optional<DeviceSession> given, String owner)
            throws ModelException {
        DeviceSession next = given.orElse(first);
        List<KvCache.Slot> slots = new ArrayList<>();
        List<KvCache.Slot> crossSlots = new ArrayList<>();
        for (Map.Entry<String, NodeInfo> input : next.inputs().entrySet()) {
            if (input.getKey().startsWith(PAST)) {
                KvCache.Slot slot = slot(first, input.getKey(), input.getValue(), owner);
                (input.getKey().contains(".encoder.") ? crossSlots : slots).add(slot);
            }
        }
        NodeInfo logits = first.outputs().get("logits");
        boolean known = logits != null && logits.getInfo() instanceof TensorInfo info && info.getShape().length == 3
                && info.getShape()[2] > 0 && info.getShape()[2] <= 1 << 22 && info.type == OnnxJavaType.FLOAT;
        if (!known || slots.isEmpty() || crossSlots.isEmpty() || !encoder.outputs().containsKey("last_hidden_state")) {
            throw new ModelException(NLS.bind(Messages.Decoder_noPast, owner));
        }
        int vocabulary = (int) ((TensorInfo) first.outputs().get("logits").getInfo()).getShape()[2];
        return new Seq2SeqGraph(encoder, first, next, List.copyOf(slots), List.copyOf(crossSlots), vocabulary, owner);
    }

    private static KvCache.Slot slot(DeviceSession first, String name, NodeInfo input, String owner) throws ModelException {
        String present = "present." + name.substring(PAST.length());
        if (!(input.getInfo() instanceof TensorInfo info) || info.getShape().length != 4 || info.getShape()[1] < 1
                || info.getShape()[3] < 1 || info.type != OnnxJavaType.FLOAT || !first.outputs().containsKey(present)) {
            throw new ModelException(NLS.bind(Messages.Decoder_noPast, owner));
        }
        return new KvCache.Slot(name, present, (int) info.getShape()[1], (int) info.getShape()[3], info.type);
    }

    boolean isMerged() {
        return first == next;
    }

    @Override
    public void close() {
        encoder.close();
        first.close();
        if (!isMerged()) {
            next.close();
        }
    }
}
