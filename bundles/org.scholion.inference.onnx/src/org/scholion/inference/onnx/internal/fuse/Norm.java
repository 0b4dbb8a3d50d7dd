package org.scholion.inference.onnx.internal.fuse;

import static org.scholion.inference.onnx.internal.fuse.GraphView.input;
import static org.scholion.inference.onnx.internal.fuse.GraphView.numbers;
import static org.scholion.inference.onnx.internal.fuse.GraphView.output;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import java.util.Optional;

/**
 * A sum brought to mean 0 and variance 1 in each row, then scaled and shifted.
 *
 * @param first the first value of the sum
 * @param second the other
 * @param result what the last node of the pattern makes
 */
record Norm(String first, String second, String gain, String shift, float epsilon, String result) {

    private static final List<Long> LAST = List.of(-1L);

    /** @param shifted the last node of the pattern */
    static Optional<Norm> at(NodeProto shifted, GraphView view) {
        NodeProto scaled = view.maker(input(shifted, 0), "Mul");
        NodeProto quotient = view.maker(input(scaled, 0), "Div");
        NodeProto difference = view.maker(input(quotient, 0), "Sub");
        NodeProto mean = view.maker(input(difference, 1), "ReduceMean");
        NodeProto deviation = view.maker(input(quotient, 1), "Sqrt");
        NodeProto raised = view.maker(input(deviation, 0), "Add");
        NodeProto variance = view.maker(input(raised, 0), "ReduceMean");
        NodeProto square = view.maker(input(variance, 0), "Pow");
        NodeProto sum = view.maker(input(difference, 0), "Add");
        String gain = input(scaled, 1);
        String shift = input(shifted, 1);
        float epsilon = view.number(input(raised, 1));
        boolean whole = sum.getInputCount() == 2
                && input(mean, 0).equals(output(sum))
                && input(square, 0).equals(output(difference))
                && view.number(input(square, 1)) == 2
                && overLast(mean, view)
                && overLast(variance, view)
                && epsilon > 0
                && view.vectorSize(gain) > 1
                && view.vectorSize(gain) == view.vectorSize(shift);
        return whole ? Optional.of(new Norm(input(sum, 0), input(sum, 1), gain, shift, epsilon, output(shifted))) : Optional.empty();
    }

    private static boolean overLast(NodeProto mean, GraphView view) {
        return !numbers(mean, "keepdims").contains(0L) && view.axes(mean).equals(LAST);
    }
}
