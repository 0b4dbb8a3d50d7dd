package org.scholion.inference.onnx.internal.constrain;

import java.nio.FloatBuffer;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scholion.inference.ModelException;
import org.scholion.inference.OutputConstraint;
import org.scholion.inference.onnx.internal.constrain.Automaton.State;
import org.scholion.inference.onnx.internal.token.Tokenizer;

/** Makes rules for outputs of one model; keeps what it worked out for the last few constraints. Thread-safe. */
public final class ConstraintRules {

    private static final int MOST_KEPT = 4;

    private final Tokenizer tokenizer;
    private final Set<Integer> ends;
    private final Map<OutputConstraint, Automaton> kept = new LinkedHashMap<>();
    private Optional<TokenTable> table = Optional.empty();

    /** @param ends the tokens that end an output */
    public ConstraintRules(Tokenizer tokenizer, Set<Integer> ends) {
        this.tokenizer = tokenizer;
        this.ends = ends;
    }

    /**
     * The rule for one output; empty where anything goes.
     *
     * @throws ModelException when the grammar or schema is wrong or uses what is not understood
     */
    public synchronized Optional<TokenRule> rule(OutputConstraint constraint) throws ModelException {
        Automaton automaton = kept.get(constraint);
        if (automaton == null) {
            Optional<String> grammar = switch (constraint) {
                case OutputConstraint.None none -> Optional.empty();
                case OutputConstraint.Grammar given -> Optional.of(given.gbnf());
                case OutputConstraint.JsonSchema schema -> Optional.of(SchemaGrammar.of(schema.schema()));
            };
            if (grammar.isEmpty()) {
                return Optional.empty();
            }
            automaton = new Automaton(GrammarParser.parse(grammar.get()));
            if (kept.size() >= MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            kept.put(constraint, automaton);
        }
        if (table.isEmpty()) {
            table = Optional.of(new TokenTable(tokenizer.vocabulary()));
        }
        return Optional.of(new Rule(automaton, table.get()));
    }

    private final class Rule implements TokenRule {
        private final Automaton automaton;
        private final TokenTable tokens;
        private State state;

        Rule(Automaton automaton, TokenTable tokens) {
            this.automaton = automaton;
            this.tokens = tokens;
            state = automaton.start();
        }

        private State behind(int token) {
            synchronized (automaton) {
                State at = state;
                for (byte value : tokens.bytes(token)) {
                    at = automaton.next(at, value & 0xff);
                }
                return at;
            }
        }

        @Override
        public boolean allows(int token) {
            return tokens.bytes(token).length > 0 && !TokenTable.dead(behind(token));
        }

        @Override
        public boolean mayEnd() {
            return state.accepting();
        }

        @Override
        public boolean mustEnd() {
            return state.isFinal();
        }

        @Override
        public void mask(FloatBuffer logits, int offset, int size) throws ModelException {
            BitSet allowed;
            synchronized (automaton) {
                if (state.allowed().isEmpty()) {
                    state.allow(tokens.allowed(automaton, state));
                }
                allowed = state.allowed().orElseThrow();
            }
            if (allowed.isEmpty() && !state.accepting()) {
                throw new ModelException(Messages.Grammar_deadEnd);
            }
            for (int token = allowed.nextClearBit(0); token < size; token = allowed.nextClearBit(token + 1)) {
                if (!ends.contains(token)) {
                    logits.put(offset + token, Float.NEGATIVE_INFINITY);
                }
            }
        }

        @Override
        public void accept(int token) {
            state = behind(token);
        }
    }
}
