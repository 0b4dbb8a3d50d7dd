package org.scholion.inference.onnx.internal.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scholion.inference.onnx.internal.chat.Expression.Arguments;
import org.scholion.inference.onnx.internal.chat.Values.Function;
import org.scholion.inference.onnx.internal.chat.Values.Namespace;
import org.scholion.inference.onnx.internal.chat.Values.Nothing;

/** Gives expressions their values. */
final class Evaluator {

    private final Budget budget;
    private final Filters filters;
    private final Methods methods;

    Evaluator(Budget budget) {
        this.budget = budget;
        filters = new Filters(budget);
        methods = new Methods(budget);
    }

    Object value(Expression expression, Scope scope) {
        budget.step();
        return switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.Name name -> scope.get(name.name());
            case Expression.Items items -> values(items.items(), scope);
            case Expression.Pairs pairs -> pairs(pairs, scope);
            case Expression.Unary unary -> unary(unary, scope);
            case Expression.Binary binary -> binary(binary, scope);
            case Expression.Comparison comparison -> comparison(comparison, scope);
            case Expression.Choice choice -> {
                if (Values.truth(value(choice.condition(), scope))) {
                    yield value(choice.then(), scope);
                }
                yield choice.otherwise().isPresent() ? value(choice.otherwise().get(), scope) : Nothing.UNDEFINED;
            }
            case Expression.Attribute attribute -> attribute(value(attribute.of(), scope), attribute.name());
            case Expression.Index index -> {
                Object of = value(index.of(), scope);
                if (of instanceof String text) {
                    budget.make(text.length());
                }
                yield Values.at(of, value(index.index(), scope));
            }
            case Expression.Slice slice -> {
                Object of = value(slice.of(), scope);
                budget.make(Values.length(of));
                yield Values.slice(of, bound(slice.from(), scope), bound(slice.to(), scope), bound(slice.step(), scope));
            }
            case Expression.Call call -> call(call, scope);
            case Expression.Filter filter -> filters.apply(
                    filter.name(), value(filter.of(), scope), values(filter.arguments().positional(), scope),
                    named(filter.arguments(), scope));
            case Expression.Test test -> test.negated()
                    != Filters.test(test.name(), value(test.of(), scope), values(test.arguments().positional(), scope));
        };
    }

    private Object bound(Optional<Expression> bound, Scope scope) {
        return bound.isPresent() ? value(bound.get(), scope) : Nothing.NONE;
    }

    private List<Object> values(List<Expression> expressions, Scope scope) {
        List<Object> values = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            values.add(value(expression, scope));
        }
        return values;
    }

    private Map<String, Object> named(Arguments arguments, Scope scope) {
        Map<String, Object> named = new LinkedHashMap<>();
        arguments.named().forEach((name, expression) -> named.put(name, value(expression, scope)));
        return named;
    }

    private Object pairs(Expression.Pairs pairs, Scope scope) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.keys().size(); i++) {
            map.put(Values.key(value(pairs.keys().get(i), scope)), value(pairs.values().get(i), scope));
        }
        return map;
    }

    private Object unary(Expression.Unary unary, Scope scope) {
        Object of = value(unary.of(), scope);
        return switch (unary.operator()) {
            case "not" -> !Values.truth(of);
            case "bool" -> Values.truth(of);
            case "-" -> of instanceof Long number ? (Object) (-number) : (Object) (-Values.number(of));
            default -> of;
        };
    }

    private Object binary(Expression.Binary binary, Scope scope) {
        Object left = value(binary.left(), scope);
        switch (binary.operator()) {
            case "or" -> {
                return Values.truth(left) ? left : value(binary.right(), scope);
            }
            case "and" -> {
                return Values.truth(left) ? value(binary.right(), scope) : left;
            }
            default -> {
                Object right = value(binary.right(), scope);
                return switch (binary.operator()) {
                    case "~" -> joined(Values.text(left), Values.text(right));
                    case "+" -> sum(left, right);
                    case "%" -> left instanceof String text ? methods.percent(text, right) : arithmetic("%", left, right);
                    case "*" -> left instanceof String || left instanceof List
                            ? repeated(left, Values.integer(right))
                            : arithmetic("*", left, right);
                    default -> arithmetic(binary.operator(), left, right);
                };
            }
        }
    }

    private Object sum(Object left, Object right) {
        if (left instanceof String first && right instanceof String second) {
            return joined(first, second);
        }
        if (left instanceof List<?> first && right instanceof List<?> second) {
            budget.make((long) first.size() + second.size());
            List<Object> all = new ArrayList<>(first);
            all.addAll(second);
            return all;
        }
        if (left instanceof String || right instanceof String) {
            throw new TemplateError("a text and something else cannot be added: " + Values.text(left) + ", " + Values.text(right));
        }
        return arithmetic("+", left, right);
    }

    private String joined(String first, String second) {
        budget.make((long) first.length() + second.length());
        return first + second;
    }

    private Object repeated(Object value, int times) {
        int count = Math.max(0, times);
        budget.make((long) Values.length(value) * count);
        if (value instanceof String text) {
            return text.repeat(count);
        }
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.addAll(Values.iterable(value));
        }
        return all;
    }

    private static Object arithmetic(String operator, Object left, Object right) {
        if (left instanceof Double || right instanceof Double || operator.equals("/")) {
            double a = Values.number(left);
            double b = Values.number(right);
            return switch (operator) {
                case "+" -> a + b;
                case "-" -> a - b;
                case "*" -> a * b;
                case "/" -> a / nonZero(b);
                case "//" -> Math.floor(a / nonZero(b));
                default -> a - Math.floor(a / nonZero(b)) * b;
            };
        }
        long a = Values.integer(left);
        long b = Values.integer(right);
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "//" -> Math.floorDiv(a, (long) nonZero(b));
            default -> Math.floorMod(a, (long) nonZero(b));
        };
    }

    private static double nonZero(double divisor) {
        if (divisor == 0) {
            throw new TemplateError("divided by zero");
        }
        return divisor;
    }

    private Object comparison(Expression.Comparison comparison, Scope scope) {
        Object left = value(comparison.first(), scope);
        for (int i = 0; i < comparison.operators().size(); i++) {
            Object right = value(comparison.others().get(i), scope);
            boolean holds = switch (comparison.operators().get(i)) {
                case "==" -> Values.equal(left, right);
                case "!=" -> !Values.equal(left, right);
                case "<" -> Values.compare(left, right) < 0;
                case ">" -> Values.compare(left, right) > 0;
                case "<=" -> Values.compare(left, right) <= 0;
                case ">=" -> Values.compare(left, right) >= 0;
                case "in" -> contains(right, left);
                default -> !contains(right, left);
            };
            if (!holds) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private boolean contains(Object container, Object item) {
        budget.make(Values.length(container));
        return Values.contains(container, item);
    }

    private static Object attribute(Object of, String name) {
        return switch (of) {
            case Map<?, ?> map -> Values.at(map, name);
            case Namespace namespace -> Values.at(namespace, name);
            case Nothing nothing when nothing == Nothing.UNDEFINED -> throw new TemplateError(name + " of what is undefined");
            default -> Nothing.UNDEFINED;
        };
    }

    private Object call(Expression.Call call, Scope scope) {
        List<Object> positional = values(call.arguments().positional(), scope);
        Map<String, Object> named = named(call.arguments(), scope);
        if (call.function() instanceof Expression.Attribute attribute) {
            Object of = value(attribute.of(), scope);
            if (attribute(of, attribute.name()) instanceof Function function) {
                return function.call(positional, named);
            }
            return methods.call(of, attribute.name(), positional);
        }
        if (value(call.function(), scope) instanceof Function function) {
            return function.call(positional, named);
        }
        throw new TemplateError("no function: " + call.function());
    }
}
