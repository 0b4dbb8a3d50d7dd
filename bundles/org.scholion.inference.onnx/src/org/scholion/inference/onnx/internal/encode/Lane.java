package org.scholion.inference.onnx.internal.encode;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.Messages;
import org.scholion.inference.onnx.internal.session.DeviceSession;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Runs batches one after the other with buffers that are used again: the inputs are written where ONNX Runtime reads them, and it
 * writes the output where it is used. Used by one thread at a time.
 */
final class Lane {

    private static final int LEAST_BYTES = 1 << 12;

    private final DeviceSession session;
    private final String output;
    /** How many numbers the output has for each token or, of rank 2, for each row. */
    private final int width;
    private final boolean perToken;
    private final Map<String, ByteBuffer> buffers = new HashMap<>();

    Lane(DeviceSession session, String output, int width, boolean perToken) {
        this.session = session;
        this.output = output;
        this.width = width;
        this.perToken = perToken;
    }

    /** What is done with the output of a batch. */
    @FunctionalInterface
    interface Use {
        /**
         * Called for each row.
         *
         * @param place the position of the row in the batch
         * @param values the output of the whole batch; valid during the call
         * @param start where the numbers of the row begin
         */
        void row(int place, FloatBuffer values, int start);
    }

    void run(List<Row> rows, CancelToken cancel, Use use) throws ModelException, CancelledException {
        int length = rows.stream().mapToInt(Row::count).max().orElse(0);
        long[] shape = {rows.size(), length};
        Map<String, OnnxTensorLike> inputs = new HashMap<>();
        try {
            for (Map.Entry<String, NodeInfo> input : session.inputs().entrySet()) {
                inputs.put(input.getKey(), input(input.getKey(), type(input.getValue()), rows, length, shape));
            }
            if (type(session.outputs().get(output)) == OnnxJavaType.FLOAT) {
                pinned(rows, length, inputs, cancel, use);
            } else {
                converted(rows, length, inputs, cancel, use);
            }
        } catch (OrtException e) {
            throw new ModelException(NLS.bind(Messages.Graph_runFailed, session.file(), e.getMessage()), e);
        } finally {
            inputs.values().forEach(OnnxTensorLike::close);
        }
    }

    private void pinned(List<Row> rows, int length, Map<String, OnnxTensorLike> inputs, CancelToken cancel, Use use)
            throws OrtException, ModelException, CancelledException {
        long[] shape = perToken ? new long[] {rows.size(), length, width} : new long[] {rows.size(), width};
        int count = rows.size() * rowSize(length);
        FloatBuffer values = buffer(output, (long) count * Float.BYTES).asFloatBuffer().limit(count);
        try (OnnxTensor target = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, shape);
                OrtSession.Result result = session.run(inputs, Set.of(), Map.of(output, target), cancel)) {
            for (int i = 0; i < rows.size(); i++) {
                use.row(i, values, i * rowSize(length));
            }
        }
    }

    /** For models of 16-bit floats. */
    private void converted(List<Row> rows, int length, Map<String, OnnxTensorLike> inputs, CancelToken cancel, Use use)
            throws ModelException, CancelledException {
        try (OrtSession.Result result = session.run(inputs, Set.of(output), Map.of(), cancel)) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            if (values == null || values.remaining() != rows.size() * rowSize(length)) {
                throw new ModelException(NLS.bind(Messages.Graph_outputs, session.file(), output));
            }
            for (int i = 0; i < rows.size(); i++) {
                use.row(i, values, i * rowSize(length));
            }
        }
    }

    private int rowSize(int length) {
        return perToken ? length * width : width;
    }

    private OnnxTensor input(String name, OnnxJavaType type, List<Row> rows, int length, long[] shape)
            throws OrtException, ModelException {
        boolean wide = type == OnnxJavaType.INT64;
        if (!wide && type != OnnxJavaType.INT32) {
            throw new ModelException(NLS.bind(Messages.Graph_inputs, session.file(), name));
        }
        int size = wide ? Long.BYTES : Integer.BYTES;
        ByteBuffer bytes = buffer(name, (long) rows.size() * length * size);
        for (Row row : rows) {
            for (int i = 0; i < length; i++) {
                long value = value(name, row, i);
                if (wide) {
                    bytes.putLong(value);
                } else {
                    bytes.putInt((int) value);
                }
            }
        }
        bytes.flip();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        return wide
                ? OnnxTensor.createTensor(environment, bytes.asLongBuffer(), shape)
                : OnnxTensor.createTensor(environment, bytes.asIntBuffer(), shape);
    }

    private long value(String name, Row row, int index) throws ModelException {
        boolean padding = index >= row.count();
        return switch (name) {
            // any token will do where the mask is 0
            case "input_ids" -> padding ? row.id(0) : row.id(index);
            case "attention_mask" -> padding ? 0 : 1;
            case "token_type_ids" -> padding ? 0 : row.type(index);
            case "position_ids" -> index;
            default -> throw new ModelException(NLS.bind(Messages.Graph_inputs, session.file(), name));
        };
    }

    private static OnnxJavaType type(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo tensor ? tensor.type : OnnxJavaType.UNKNOWN;
    }

    private ByteBuffer buffer(String name, long size) throws ModelException {
        if (size > Integer.MAX_VALUE / 2) {
            throw new ModelException(NLS.bind(Messages.Graph_runFailed, session.file(), size + " bytes"));
        }
        ByteBuffer buffer = buffers.get(name);
        if (buffer == null || buffer.capacity() < size) {
            int capacity = Math.max(LEAST_BYTES, Integer.highestOneBit(Math.max(1, (int) size - 1)) * 2);
            buffer = ByteBuffer.allocateDirect(capacity).order(ByteOrder.nativeOrder());
            buffers.put(name, buffer);
        }
        return buffer.clear();
    }
}
