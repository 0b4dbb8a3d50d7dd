package org.scholion.inference.onnx.internal.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scholion.inference.onnx.internal.chat.Expression.Arguments;
import org.scholion.inference.onnx.internal.chat.Symbol.Kind;

/** Reads the statements of a template; {@link ExpressionParser} reads what is within the tags. */
final class Parser {

    private static final int MOST_DEPTH = 60;

    private final SymbolReader symbols;
    private final ExpressionParser expressions;
    private int depth;

    private Parser(List<Symbol> symbols) {
        this.symbols = new SymbolReader(symbols);
        expressions = new ExpressionParser(this.symbols);
    }

    static List<Statement> parse(String template) {
        Parser parser = new Parser(Lexer.symbols(template));
        List<Statement> statements = parser.body(Set.of());
        if (parser.symbols.peek().kind() != Kind.END) {
            throw parser.symbols.error("the end of a block that did not begin");
        }
        return statements;
    }

    /** Statements up to a block with one of these names, which is then the next to be read behind its beginning. */
    private List<Statement> body(Set<String> ends) {
        if (++depth > MOST_DEPTH) {
            throw symbols.error("nested too deeply");
        }
        List<Statement> statements = new ArrayList<>();
        while (true) {
            Symbol symbol = symbols.peek();
            switch (symbol.kind()) {
                case TEXT -> statements.add(new Statement.Text(symbols.next().text()));
                case OUTPUT_BEGIN -> {
                    symbols.next();
                    statements.add(new Statement.Output(expressions.withTuple()));
                    symbols.expect(Kind.OUTPUT_END);
                }
                case BLOCK_BEGIN -> {
                    symbols.next();
                    if (ends.contains(symbols.peek().text())) {
                        depth--;
                        return statements;
                    }
                    statements.add(block());
                }
                default -> {
                    if (!ends.isEmpty()) {
                        throw symbols.error("missing " + ends);
                    }
                    depth--;
                    return statements;
                }
            }
        }
    }

    private Statement block() {
        Symbol name = symbols.next();
        return switch (name.text()) {
            case "if" -> condition();
            case "for" -> loop();
            case "set" -> assignment();
            case "macro" -> macro();
            case "generation" -> {
                symbols.expect(Kind.BLOCK_END);
                Statement inner = new Statement.Block(body(Set.of("endgeneration")));
                end();
                yield inner;
            }
            case "break" -> {
                symbols.expect(Kind.BLOCK_END);
                yield new Statement.Break();
            }
            case "continue" -> {
                symbols.expect(Kind.BLOCK_END);
                yield new Statement.Continue();
            }
            default -> throw symbols.error("unknown block " + name.text());
        };
    }

    /** Passes over the name of an ending block and its end. */
    private void end() {
        symbols.next();
        symbols.expect(Kind.BLOCK_END);
    }

    private Statement condition() {
        List<Statement.Branch> branches = new ArrayList<>();
        Optional<Expression> condition = Optional.of(expressions.expression());
        symbols.expect(Kind.BLOCK_END);
        while (true) {
            branches.add(new Statement.Branch(condition, body(Set.of("elif", "else", "endif"))));
            String word = symbols.next().text();
            if (word.equals("endif")) {
                symbols.expect(Kind.BLOCK_END);
                return new Statement.If(branches);
            }
            condition = word.equals("elif") ? Optional.of(expressions.expression()) : Optional.empty();
            symbols.expect(Kind.BLOCK_END);
        }
    }

    private Statement loop() {
        List<String> targets = targets();
        symbols.expect("in");
        Expression over = expressions.withoutChoice();
        Optional<Expression> filter = symbols.accept("if") ? Optional.of(expressions.expression()) : Optional.empty();
        symbols.expect(Kind.BLOCK_END);
        List<Statement> body = body(Set.of("else", "endfor"));
        List<Statement> otherwise = List.of();
        if (symbols.next().is("else")) {
            symbols.expect(Kind.BLOCK_END);
            otherwise = body(Set.of("endfor"));
            symbols.next();
        }
        symbols.expect(Kind.BLOCK_END);
        return new Statement.For(targets, over, filter, body, otherwise);
    }

    private List<String> targets() {
        List<String> targets = new ArrayList<>();
        boolean closed = symbols.accept("(");
        do {
            targets.add(symbols.expect(Kind.NAME).text());
        } while (symbols.accept(","));
        if (closed) {
            symbols.expect(")");
        }
        return targets;
    }

    private Statement assignment() {
        List<String> targets = targets();
        Optional<String> attribute = symbols.accept(".") ? Optional.of(symbols.expect(Kind.NAME).text()) : Optional.empty();
        if (symbols.accept("=")) {
            Expression value = expressions.withTuple();
            symbols.expect(Kind.BLOCK_END);
            return new Statement.Assign(targets, attribute, value);
        }
        symbols.expect(Kind.BLOCK_END);
        List<Statement> body = body(Set.of("endset"));
        end();
        return new Statement.Capture(targets.getFirst(), body);
    }

    private Statement macro() {
        String name = symbols.expect(Kind.NAME).text();
        List<String> parameters = new ArrayList<>();
        Map<String, Expression> defaults = new LinkedHashMap<>();
        symbols.expect("(");
        while (!symbols.accept(")")) {
            String parameter = symbols.expect(Kind.NAME).text();
            parameters.add(parameter);
            if (symbols.accept("=")) {
                defaults.put(parameter, expressions.expression());
            }
            if (!symbols.peek().is(")")) {
                symbols.expect(",");
            }
        }
        symbols.expect(Kind.BLOCK_END);
        List<Statement> body = body(Set.of("endmacro"));
        end();
        return new Statement.Macro(name, parameters, defaults, body);
    }

    /** Where the reading is. */
    static final class SymbolReader {
        private final List<Symbol> symbols;
        private int at;

        SymbolReader(List<Symbol> symbols) {
            this.symbols = symbols;
        }

        Symbol peek() {
            return symbols.get(at);
        }

        Symbol peekSecond() {
            return symbols.get(Math.min(at + 1, symbols.size() - 1));
        }

        Symbol next() {
            Symbol symbol = symbols.get(at);
            at = Math.min(at + 1, symbols.size() - 1);
            return symbol;
        }

        boolean accept(String operatorOrName) {
            if (peek().is(operatorOrName)) {
                next();
                return true;
            }
            return false;
        }

        void expect(String operatorOrName) {
            if (!accept(operatorOrName)) {
                throw error(operatorOrName + " was expected");
            }
        }

        Symbol expect(Kind kind) {
            if (peek().kind() != kind) {
                throw error(kind + " was expected");
            }
            return next();
        }

        TemplateError error(String what) {
            Symbol symbol = peek();
            return new TemplateError("line " + symbol.line() + ": " + what + " at " + symbol.kind() + " " + symbol.text());
        }
    }

    /** What stands between the parentheses, behind the opening one. */
    static Arguments arguments(SymbolReader symbols, ExpressionParser expressions) {
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        while (!symbols.accept(")")) {
            if (symbols.peek().kind() == Kind.NAME && symbols.peekSecond().is("=")) {
                String name = symbols.next().text();
                symbols.next();
                named.put(name, expressions.expression());
            } else {
                positional.add(expressions.expression());
            }
            if (!symbols.peek().is(")")) {
                symbols.expect(",");
            }
        }
        return new Arguments(positional, named);
    }
}
