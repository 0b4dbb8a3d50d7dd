package org.scholion.inference.onnx.internal.constrain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.scholion.inference.onnx.internal.constrain.Automaton.State;
import org.scholion.inference.onnx.internal.token.Vocabulary;

/**
 * The bytes of the tokens of a vocabulary in their order, with how many bytes each has in common with the one before: a trie in two
 * arrays. Tokens whose beginning is not allowed are passed over together. Immutable.
 */
final class TokenTable {

    private final byte[][] bytes;
    private final int[] order;
    private final int[] common;

    TokenTable(Vocabulary vocabulary) {
        bytes = new byte[vocabulary.size()][];
        for (int id = 0; id < bytes.length; id++) {
            bytes[id] = vocabulary.isSpecial(id) ? new byte[0] : vocabulary.bytes(id);
        }
        order = IntStream.range(0, bytes.length).filter(id -> bytes[id].length > 0).boxed()
                .sorted((a, b) -> Arrays.compareUnsigned(bytes[a], bytes[b])).mapToInt(Integer::intValue).toArray();
        common = new int[order.length];
        for (int i = 1; i < order.length; i++) {
            int mismatch = Arrays.mismatch(bytes[order[i - 1]], bytes[order[i]]);
            common[i] = mismatch < 0 ? bytes[order[i]].length : mismatch;
        }
    }

    /** The bytes of a token; none for signs that are no text. */
    byte[] bytes(int token) {
        return token < bytes.length ? bytes[token] : new byte[0];
    }

    /** The tokens that may come at a state. */
    BitSet allowed(Automaton automaton, State from) {
        BitSet allowed = new BitSet(bytes.length);
        State[] path = new State[64];
        path[0] = from;
        int i = 0;
        while (i < order.length) {
            byte[] token = bytes[order[i]];
            if (path.length <= token.length) {
                path = Arrays.copyOf(path, token.length * 2);
            }
            int at = common[i];
            while (at < token.length && !dead(path[at])) {
                path[at + 1] = automaton.next(path[at], token[at] & 0xff);
                at++;
            }
            if (!dead(path[at])) {
                allowed.set(order[i]);
                i++;
                continue;
            }
            // the first bytes lead nowhere: nor do they in the tokens that share them
            i++;
            while (i < order.length && common[i] >= at) {
                i++;
            }
        }
        return allowed;
    }

    static boolean dead(State state) {
        return state.isFinal() && !state.accepting();
    }
}
