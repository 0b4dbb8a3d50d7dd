package org.scholion.inference.onnx.internal.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scholion.inference.onnx.internal.chat.Expression.Arguments;
import org.scholion.inference.onnx.internal.chat.Parser.SymbolReader;
import org.scholion.inference.onnx.internal.chat.Symbol.Kind;

/** Reads expressions, with the precedence that Jinja gives operators. */
final class ExpressionParser {

    private static final int MOST_DEPTH = 60;
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=", "in");
    /** Behind the name of a test these go on with the expression around it. */
    private static final Set<String> NO_ARGUMENT = Set.of("else", "or", "and", "if", "is", "not", "in");

    private final SymbolReader symbols;
    private int depth;

    ExpressionParser(SymbolReader symbols) {
        this.symbols = symbols;
    }

    /** An expression, or several with commas, which are a list. */
    Expression withTuple() {
        Expression first = expression();
        if (!symbols.peek().is(",")) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (symbols.accept(",")) {
            items.add(expression());
        }
        return new Expression.Items(items);
    }

    Expression expression() {
        if (++depth > MOST_DEPTH) {
            throw symbols.error("nested too deeply");
        }
        Expression value = withoutChoice();
        while (symbols.accept("if")) {
            Expression condition = withoutChoice();
            Optional<Expression> otherwise = symbols.accept("else") ? Optional.of(expression()) : Optional.empty();
            value = new Expression.Choice(condition, value, otherwise);
        }
        depth--;
        return value;
    }

