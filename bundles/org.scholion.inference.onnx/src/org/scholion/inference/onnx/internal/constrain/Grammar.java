package org.scholion.inference.onnx.internal.constrain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A grammar as a graph of nodes, one part for each rule. An edge passes over a byte of UTF-8, over nothing, or over a whole rule. Built
 * by {@link GrammarParser}; then unchanged.
 */
final class Grammar {

    private static final int MOST_NODES = 200_000;
    private static final int MOST_SETTLED = 16;

    /** How a node goes on. Several edges are alternatives. */
    sealed interface Edge {

        /** A byte from {@code low} to {@code high}, both from 0 to 255. */
        record Bytes(int low, int high, int to) implements Edge {}

        record Empty(int to) implements Edge {}

        /** A whole rule. */
        record Rule(int rule, int to) implements Edge {}
    }

    private final List<List<Edge>> nodes = new ArrayList<>();
    /** The first node of each rule; negative while it is only named. */
    private final List<Integer> begins = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final BitSet isEnd = new BitSet();

    int newNode() {
        if (nodes.size() >= MOST_NODES) {
            throw new IllegalArgumentException("it has more than " + MOST_NODES + " nodes");
        }
        nodes.add(new ArrayList<>(2));
        return nodes.size() - 1;
    }

    /** A rule that is named and has its own beginning and end. */
    int newRule() {
        begins.add(newNode());
        ends.add(newNode());
        isEnd.set(ends.getLast());
        return begins.size() - 1;
    }

    void add(int from, Edge edge) {
        nodes.get(from).add(edge);
    }

    int begin(int rule) {
        return begins.get(rule);
    }

    int end(int rule) {
        return ends.get(rule);
    }

    int ruleCount() {
        return begins.size();
    }

    List<Edge> edges(int node) {
        return nodes.get(node);
    }

    /** Whether a rule ends here. */
    boolean isEnd(int node) {
        return isEnd.get(node);
    }

    /** The node that comes of this one without a choice. */
    int settled(int node) {
        int at = node;
        for (int i = 0; i < MOST_SETTLED && nodes.get(at).size() == 1 && nodes.get(at).getFirst() instanceof Edge.Empty empty; i++) {
            at = empty.to();
        }
        return at;
    }

    /** Adds what passes over one letter of a range of code points, as the bytes of UTF-8. */
    void addLetters(int from, int first, int last, int to) {
        int[] limits = {0x7f, 0x7ff, 0xffff, 0x10ffff};
        int low = first;
        for (int limit : limits) {
            if (low <= last && low <= limit) {
                addSameLength(from, low, Math.min(last, limit), to);
                low = limit + 1;
            }
        }
    }

    private void addSameLength(int from, int first, int last, int to) {
        // surrogates are no letters
        if (first <= 0xdfff && last >= 0xd800) {
            if (first < 0xd800) {
                addSameLength(from, first, 0xd7ff, to);
            }
            if (last > 0xdfff) {
                addSameLength(from, 0xe000, last, to);
            }
            return;
        }
        addBytes(from, utf8(first), utf8(last), 0, to);
    }

    private void addBytes(int from, int[] low, int[] high, int at, int to) {
        if (at == low.length - 1) {
            add(from, new Edge.Bytes(low[at], high[at], to));
            return;
        }
        if (low[at] == high[at]) {
            int next = newNode();
            add(from, new Edge.Bytes(low[at], low[at], next));
            addBytes(next, low, high, at + 1, to);
            return;
        }
        int[] lowEnd = low.clone();
        int[] highBegin = high.clone();
        for (int i = at + 1; i < low.length; i++) {
            lowEnd[i] = 0xbf;
            highBegin[i] = 0x80;
        }
        int first = low[at];
        int last = high[at];
        if (!endsWith(low, at, 0x80)) {
            int next = newNode();
            add(from, new Edge.Bytes(first, first, next));
            addBytes(next, low, lowEnd, at + 1, to);
            first++;
        }
        boolean partOfLast = !endsWith(high, at, 0xbf);
        if (partOfLast) {
            int next = newNode();
            add(from, new Edge.Bytes(last, last, next));
            addBytes(next, highBegin, high, at + 1, to);
            last--;
        }
        if (first <= last) {
            int next = newNode();
            add(from, new Edge.Bytes(first, last, next));
            for (int i = at + 1; i < low.length; i++) {
                int following = i == low.length - 1 ? to : newNode();
                add(next, new Edge.Bytes(0x80, 0xbf, following));
                next = following;
            }
        }
    }

    private static boolean endsWith(int[] bytes, int at, int value) {
        for (int i = at + 1; i < bytes.length; i++) {
            if (bytes[i] != value) {
                return false;
            }
        }
        return true;
    }

    private static int[] utf8(int point) {
        if (point < 0x80) {
            return new int[] {point};
        }
        if (point < 0x800) {
            return new int[] {0xc0 | point >> 6, 0x80 | point & 0x3f};
        }
        if (point < 0x10000) {
            return new int[] {0xe0 | point >> 12, 0x80 | point >> 6 & 0x3f, 0x80 | point & 0x3f};
        }
        return new int[] {0xf0 | point >> 18, 0x80 | point >> 12 & 0x3f, 0x80 | point >> 6 & 0x3f, 0x80 | point & 0x3f};
    }
}
