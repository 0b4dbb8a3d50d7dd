package org.scholion.assist.writing.internal.extract;

import java.util.List;

/** A bias, and a weight for each feature after it has been brought to mean 0 and deviation 1. Immutable. */
final class LinearModel {

    /**
     * What was learned of a feature.
     *
     * @param deviation above 0
     */
    record Weight(double mean, double deviation, double weight) {}

    private final List<Weight> weights;
    private final double bias;

    /** @param weights in the order of the features */
    LinearModel(List<Weight> weights, double bias) {
        this.weights = List.copyOf(weights);
        this.bias = bias;
    }

    double score(double[] features) {
        double sum = bias;
        for (int i = 0; i < features.length; i++) {
            Weight weight = weights.get(i);
            sum += (features[i] - weight.mean()) / weight.deviation() * weight.weight();
        }
        return sum;
    }
}
