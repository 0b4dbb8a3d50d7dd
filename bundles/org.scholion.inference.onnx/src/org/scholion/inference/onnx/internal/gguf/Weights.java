package org.scholion.inference.onnx.internal.gguf;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;

/**
 * The matrices of the model as parts of the graph. Names and places are given at once; the numbers are converted later, by
 * {@link #conversions()}.
 */
final class Weights {

    private final GgufFile file;
    private final Graph graph;
    private final ExternalData data;
    private final int accuracyLevel;
    private final Set<String> used = new HashSet<>();
    private final Set<String> sums = new HashSet<>();
    private final List<Conversion> conversions = new ArrayList<>();

    /** @param accuracyLevel of {@code MatMulNBits}: 0 computes with floats, 4 rounds the input to 8 bits */
    Weights(GgufFile file, Graph graph, ExternalData data, int accuracyLevel) {
        this.file = file;
        this.graph = graph;
        this.data = data;
        this.accuracyLevel = accuracyLevel;
    }

    List<Conversion> conversions() {
        return conversions;
    }

    /** The tensors that were asked for. */
    Set<String> used() {
        return used;
    }

    /** A matrix of the given shape in the file. */
    Conversion.Rows rows(String tensor, int rowCount, int columns, int interleavedHead) throws ModelException {
        used.add(tensor);
        return new Conversion.Rows(file.tensor(tensor, rowCount, columns), interleavedHead);
    }

    /** A short vector of plain numbers, stored in the graph. */
    String vector(String tensor, int length) throws ModelException {
        return graph.floats(tensor, numbers(tensor, length), length);
    }

