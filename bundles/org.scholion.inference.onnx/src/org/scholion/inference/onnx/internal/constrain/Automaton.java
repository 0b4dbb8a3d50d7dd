package org.scholion.inference.onnx.internal.constrain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.inference.onnx.internal.constrain.Grammar.Edge;

/**
 * A grammar at work: where an output may be in it. States are made when they are first reached and kept with the tokens that they
 * allow, since outputs come back to the same ones again and again. Synchronised by its users.
 */
final class Automaton {

    private static final int MOST_STATES = 20_000;
    private static final int MOST_PLACES = 4_000;

    private final Grammar grammar;
    private final State start;
    // calls that wait for their end: the node behind, and the call around; 0 is none
    private int[] callNodes = new int[64];
    private int[] callOuters = new int[64];
    private int callCount = 1;
    private final Map<Long, Integer> calls = new HashMap<>();
    private final Map<Key, State> states = new HashMap<>();

    Automaton(GrammarParser.Parsed parsed) {
        grammar = parsed.grammar();
        Places places = new Places();
        places.open(grammar.begin(parsed.start()), 0);
        start = places.state();
    }

    /** All the places in the grammar at which an output may be. */
    static final class State {
        private final long[] places;
        private final boolean accepting;
        private final @Nullable State[] next = new @Nullable State[256];
        private Optional<BitSet> allowed = Optional.empty();

        private State(long[] places, boolean accepting) {
            this.places = places;
            this.accepting = accepting;
        }

        /** Whether an output may end here. */
        boolean accepting() {
            return accepting;
        }

        /** Whether nothing can follow. */
        boolean isFinal() {
            return places.length == 0;
        }

        /** The tokens that may follow, when they are known. */
        Optional<BitSet> allowed() {
            return allowed;
        }

        void allow(BitSet tokens) {
            allowed = Optional.of(tokens);
        }
    }

    private record Key(String places) {}

    State start() {
        return start;
    }

    /** The state behind a byte; one that is final and not accepting when the byte must not come. */
    State next(State state, int value) {
        State known = state.next[value];
        if (known != null) {
            return known;
        }
        Places places = new Places();
        for (long place : state.places) {
            for (Edge edge : grammar.edges((int) (place >>> 32))) {
                if (edge instanceof Edge.Bytes bytes && bytes.low() <= value && value <= bytes.high()) {
                    places.open(bytes.to(), (int) place);
                }
            }
        }
        State made = places.state();
        state.next[value] = made;
        return made;
    }

    /** Collects the places that are reached without a byte. */
    private final class Places {
        private final Set<Long> seen = new HashSet<>();
        private long[] waiting = new long[16];
        private int waitingCount;
        private long[] found = new long[8];
        private int foundCount;
        private boolean accepting;

        void open(int node, int call) {
            long place = (long) node << 32 | call;
            // of a grammar with too many readings some are given up, which allows less, never more
            if (seen.size() < MOST_PLACES && seen.add(place)) {
                if (waitingCount == waiting.length) {
                    waiting = Arrays.copyOf(waiting, waitingCount * 2);
                }
                waiting[waitingCount++] = place;
            }
        }

        State state() {
            while (waitingCount > 0) {
                long place = waiting[--waitingCount];
                visit((int) (place >>> 32), (int) place);
            }
            long[] places = Arrays.copyOf(found, foundCount);
            Arrays.sort(places);
            if (states.size() > MOST_STATES) {
                states.clear();
            }
            // texts make good keys: arrays have no equality
            Key key = new Key(accepting + Arrays.toString(places));
            return states.computeIfAbsent(key, missing -> new State(places, accepting));
        }

        private void visit(int node, int call) {
            if (grammar.isEnd(node)) {
                if (call == 0) {
                    accepting = true;
                } else {
                    open(callNodes[call], callOuters[call]);
                }
                return;
            }
            boolean waits = false;
            for (Edge edge : grammar.edges(node)) {
                switch (edge) {
                    case Edge.Empty empty -> open(empty.to(), call);
                    case Edge.Rule rule -> {
                        int behind = grammar.settled(rule.to());
                        open(grammar.begin(rule.rule()), grammar.isEnd(behind) ? call : call(behind, call));
                    }
                    case Edge.Bytes bytes -> waits = true;
                }
            }
            if (waits) {
                if (foundCount == found.length) {
                    found = Arrays.copyOf(found, foundCount * 2);
                }
                found[foundCount++] = (long) node << 32 | call;
            }
        }
    }

    private int call(int node, int outer) {
        return calls.computeIfAbsent((long) node << 32 | outer, missing -> {
            if (callCount == callNodes.length) {
                callNodes = Arrays.copyOf(callNodes, callCount * 2);
                callOuters = Arrays.copyOf(callOuters, callCount * 2);
            }
            callNodes[callCount] = node;
            callOuters[callCount] = outer;
            return callCount++;
        });
    }
}
