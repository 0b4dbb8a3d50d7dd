package org.scholion.inference.onnx.internal.decode;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.scholion.inference.onnx.internal.session.NativeHandles;

/**
 * The keys and values of the tokens so far, of all layers, in direct buffers that are made once and doubled when they are full. Where
 * the graph writes in place past and present are one tensor; elsewhere two buffers take turns, so that nothing is copied but what the
 * graph itself copies. Not thread-safe; one owner.
 */
final class KvCache implements AutoCloseable {

    /**
     * A key or value of a layer.
     *
     * @param past the input
     * @param present the output
     * @param heads of keys and values
     * @param headSize numbers of each head
     */
    record Slot(String past, String present, int heads, int headSize, OnnxJavaType type) {
        int bytesPerToken() {
            return headSize * type.size;
        }
    }

    private final List<Slot> slots;
    private final boolean shared;
    private final ByteBuffer[] active;
    private final ByteBuffer[] other;
    private final OnnxTensor[] tensors;
    private final OnnxTensor[] presents;
    private int capacity;
    private int length;
    private boolean closed;

    /** @param shared whether the graph writes in place */
    KvCache(List<Slot> slots, boolean shared, int capacity) throws OrtException {
        this.slots = slots;
        this.shared = shared;
        this.capacity = Math.max(1, capacity);
        active = new ByteBuffer[slots.size()];
        other = new ByteBuffer[slots.size()];
        tensors = new OnnxTensor[slots.size()];
        presents = new OnnxTensor[slots.size()];
        for (int i = 0; i < tensors.length; i++) {
            active[i] = buffer(slots.get(i));
            other[i] = shared ? active[i] : buffer(slots.get(i));
            tensors[i] = tensor(i, active[i], shared ? this.capacity : 0);
        }
        NativeHandles.opened();
    }

    int length() {
        return length;
    }

    /** How many tokens fit before buffers grow. */
    int capacity() {
        return capacity;
    }

    /** Adds the inputs and outputs of a step over some more tokens. */
    void bind(int count, Map<String, OnnxTensor> given, Map<String, OnnxTensor> pinned) throws OrtException {
        ensure(length + count);
        for (int i = 0; i < tensors.length; i++) {
            Slot slot = slots.get(i);
            given.put(slot.past(), tensors[i]);
            presents[i] = shared ? tensors[i] : tensor(i, other[i], length + count);
            pinned.put(slot.present(), presents[i]);
        }
    }

    /** After the step: what it wrote is part of the cache. */
    void advance(int count) {
        length += count;
        for (int i = 0; i < tensors.length && !shared; i++) {
            tensors[i].close();
            tensors[i] = presents[i];
            ByteBuffer written = other[i];
            other[i] = active[i];
            active[i] = written;
        }
    }

    /** After a step that failed: as before it. */
    void abandon() {
        for (int i = 0; i < tensors.length && !shared; i++) {
            presents[i].close();
        }
    }

    /** Forgets the tokens from this one on. */
    void truncate(int newLength) throws OrtException {
        if (newLength >= length) {
            return;
        }
        for (int i = 0; i < tensors.length && !shared; i++) {
            Slot slot = slots.get(i);
            int bytes = slot.bytesPerToken();
            for (int head = 1; head < slot.heads(); head++) {
                active[i].put(head * newLength * bytes, active[i], head * length * bytes, newLength * bytes);
            }
            tensors[i].close();
            tensors[i] = tensor(i, active[i], newLength);
        }
        length = newLength;
    }

    private void ensure(int wanted) throws OrtException {
        if (wanted <= capacity) {
            return;
        }
        int stride = shared ? capacity : length;
        capacity = Math.max(wanted, capacity * 2);
        for (int i = 0; i < tensors.length; i++) {
            Slot slot = slots.get(i);
            int bytes = slot.bytesPerToken();
            ByteBuffer grown = buffer(slot);
            int newStride = shared ? capacity : length;
            for (int head = 0; head < slot.heads(); head++) {
                grown.put(head * newStride * bytes, active[i], head * stride * bytes, length * bytes);
            }
            tensors[i].close();
            active[i] = grown;
            other[i] = shared ? grown : buffer(slot);
            tensors[i] = tensor(i, grown, shared ? capacity : length);
        }
    }

    private ByteBuffer buffer(Slot slot) {
        int size = Math.multiplyExact(Math.multiplyExact(slot.heads(), capacity), slot.bytesPerToken());
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    private OnnxTensor tensor(int i, ByteBuffer buffer, int tokens) throws OrtException {
        Slot slot = slots.get(i);
        ByteBuffer part = buffer.slice(0, slot.heads() * tokens * slot.bytesPerToken()).order(ByteOrder.nativeOrder());
        long[] shape = {1, slot.heads(), tokens, slot.headSize()};
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), part, shape, slot.type());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            for (OnnxTensor tensor : tensors) {
                tensor.close();
            }
            NativeHandles.closed();
        }
    }
}
