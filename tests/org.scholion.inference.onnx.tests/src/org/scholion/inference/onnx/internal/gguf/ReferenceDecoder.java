package org.scholion.inference.onnx.internal.gguf;

import java.util.Map;

/** The arithmetic of the decoder in plain loops over a whole text, with the rows of queries and keys as llama.cpp has them. */
final class ReferenceDecoder {

    private final TinyModel model;
    private final Map<String, float[]> weights;

    ReferenceDecoder(TinyModel model) {
        this.model = model;
        weights = model.weights;
    }

    /** Logits of each position. */
    double[][] logits(long[] ids) {
        double[][] states = new double[ids.length][];
        for (int i = 0; i < ids.length; i++) {
            states[i] = row("token_embd.weight", (int) ids[i], TinyModel.HIDDEN);
        }
        for (int layer = 0; layer < TinyModel.LAYERS; layer++) {
            layer("blk." + layer + ".", states);
        }
        String head = weights.containsKey("output.weight") ? "output.weight" : "token_embd.weight";
        double[][] logits = new double[ids.length][];
        for (int i = 0; i < ids.length; i++) {
            logits[i] = product(head, normed("output_norm.weight", states[i]));
        }
        return logits;
    }

    private void layer(String block, double[][] states) {
        int count = states.length;
        double[][] queries = new double[count][];
        double[][] keys = new double[count][];
        double[][] values = new double[count][];
        for (int i = 0; i < count; i++) {
            double[] input = normed(block + "attn_norm.weight", states[i]);
            queries[i] = turned(heads(block + "attn_q", input), i);
            keys[i] = turned(heads(block + "attn_k", input), i);
            values[i] = heads(block + "attn_v", input);
        }
        for (int i = 0; i < count; i++) {
            add(states[i], product(block + "attn_output.weight", attended(queries[i], keys, values, i)));
            double[] input = normed(block + "ffn_norm.weight", states[i]);
            double[] gate = product(block + "ffn_gate.weight", input);
            double[] up = product(block + "ffn_up.weight", input);
            for (int k = 0; k < gate.length; k++) {
                gate[k] = gate[k] / (1 + Math.exp(-gate[k])) * up[k];
            }
            add(states[i], product(block + "ffn_down.weight", gate));
        }
    }

    private double[] heads(String name, double[] input) {
        double[] output = product(name + ".weight", input);
        float[] bias = weights.get(name + ".bias");
        for (int i = 0; bias != null && i < output.length; i++) {
            output[i] += bias[i];
        }
        float[] norm = weights.get(name + "_norm.weight");
        for (int start = 0; norm != null && start < output.length; start += TinyModel.HEAD) {
            double[] head = new double[TinyModel.HEAD];
            System.arraycopy(output, start, head, 0, TinyModel.HEAD);
            System.arraycopy(normed(name + "_norm.weight", head), 0, output, start, TinyModel.HEAD);
        }
        return output;
    }

    /** Turns pairs: neighbours for llama, halves of a head for the others. */
    private double[] turned(double[] states, int position) {
        boolean neighbours = "llama".equals(model.architecture);
        double[] turned = states.clone();
        int half = TinyModel.HEAD / 2;
        for (int start = 0; start < states.length; start += TinyModel.HEAD) {
            for (int i = 0; i < half; i++) {
                int a = start + (neighbours ? 2 * i : i);
                int b = start + (neighbours ? 2 * i + 1 : i + half);
                double angle = position * Math.pow(TinyModel.ROPE_BASE, -2.0 * i / TinyModel.HEAD);
                turned[a] = states[a] * Math.cos(angle) - states[b] * Math.sin(angle);
                turned[b] = states[a] * Math.sin(angle) + states[b] * Math.cos(angle);
            }
        }
        return turned;
    }

    private static double[] attended(double[] query, double[][] keys, double[][] values, int last) {
        double[] output = new double[query.length];
        for (int head = 0; head < TinyModel.HEADS; head++) {
            int own = head * TinyModel.HEAD;
            int shared = head / (TinyModel.HEADS / TinyModel.KEY_HEADS) * TinyModel.HEAD;
            double[] shares = new double[last + 1];
            double sum = 0;
            for (int i = 0; i <= last; i++) {
                double dot = 0;
                for (int k = 0; k < TinyModel.HEAD; k++) {
                    dot += query[own + k] * keys[i][shared + k];
                }
                shares[i] = Math.exp(dot / Math.sqrt(TinyModel.HEAD));
                sum += shares[i];
            }
            for (int i = 0; i <= last; i++) {
                for (int k = 0; k < TinyModel.HEAD; k++) {
                    output[own + k] += shares[i] / sum * values[i][shared + k];
                }
            }
        }
        return output;
    }

    private double[] normed(String name, double[] input) {
        double squares = 0;
        for (double number : input) {
            squares += number * number;
        }
        double factor = 1 / Math.sqrt(squares / input.length + TinyModel.EPSILON);
        double[] output = new double[input.length];
        for (int i = 0; i < input.length; i++) {
            output[i] = input[i] * factor * weights.get(name)[i];
        }
        return output;
    }

    private double[] product(String name, double[] input) {
        float[] matrix = weights.get(name);
        double[] output = new double[matrix.length / input.length];
        for (int i = 0; i < output.length; i++) {
            for (int k = 0; k < input.length; k++) {
                output[i] += matrix[i * input.length + k] * input[k];
            }
        }
        return output;
    }

    private double[] row(String name, int index, int size) {
        double[] row = new double[size];
        for (int i = 0; i < size; i++) {
            row[i] = weights.get(name)[index * size + i];
        }
        return row;
    }

    private static void add(double[] sum, double[] change) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += change[i];
        }
    }
}
