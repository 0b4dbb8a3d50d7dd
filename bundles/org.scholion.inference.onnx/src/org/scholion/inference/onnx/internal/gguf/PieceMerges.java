package org.scholion.inference.onnx.internal.gguf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The merges that are hidden in the scores of a SentencePiece vocabulary: each way to cut a token into two others, the token with the best
 * score first.
 */
final class PieceMerges {

    /** Longer tokens are rows of blanks or the like, which are made of shorter ones anyway. */
    private static final int MAX_LENGTH = 64;

    private PieceMerges() {}

    /** Two tokens that become one. */
    record Merge(String left, String right) {}

    static List<Merge> of(List<String> tokens, float[] scores) {
        Map<String, Integer> ids = HashMap.newHashMap(tokens.size());
        for (int id = 0; id < tokens.size(); id++) {
            ids.put(tokens.get(id), id);
        }
        record Ranked(String left, String right, float score, int leftId, int rightId) {}
        List<Ranked> found = new ArrayList<>();
        for (int id = 0; id < tokens.size(); id++) {
            String token = tokens.get(id);
            if (token.length() > MAX_LENGTH) {
                continue;
            }
            for (int cut = 1; cut < token.length(); cut++) {
                Integer left = ids.get(token.substring(0, cut));
                Integer right = ids.get(token.substring(cut));
                if (left != null && right != null) {
                    found.add(new Ranked(tokens.get(left), tokens.get(right), scores[id], left, right));
                }
            }
        }
        found.sort(Comparator.<Ranked>comparingDouble(merge -> -merge.score)
                .thenComparingInt(Ranked::leftId)
                .thenComparingInt(Ranked::rightId));
        return found.stream().map(merge -> new Merge(merge.left, merge.right)).toList();
    }
}
