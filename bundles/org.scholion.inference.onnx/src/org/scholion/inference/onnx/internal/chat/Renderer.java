package org.scholion.inference.onnx.internal.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scholion.inference.onnx.internal.chat.Values.Function;
import org.scholion.inference.onnx.internal.chat.Values.Namespace;
import org.scholion.inference.onnx.internal.chat.Values.Nothing;

/** Runs the statements of a template once. */
final class Renderer {

    /** How the body of a loop goes on. */
    private enum Flow {
        ON,
        BREAK,
        CONTINUE
    }

    private final Budget budget;
    private final Scope global = new Scope(Optional.empty());
    private final Evaluator evaluator;
    private StringBuilder output = new StringBuilder();

    Renderer(Budget budget, Map<String, Object> variables) {
        this.budget = budget;
        evaluator = new Evaluator(budget);
        variables.forEach(global::set);
        global.set("namespace", (Function) Renderer::namespace);
        global.set("dict", (Function) (positional, named) -> new LinkedHashMap<>(named));
        global.set("range", (Function) this::range);
    }

    String render(List<Statement> statements) {
        run(statements, global);
        return output.toString();
    }

    private static Object namespace(List<Object> positional, Map<String, Object> named) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (!positional.isEmpty() && positional.getFirst() instanceof Map<?, ?> map) {
            map.forEach((key, value) -> attributes.put(Values.text(key), value));
        }
        attributes.putAll(named);
        return new Namespace(attributes);
    }

    private Object range(List<Object> positional, Map<String, Object> named) {
        if (positional.isEmpty()) {
            throw new TemplateError("range without a bound");
        }
        int from = positional.size() > 1 ? Values.integer(positional.get(0)) : 0;
        int to = Values.integer(positional.get(positional.size() > 1 ? 1 : 0));
        int step = positional.size() > 2 ? Values.integer(positional.get(2)) : 1;
        if (step == 0) {
            throw new TemplateError("range with the step 0");
        }
        List<Object> numbers = new ArrayList<>();
        for (long i = from; step > 0 ? i < to : i > to; i += step) {
            budget.step();
            numbers.add(i);
        }
        return numbers;
    }

    private Flow run(List<Statement> statements, Scope scope) {
        for (Statement statement : statements) {
            budget.step();
            Flow flow = run(statement, scope);
            if (flow != Flow.ON) {
                return flow;
            }
        }
        return Flow.ON;
    }

    private Flow run(Statement statement, Scope scope) {
        switch (statement) {
            case Statement.Text text -> write(text.text());
            case Statement.Output written -> write(Values.text(evaluator.value(written.value(), scope)));
            case Statement.If choice -> {
                for (Statement.Branch branch : choice.branches()) {
                    if (branch.condition().isEmpty() || Values.truth(evaluator.value(branch.condition().get(), scope))) {
                        return run(branch.body(), scope);
                    }
                }
            }
            case Statement.For loop -> loop(loop, scope);
            case Statement.Assign assign -> assign(assign, scope);
            case Statement.Capture capture -> scope.set(capture.target(), captured(capture.body(), scope));
            case Statement.Macro macro -> scope.set(macro.name(), (Function) (p, n) -> call(macro, p, n));
            case Statement.Block block -> {
                return run(block.body(), scope);
            }
            case Statement.Break broken -> {
                return Flow.BREAK;
            }
            case Statement.Continue continued -> {
                return Flow.CONTINUE;
            }
        }
        return Flow.ON;
    }

    private void write(String text) {
        budget.make(text.length());
        if ((long) output.length() + text.length() > Integer.MAX_VALUE / 4) {
            throw new TemplateError("it writes without end");
        }
        output.append(text);
    }

    private String captured(List<Statement> body, Scope scope) {
        StringBuilder before = output;
        output = new StringBuilder();
        run(body, new Scope(Optional.of(scope)));
        String text = output.toString();
        output = before;
        return text;
    }

    private Object call(Statement.Macro macro, List<Object> positional, Map<String, Object> named) {
        budget.enter();
        Scope scope = new Scope(Optional.of(global));
        for (int i = 0; i < macro.parameters().size(); i++) {
            String name = macro.parameters().get(i);
            Expression standard = macro.defaults().get(name);
            Object given = named.get(name);
            if (i < positional.size()) {
                scope.set(name, positional.get(i));
            } else if (given != null) {
                scope.set(name, given);
            } else {
                scope.set(name, standard == null ? Nothing.UNDEFINED : evaluator.value(standard, scope));
            }
        }
        String text = captured(macro.body(), scope);
        budget.leave();
        return text;
    }

    private void assign(Statement.Assign assign, Scope scope) {
        Object value = evaluator.value(assign.value(), scope);
        if (assign.attribute().isPresent()) {
            if (scope.get(assign.targets().getFirst()) instanceof Namespace namespace) {
                namespace.attributes().put(assign.attribute().get(), value);
                return;
            }
            throw new TemplateError("only a namespace has attributes to set: " + assign.targets().getFirst());
        }
        bind(assign.targets(), value, scope);
    }

    private static void bind(List<String> targets, Object value, Scope scope) {
        if (targets.size() == 1) {
            scope.set(targets.getFirst(), value);
            return;
        }
        List<Object> parts = Values.iterable(value);
        if (parts.size() != targets.size()) {
            throw new TemplateError(parts.size() + " values for " + targets);
        }
        for (int i = 0; i < targets.size(); i++) {
            scope.set(targets.get(i), parts.get(i));
        }
    }

    private void loop(Statement.For loop, Scope outer) {
        List<Object> items = new ArrayList<>();
        for (Object item : Values.iterable(evaluator.value(loop.over(), outer))) {
            budget.step();
            if (loop.condition().isPresent()) {
                Scope tried = new Scope(Optional.of(outer));
                bind(loop.targets(), item, tried);
                if (!Values.truth(evaluator.value(loop.condition().get(), tried))) {
                    continue;
                }
            }
            items.add(item);
        }
        if (items.isEmpty()) {
            run(loop.otherwise(), new Scope(Optional.of(outer)));
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            Scope scope = new Scope(Optional.of(outer));
            bind(loop.targets(), items.get(i), scope);
            scope.set("loop", position(items, i));
            if (run(loop.body(), scope) == Flow.BREAK) {
                return;
            }
        }
    }

    private static Object position(List<Object> items, int i) {
        Map<String, Object> loop = new LinkedHashMap<>();
        loop.put("index", (long) i + 1);
        loop.put("index0", (long) i);
        loop.put("revindex", (long) items.size() - i);
        loop.put("revindex0", (long) items.size() - i - 1);
        loop.put("first", i == 0);
        loop.put("last", i == items.size() - 1);
        loop.put("length", (long) items.size());
        loop.put("previtem", i > 0 ? items.get(i - 1) : Nothing.UNDEFINED);
        loop.put("nextitem", i + 1 < items.size() ? items.get(i + 1) : Nothing.UNDEFINED);
        loop.put("cycle", (Function) (choices, named) -> choices.get(i % Math.max(1, choices.size())));
        return loop;
    }
}
