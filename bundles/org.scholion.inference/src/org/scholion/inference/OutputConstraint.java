package org.scholion.inference;

/** What the output of a {@link Generator} must look like. Tokens that would break it are never chosen. */
public sealed interface OutputConstraint {

    /** Anything. */
    record None() implements OutputConstraint {}

    /** JSON that is valid by a schema (draft 2020-12; which keywords are understood is said by the engine). */
    record JsonSchema(String schema) implements OutputConstraint {}

    /** Text of a grammar in GBNF, the notation of llama.cpp; the start symbol is {@code root}. */
    record Grammar(String gbnf) implements OutputConstraint {}
}