    /** The numbers of a short vector. */
    float[] numbers(String tensor, int length) throws ModelException {
        used.add(tensor);
        GgufTensor found = file.tensor(tensor, 1, length);
        if (!isPlain(found.type())) {
            throw new ModelException(
                    NLS.bind(Messages.Gguf_notSupported, file.path(), tensor + " (" + found.type() + ")"));
        }
        ByteBuffer bytes = ByteBuffer.allocate(found.rowBytes()).order(ByteOrder.LITTLE_ENDIAN);
        file.read(found.offset(), bytes);
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = FloatCodec.read(found.type(), bytes);
        }
        return numbers;
    }

    private static boolean isPlain(GgufType type) {
        return type == GgufType.F32 || type == GgufType.F16 || type == GgufType.BF16;
    }

    /** Whether the matrices can be held as one. */
    static boolean areAlike(List<Conversion.Rows> sources) {
        return sources.stream().map(rows -> rows.tensor().type()).distinct().count() == 1;
    }

    /** A stored matrix: its columns, rows, form and places. */
    record Matrix(String name, int columns, int rowCount, WeightForm form, long quants, long scales, long minima) {

        long quantBytes() {
            return (long) form.quantBytes(columns) * rowCount;
        }

        long blockCount() {
            return (long) form.blocks(columns) * rowCount;
        }
    }

    /** Gives matrices, one under the other, a place. They must be {@linkplain #areAlike alike}. */
    Matrix matrix(String name, List<Conversion.Rows> sources) {
        GgufTensor first = sources.get(0).tensor();
        BlockCodec codec = BlockCodec.of(first.type(), first.columns());
        WeightForm form = codec.form();
        int rowCount = sources.stream().mapToInt(rows -> rows.tensor().rowCount()).sum();
        long quants = data.place((long) form.quantBytes(first.columns()) * rowCount);
        long scaleBytes = form.isFloat() ? 0 : (long) form.blocks(first.columns()) * rowCount * Float.BYTES;
        long scales = data.place(scaleBytes);
        long minima = data.place(form.hasMinimum() ? scaleBytes : 0);
        conversions.add(new Conversion(sources, codec, quants, scales, minima));
        return new Matrix(name, first.columns(), rowCount, form, quants, scales, minima);
    }

    /**
     * The product of a matrix with each row of {@code input}, a value of two dimensions.
     *
     * @param bias the name of a constant that is added
     */
    String product(Matrix matrix, String input, Optional<String> bias) {
        if (matrix.form.isFloat()) {
            String weights = floats(matrix.name + ".weight", matrix.quants, matrix.rowCount, matrix.columns);
            List<String> inputs = new ArrayList<>(List.of(input, weights));
            bias.ifPresent(inputs::add);
            return graph.node("Gemm", inputs, matrix.name + "/y", Graph.attribute("transB", 1));
        }
        int blocks = matrix.form.blocks(matrix.columns);
        int blockBytes = matrix.form.quantBytes(matrix.form.blockWeights());
        String quants = bytes(matrix.name + ".quants", matrix, matrix.rowCount, blocks, blockBytes);
        String scales = floats(matrix.name + ".scales", matrix.scales, matrix.blockCount());
        List<String> inputs = new ArrayList<>(List.of(input, quants, scales));
        bias.ifPresent(name -> inputs.addAll(List.of("", "", name)));
        String product = graph.node(
                Graph.CONTRIB,
                "MatMulNBits",
                inputs,
                List.of(matrix.name + "/y"),
                Graph.attribute("K", matrix.columns),
                Graph.attribute("N", matrix.rowCount),
                Graph.attribute("bits", matrix.form.bits()),
                Graph.attribute("block_size", matrix.form.blockWeights()),
                Graph.attribute("accuracy_level", accuracyLevel));
        if (!matrix.form.hasMinimum()) {
            return product;
        }
        String minima = floats(matrix.name + ".minima", matrix.minima, matrix.rowCount, blocks);
        return graph.node(
                "Gemm",
                List.of(blockSums(input, matrix.columns), minima, product),
                matrix.name + "/z",
                Graph.attribute("transB", 1));
    }

    /** The sums of each 32 numbers of the rows of a value: what the minima of blocks are multiplied with. */
    private String blockSums(String input, int columns) {
        String output = input + "/sums";
        if (sums.add(output)) {
            int blocks = columns / 32;
            float[] ones = new float[columns * blocks];
            for (int i = 0; i < columns; i++) {
                ones[i * blocks + i / 32] = 1;
            }
            String summing = graph.floats("blocks." + columns, ones, columns, blocks);
            graph.node("MatMul", List.of(input, summing), output);
        }
        return output;
    }

    /**
     * The rows of a matrix at the given indices, as floats. The numbers are those of {@link #product}, described a second time: they lie in
     * the file once.
     */
    String lookup(Matrix matrix, String indices, String output) {
        WeightForm form = matrix.form;
        if (form.isFloat()) {
            String weights = floats(matrix.name + ".rows", matrix.quants, matrix.rowCount, matrix.columns);
            return graph.node("Gather", List.of(weights, indices), output);
        }
        int blocks = form.blocks(matrix.columns);
        String quants = bytes(matrix.name + ".rows", matrix, matrix.rowCount, form.quantBytes(matrix.columns));
        String scales = floats(matrix.name + ".rowScales", matrix.scales, matrix.rowCount, blocks);
        String found = graph.node(
                Graph.CONTRIB,
                "GatherBlockQuantized",
                List.of(quants, indices, scales),
                List.of(form.hasMinimum() ? output + "/scaled" : output),
                Graph.attribute("gather_axis", 0),
                Graph.attribute("quantize_axis", 1),
                Graph.attribute("bits", form.bits()),
                Graph.attribute("block_size", form.blockWeights()));
        return form.hasMinimum() ? addMinima(matrix, indices, found, output) : found;
    }

    private String addMinima(Matrix matrix, String indices, String found, String output) {
        int blocks = matrix.form.blocks(matrix.columns);
        String minima = floats(matrix.name + ".rowMinima", matrix.minima, matrix.rowCount, blocks, 1);
        String offsets = graph.node("Gather", List.of(minima, indices), output + "/minima");
        String inBlocks = graph.longs("shape.blocks", 0, 0, blocks, matrix.form.blockWeights());
        String numbers = graph.node("Reshape", List.of(found, inBlocks), output + "/blocks");
        String sum = graph.node("Add", List.of(numbers, offsets), output + "/sum");
        return graph.node("Reshape", List.of(sum, graph.longs("shape.row", 0, 0, matrix.columns)), output);
    }

    private String floats(String name, long place, long... dimensions) {
        long count = Arrays.stream(dimensions).reduce(1, Math::multiplyExact);
        return graph.constant(
                data.tensor(name, TensorProto.DataType.FLOAT, place, count * Float.BYTES, dimensions));
    }

    private String bytes(String name, Matrix matrix, long... dimensions) {
        return graph.constant(
                data.tensor(name, TensorProto.DataType.UINT8, matrix.quants, matrix.quantBytes(), dimensions));
    }
}
