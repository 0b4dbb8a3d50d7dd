package org.scholion.benchmarks;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.scholion.inference.Embeddings;
import org.scholion.inference.Encoder;
import org.scholion.inference.Encoder.Role;
import org.scholion.text.CancelToken;

/** Abstracts to vectors, in turns with Python's ONNX Runtime. */
final class Embedding {

    private static final int ROUNDS = 2;
    private static final int WARM_UP = 200;

    private final Encoder encoder;
    private final List<String> texts;

    Embedding(Encoder encoder, List<String> texts) {
        this.encoder = encoder;
        this.texts = texts;
    }

    /**
     * Texts each second, the best round of each.
     *
     * @param cosine of the vectors that both gave the first text
     */
    record Rates(int texts, double perSecond, double perSecondOfPeer, double ratio, double cosine) {}

    Rates besidePeer(Peer peer) throws Exception {
        encoder.embed(texts.subList(0, WARM_UP), Role.PASSAGE, CancelToken.NEVER);
        peer.measure(WARM_UP);
        double best = Double.MAX_VALUE;
        double bestOfPeer = Double.MAX_VALUE;
        double cosine = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            Embeddings vectors = encoder.embed(texts, Role.PASSAGE, CancelToken.NEVER);
            best = Math.min(best, (System.nanoTime() - begin) / 1e9);
            JsonObject answer = peer.measure(texts.size());
            bestOfPeer = Math.min(bestOfPeer, answer.get("seconds").getAsDouble());
            cosine = cosine(vectors.vector(0), answer.get("first").getAsJsonArray());
        }
        int count = texts.size();
        return new Rates(count, count / best, count / bestOfPeer, bestOfPeer / best, cosine);
    }

    /** Both are normalised. */
    private static double cosine(float[] one, JsonArray other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other.get(i).getAsDouble();
        }
        return sum;
    }
}
