package org.scholion.inference.onnx.internal.fuse;

import static org.scholion.inference.onnx.internal.fuse.GraphView.input;
import static org.scholion.inference.onnx.internal.fuse.GraphView.numbers;
import static org.scholion.inference.onnx.internal.fuse.GraphView.output;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import java.util.Optional;

/**
 * Attention with several heads, from the projected values to the heads laid side by side.
 *
 * @param scale what the products of queries and keys are multiplied by
 * @param masked what is added to them where the mask is 0
 * @param result what the last node of the pattern makes
 */
record Attention(String query, String key, String value, long headCount, float scale, float masked, String result) {

    /** The input whose 0 stands for padding. */
    static final String MASK = "attention_mask";

    private static final List<Long> HEADS_FIRST = List.of(0L, 2L, 1L, 3L);
    private static final List<Long> KEYS = List.of(0L, 2L, 3L, 1L);
    private static final List<Long> FIRST = List.of(0L);
    private static final float LEAST_MASK = -1e4f;
    private static final long FLOAT = 1;

    static Optional<Attention> at(NodeProto softmax, GraphView view) {
        NodeProto sum = view.maker(input(softmax, 0), "Add");
        NodeProto quotient = view.maker(input(sum, 0), "Div");
        NodeProto products = view.maker(input(quotient, 0), "MatMul");
        NodeProto weighed = view.user(output(softmax), "MatMul");
        NodeProto back = view.user(output(weighed), "Transpose");
        NodeProto joined = view.user(output(back), "Reshape");
        Heads query = Heads.at(input(products, 0), HEADS_FIRST, view);
        Heads key = Heads.at(input(products, 1), KEYS, view);
        Heads value = Heads.at(input(weighed, 1), HEADS_FIRST, view);
        List<Long> axis = numbers(softmax, "axis");
        float divisor = view.number(input(quotient, 1));
        float masked = masked(input(sum, 1), view);
        boolean whole = (axis.equals(List.of(3L)) || axis.equals(List.of(-1L)))
                && divisor > 0
                && masked <= LEAST_MASK
                && query.count() > 0
                && key.sameForm(query)
                && value.sameForm(query)
                && numbers(back, "perm").equals(HEADS_FIRST)
                && shape(input(joined, 1), output(back), view).equals(List.of(query.count() * query.size()));
        return whole
                ? Optional.of(new Attention(
                        query.of(), key.of(), value.of(), query.count(), 1 / divisor, masked, output(joined)))
                : Optional.empty();
    }

    /** What is added where the mask is 0; NaN for anything but the usual way from the mask. */
    private static float masked(String value, GraphView view) {
        NodeProto product = view.maker(value, "Mul");
        NodeProto inverse = view.maker(input(product, 0), "Sub");
        NodeProto cast = view.maker(input(inverse, 1), "Cast");
        NodeProto outer = view.maker(input(cast, 0), "Unsqueeze");
        NodeProto inner = view.maker(input(outer, 0), "Unsqueeze");
        boolean whole = view.number(input(inverse, 0)) == 1
                && numbers(cast, "to").equals(List.of(FLOAT))
                && view.axes(outer).equals(List.of(2L))
                && view.axes(inner).equals(List.of(1L))
                && input(inner, 0).equals(MASK);
        return whole ? view.number(input(product, 1)) : Float.NaN;
    }

    /** What a shape has behind the first two dimensions of a value; nothing if it begins otherwise. */
    private static List<Long> shape(String shape, String of, GraphView view) {
        NodeProto parts = view.maker(shape, "Concat");
        if (!numbers(parts, "axis").equals(FIRST)
                || !isDimension(input(parts, 0), of, 0, view)
                || !isDimension(input(parts, 1), of, 1, view)) {
            return List.of();
        }
        return parts.getInputList().stream().skip(2).flatMap(part -> view.longs(part).stream()).toList();
    }

    private static boolean isDimension(String value, String of, long index, GraphView view) {
        NodeProto wide = view.maker(value, "Unsqueeze");
        NodeProto dimension = view.maker(input(wide, 0), "Gather");
        List<Long> axis = numbers(dimension, "axis");
        return view.axes(wide).equals(FIRST)
                && (axis.isEmpty() || axis.equals(FIRST))
                && view.longs(input(dimension, 1)).equals(List.of(index))
                && input(view.maker(input(dimension, 0), "Shape"), 0).equals(of);
    }

    /** A value cut into heads. */
    private record Heads(String of, long count, long size) {

        static Heads at(String value, List<Long> order, GraphView view) {
            NodeProto turned = view.maker(value, "Transpose");
            NodeProto cut = view.maker(input(turned, 0), "Reshape");
            String of = input(cut, 0);
            List<Long> form = shape(input(cut, 1), of, view);
            boolean whole = form.size() == 2 && numbers(turned, "perm").equals(order);
            return whole ? new Heads(of, form.get(0), form.get(1)) : new Heads(of, 0, 0);
        }

        boolean sameForm(Heads other) {
            return count == other.count && size == other.size;
        }
    }
}
