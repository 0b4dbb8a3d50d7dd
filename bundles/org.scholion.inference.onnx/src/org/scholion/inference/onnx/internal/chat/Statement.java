package org.scholion.inference.onnx.internal.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a template that gives output or changes variables. */
sealed interface Statement {

    record Text(String text) implements Statement {}

    record Output(Expression value) implements Statement {}

    /** The first branch whose condition holds; the last may be without one. */
    record If(List<Branch> branches) implements Statement {}

    record Branch(Optional<Expression> condition, List<Statement> body) {}

    record For(
            List<String> targets, Expression over, Optional<Expression> condition, List<Statement> body, List<Statement> otherwise)
            implements Statement {}

    /** {@code set a = …}, {@code set a, b = …} or, with an attribute, {@code set ns.a = …}. */
    record Assign(List<String> targets, Optional<String> attribute, Expression value) implements Statement {}

    /** What the body gives becomes a variable. */
    record Capture(String target, List<Statement> body) implements Statement {}

    record Macro(String name, List<String> parameters, Map<String, Expression> defaults, List<Statement> body)
            implements Statement {}

    /** Statements without a meaning of their own. */
    record Block(List<Statement> body) implements Statement {}

    record Break() implements Statement {}

    record Continue() implements Statement {}
}
