package org.scholion.inference.onnx.internal.constrain;

import java.util.BitSet;
import org.scholion.inference.onnx.internal.constrain.Grammar.Edge;

/** Looks for rules that begin with themselves, in which one would never come to a letter. */
final class LeftRecursion {

    private final Grammar grammar;
    private final BitSet nullable = new BitSet();

    LeftRecursion(Grammar grammar) {
        this.grammar = grammar;
    }

    void check() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int rule = 0; rule < grammar.ruleCount(); rule++) {
                if (!nullable.get(rule) && reach(rule).nodes.get(grammar.end(rule))) {
                    nullable.set(rule);
                    changed = true;
                }
            }
        }
        BitSet[] first = new BitSet[grammar.ruleCount()];
        for (int rule = 0; rule < first.length; rule++) {
            first[rule] = reach(rule).rules;
        }
        for (int rule = 0; rule < first.length; rule++) {
            BitSet all = new BitSet();
            BitSet open = (BitSet) first[rule].clone();
            while (!open.isEmpty()) {
                int next = open.nextSetBit(0);
                open.clear(next);
                all.set(next);
                BitSet more = (BitSet) first[next].clone();
                more.andNot(all);
                open.or(more);
            }
            if (all.get(rule)) {
                throw new IllegalArgumentException("a rule begins with itself");
            }
        }
    }

    private record Reached(BitSet nodes, BitSet rules) {}

    /** What is reached from the beginning of a rule without a letter. */
    private Reached reach(int rule) {
        BitSet nodes = new BitSet();
        BitSet rules = new BitSet();
        BitSet open = new BitSet();
        open.set(grammar.begin(rule));
        while (!open.isEmpty()) {
            int node = open.nextSetBit(0);
            open.clear(node);
            nodes.set(node);
            for (Edge edge : grammar.edges(node)) {
                switch (edge) {
                    case Edge.Empty empty -> open.set(empty.to(), !nodes.get(empty.to()));
                    case Edge.Rule called -> {
                        rules.set(called.rule());
                        if (nullable.get(called.rule()) && !nodes.get(called.to())) {
                            open.set(called.to());
                        }
                    }
                    case Edge.Bytes bytes -> {
                        // a letter
                    }
                }
            }
        }
        return new Reached(nodes, rules);
    }
}