    /** An expression in which {@code if} is not part of it. */
    Expression withoutChoice() {
        Expression left = and();
        while (symbols.accept("or")) {
            left = new Expression.Binary("or", left, and());
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (symbols.accept("and")) {
            left = new Expression.Binary("and", left, not());
        }
        return left;
    }

    private Expression not() {
        int count = 0;
        while (symbols.peek().is("not") && !symbols.peekSecond().is("in")) {
            symbols.next();
            count++;
        }
        Expression value = comparison();
        return count == 0 ? value : new Expression.Unary(count % 2 == 1 ? "not" : "bool", value);
    }

    private Expression comparison() {
        Expression first = sum();
        List<String> operators = new ArrayList<>();
        List<Expression> others = new ArrayList<>();
        while (true) {
            if (COMPARISONS.contains(symbols.peek().text()) && symbols.peek().kind() != Kind.STRING) {
                operators.add(symbols.next().text());
            } else if (symbols.peek().is("not") && symbols.peekSecond().is("in")) {
                symbols.next();
                symbols.next();
                operators.add("not in");
            } else {
                return operators.isEmpty() ? first : new Expression.Comparison(first, operators, others);
            }
            others.add(sum());
        }
    }

    private Expression sum() {
        Expression left = joined();
        while (symbols.peek().is("+") || symbols.peek().is("-")) {
            left = new Expression.Binary(symbols.next().text(), left, joined());
        }
        return left;
    }

    private Expression joined() {
        Expression left = product();
        while (symbols.accept("~")) {
            left = new Expression.Binary("~", left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = unary(true);
        while (symbols.peek().is("*") || symbols.peek().is("/") || symbols.peek().is("//") || symbols.peek().is("%")) {
            left = new Expression.Binary(symbols.next().text(), left, unary(true));
        }
        return left;
    }

    private Expression unary(boolean filtered) {
        if (++depth > MOST_DEPTH) {
            throw symbols.error("nested too deeply");
        }
        Expression value;
        if (symbols.peek().is("-") || symbols.peek().is("+")) {
            value = new Expression.Unary(symbols.next().text(), unary(false));
        } else {
            value = postfix(primary());
        }
        depth--;
        return filtered ? filters(value) : value;
    }

    private Expression primary() {
        Symbol symbol = symbols.next();
        return switch (symbol.kind()) {
            case STRING -> {
                StringBuilder text = new StringBuilder(symbol.text());
                while (symbols.peek().kind() == Kind.STRING) {
                    text.append(symbols.next().text());
                }
                yield new Expression.Literal(text.toString());
            }
            case INTEGER -> new Expression.Literal(integer(symbol));
            case FLOAT -> new Expression.Literal(Double.valueOf(symbol.text()));
            case NAME -> switch (symbol.text()) {
                case "true", "True" -> new Expression.Literal(Boolean.TRUE);
                case "false", "False" -> new Expression.Literal(Boolean.FALSE);
                case "none", "None" -> new Expression.Literal(Values.Nothing.NONE);
                default -> new Expression.Name(symbol.text());
            };
            case OPERATOR -> switch (symbol.text()) {
                case "(" -> parenthesis();
                case "[" -> new Expression.Items(items());
                case "{" -> pairs();
                default -> throw symbols.error("no value begins with " + symbol.text());
            };
            default -> throw symbols.error("a value was expected");
        };
    }

    private Long integer(Symbol symbol) {
        try {
            return Long.valueOf(symbol.text());
        } catch (NumberFormatException e) {
            throw symbols.error("too large a number: " + symbol.text());
        }
    }

    private Expression parenthesis() {
        if (symbols.accept(")")) {
            return new Expression.Items(List.of());
        }
        Expression first = expression();
        if (symbols.accept(")")) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (symbols.accept(",")) {
            if (!symbols.peek().is(")")) {
                items.add(expression());
            }
        }
        symbols.expect(")");
        return new Expression.Items(items);
    }

    private List<Expression> items() {
        List<Expression> items = new ArrayList<>();
        while (!symbols.accept("]")) {
            items.add(expression());
            if (!symbols.peek().is("]")) {
                symbols.expect(",");
            }
        }
        return items;
    }

    private Expression pairs() {
        List<Expression> keys = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        while (!symbols.accept("}")) {
            keys.add(expression());
            symbols.expect(":");
            values.add(expression());
            if (!symbols.peek().is("}")) {
                symbols.expect(",");
            }
        }
        return new Expression.Pairs(keys, values);
    }

    private Expression postfix(Expression of) {
        Expression value = of;
        while (true) {
            if (symbols.accept(".")) {
                Symbol name = symbols.next();
                value = switch (name.kind()) {
                    case NAME -> new Expression.Attribute(value, name.text());
                    case INTEGER -> new Expression.Index(value, new Expression.Literal(integer(name)));
                    default -> throw symbols.error("a name was expected");
                };
            } else if (symbols.accept("[")) {
                value = index(value);
            } else if (symbols.accept("(")) {
                value = new Expression.Call(value, Parser.arguments(symbols, this));
            } else {
                return value;
            }
        }
    }

    private Expression index(Expression of) {
        Optional<Expression> from = symbols.peek().is(":") ? Optional.empty() : Optional.of(expression());
        if (from.isPresent() && symbols.accept("]")) {
            return new Expression.Index(of, from.get());
        }
        symbols.expect(":");
        Optional<Expression> to = bound();
        Optional<Expression> step = symbols.accept(":") ? bound() : Optional.empty();
        symbols.expect("]");
        return new Expression.Slice(of, from, to, step);
    }

    private Optional<Expression> bound() {
        return symbols.peek().is(":") || symbols.peek().is("]") ? Optional.empty() : Optional.of(expression());
    }

    private Expression filters(Expression of) {
        Expression value = of;
        while (true) {
            if (symbols.accept("|")) {
                String name = symbols.expect(Kind.NAME).text();
                Arguments arguments = symbols.accept("(") ? Parser.arguments(symbols, this) : Arguments.NONE;
                value = new Expression.Filter(value, name, arguments);
            } else if (symbols.accept("is")) {
                value = test(value);
            } else if (symbols.accept("(")) {
                value = new Expression.Call(value, Parser.arguments(symbols, this));
            } else {
                return value;
            }
        }
    }

    private Expression test(Expression of) {
        boolean negated = symbols.accept("not");
        String name = symbols.next().text();
        Arguments arguments = Arguments.NONE;
        if (symbols.accept("(")) {
            arguments = Parser.arguments(symbols, this);
        } else if (argumentFollows()) {
            arguments = new Arguments(List.of(postfix(primary())), Map.of());
        }
        return new Expression.Test(of, name, arguments, negated);
    }

    private boolean argumentFollows() {
        Symbol symbol = symbols.peek();
        return switch (symbol.kind()) {
            case STRING, INTEGER, FLOAT -> true;
            case NAME -> !NO_ARGUMENT.contains(symbol.text());
            case OPERATOR -> symbol.is("[") || symbol.is("{");
            default -> false;
        };
    }
}
