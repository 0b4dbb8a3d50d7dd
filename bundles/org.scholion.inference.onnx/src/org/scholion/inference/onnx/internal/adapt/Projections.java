package org.scholion.inference.onnx.internal.adapt;

import static org.scholion.inference.onnx.internal.fuse.GraphView.input;
import static org.scholion.inference.onnx.internal.fuse.GraphView.output;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scholion.inference.onnx.internal.fuse.GraphView;

/**
 * The products of a graph with matrices of weights, by the names that PyTorch gives them: the value
 * {@code /encoder/layer.0/output/dense/MatMul_output_0} belongs to the module {@code encoder.layer.0.output.dense}. The weights are
 * floats, or have 8 bits and their input a scale that is taken at each run.
 */
final class Projections {

    private static final String PRODUCT = "(.+)/MatMul(_\\d+)?_output_0";

    /**
     * A product with its bias, where it has one: ONNX Runtime adds that with the product.
     *
     * @param value what comes of it
     * @param input the floats that it takes
     * @param from how many of them
     * @param to how many it makes
     */
    record Product(String value, String input, long from, long to) {}

    private final GraphView view;
    private final Map<String, Product> byModule = new HashMap<>();

    Projections(GraphProto graph) {
        view = new GraphView(graph);
        for (NodeProto node : graph.getNodeList()) {
            if (output(node).matches(PRODUCT)) {
                product(node).ifPresent(product -> byModule.put(module(output(node)), product));
            }
        }
    }

    private static String module(String value) {
        return '.' + value.replaceFirst(PRODUCT, "$1").replaceFirst("^/", "").replace('/', '.');
    }

    private Optional<Product> product(NodeProto node) {
        if (view.maker(output(node), "MatMul").equals(node)) {
            return product(node, input(node, 0), view.matrix(input(node, 1), TensorProto.DataType.FLOAT));
        }
        if (!view.maker(output(node), "Mul").equals(node)) {
            return Optional.empty();
        }
        // the sum in whole numbers, cast to floats, times both scales
        NodeProto cast = view.maker(input(node, 0), "Cast");
        NodeProto whole = view.maker(input(cast, 0), "MatMulInteger");
        NodeProto quantised = view.maker(input(whole, 0), "DynamicQuantizeLinear");
        List<Long> matrix = view.matrix(input(whole, 1), TensorProto.DataType.UINT8, TensorProto.DataType.INT8);
        return output(quantised).equals(input(whole, 0)) ? product(node, input(quantised, 0), matrix) : Optional.empty();
    }

    private Optional<Product> product(NodeProto node, String input, List<Long> matrix) {
        if (matrix.isEmpty() || input.isEmpty()) {
            return Optional.empty();
        }
        NodeProto sum = view.onlyUser(output(node), "Add");
        long to = matrix.get(1);
        boolean biased = view.vectorSize(input(sum, 0)) == to || view.vectorSize(input(sum, 1)) == to;
        return Optional.of(new Product(biased ? output(sum) : output(node), input, matrix.get(0), to));
    }

    /**
     * The product of a module. The whole model may have been exported within another, and the adapter been made within a model that
     * gives its encoder a name, such as {@code bert}.
     *
     * @return empty where there is none, or more than one
     */
    Optional<Product> find(String module) {
        Optional<Product> found = ending('.' + module);
        int first = module.indexOf('.');
        return found.isPresent() || first < 0 ? found : ending(module.substring(first));
    }

    private Optional<Product> ending(String name) {
        List<Map.Entry<String, Product>> found =
                byModule.entrySet().stream().filter(each -> each.getKey().endsWith(name)).toList();
        return found.size() == 1 ? Optional.of(found.getFirst().getValue()) : Optional.empty();
    }
}
