package org.scholion.inference.onnx.internal.constrain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.constrain.Grammar.Edge;

/**
 * Reads GBNF, the notation of llama.cpp: rules {@code name ::= …}, texts, sets of letters, {@code .}, groups, {@code * + ?} and
 * {@code {m,n}}, alternatives, comments with {@code #}. The start is {@code root}. Rules that begin with themselves are refused.
 */
final class GrammarParser {

    private static final int MOST_LETTERS = 1 << 20;
    private static final int MOST_REPETITIONS = 20_000;
    private static final int MOST_DEPTH = 100;
    private static final int LAST_LETTER = 0x10ffff;

    private final String source;
    private final Grammar grammar = new Grammar();
    private final Map<String, Integer> rules = new HashMap<>();
    private final Set<String> defined = new HashSet<>();
    private int at;
    private int depth;

    private GrammarParser(String source) {
        this.source = source;
    }

    /**
     * A grammar with its start rule.
     *
     * @param start the number of the rule {@code root}
     */
    record Parsed(Grammar grammar, int start) {}

    static Parsed parse(String source) throws ModelException {
        try {
            if (source.length() > MOST_LETTERS) {
                throw new IllegalArgumentException("it has more than " + MOST_LETTERS + " letters");
            }
            return new GrammarParser(source).grammar();
        } catch (IllegalArgumentException e) {
            throw new ModelException(NLS.bind(Messages.Grammar_broken, e.getMessage()), e);
        }
    }

    private Parsed grammar() {
        space(true);
        while (at < source.length()) {
            String name = name();
            space(false);
            expect("::=");
            space(true);
            if (!defined.add(name)) {
                throw error("a second rule " + name);
            }
            int rule = rule(name);
            alternatives(grammar.begin(rule), grammar.end(rule), false);
            if (at < source.length() && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
                throw error("the end of a line was expected");
            }
            space(true);
        }
        for (String name : rules.keySet()) {
            if (!defined.contains(name)) {
                throw error("no rule " + name);
            }
        }
        Integer start = rules.get("root");
        if (start == null) {
            throw error("no rule root");
        }
        new LeftRecursion(grammar).check();
        return new Parsed(grammar, start);
    }

    private int rule(String name) {
        return rules.computeIfAbsent(name, missing -> grammar.newRule());
    }

    private void alternatives(int from, int to, boolean nested) {
        if (++depth > MOST_DEPTH) {
            throw error("nested too deeply");
        }
        do {
            space(true, nested);
            int last = sequence(from, nested);
            grammar.add(last, new Edge.Empty(to));
        } while (accept('|'));
        depth--;
    }

    /** Elements one behind the other; the node behind the last. */
    private int sequence(int from, boolean nested) {
        int node = from;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c != '"' && c != '[' && c != '(' && c != '.' && !isName(c)) {
                break;
            }
            int begin = at;
            int behind = grammar.newNode();
            // an element of its own, so that a repetition can come back to its beginning
            int first = grammar.newNode();
            grammar.add(node, new Edge.Empty(first));
            element(first, behind);
            space(nested);
            node = repeated(begin, first, behind, nested);
            space(nested);
        }
        return node;
    }

    private void element(int from, int to) {
        char c = source.charAt(at);
        if (c == '"') {
            text(from, to);
        } else if (c == '[') {
            set(from, to);
        } else if (c == '.') {
            at++;
            grammar.addLetters(from, 0, LAST_LETTER, to);
        } else if (c == '(') {
            at++;
            space(true);
            alternatives(from, to, true);
            space(true);
            expect(")");
        } else {
            grammar.add(from, new Edge.Rule(rule(name()), to));
        }
    }

    /** Looks for what says how often; the node behind all. */
    private int repeated(int begin, int first, int behind, boolean nested) {
        if (accept('*')) {
            return loop(first, behind, true);
        }
        if (accept('+')) {
            return loop(first, behind, false);
        }
        if (accept('?')) {
            grammar.add(first, new Edge.Empty(behind));
            return behind;
        }
        if (!accept('{')) {
            return behind;
        }
        int least = number();
        boolean open = false;
        int most = least;
        if (accept(',')) {
            open = at < source.length() && source.charAt(at) == '}';
            most = open ? least : number();
        }
        expect("}");
        if (most < least || most > MOST_REPETITIONS) {
            throw error("a number of repetitions that cannot be");
        }
        int end = at;
        // what is repeated becomes a rule, so that each time is one edge
        int rule = grammar.newRule();
        at = begin;
        element(grammar.begin(rule), grammar.end(rule));
        at = end;
        return times(first, rule, least, most, open);
    }

    /** A chain of calls. What was read at {@code unused} has no way in from here. */
    private int times(int unused, int rule, int least, int most, boolean open) {
        grammar.edges(unused).clear();
        int node = unused;
        for (int i = 0; i < least; i++) {
            int next = grammar.newNode();
            grammar.add(node, new Edge.Rule(rule, next));
            node = next;
        }
        int last = grammar.newNode();
        if (open) {
            int begin = grammar.newNode();
            grammar.add(node, new Edge.Empty(begin));
            grammar.add(begin, new Edge.Rule(rule, begin));
            grammar.add(begin, new Edge.Empty(last));
            return last;
        }
        for (int i = least; i < most; i++) {
            int next = grammar.newNode();
            grammar.add(node, new Edge.Rule(rule, next));
            grammar.add(node, new Edge.Empty(last));
            node = next;
        }
        grammar.add(node, new Edge.Empty(last));
        return last;
    }

    private int loop(int first, int behind, boolean mayMiss) {
        int last = grammar.newNode();
        grammar.add(behind, new Edge.Empty(first));
        grammar.add(behind, new Edge.Empty(last));
        if (mayMiss) {
            grammar.add(first, new Edge.Empty(last));
        }
        return last;
    }

    private void text(int from, int to) {
        at++;
        int node = from;
        while (at < source.length() && source.charAt(at) != '"') {
            int letter = letter();
            int next = grammar.newNode();
            grammar.addLetters(node, letter, letter, next);
            node = next;
        }
        expect("\"");
        grammar.add(node, new Edge.Empty(to));
    }

    private void set(int from, int to) {
        at++;
        boolean negated = accept('^');
        List<int[]> ranges = new ArrayList<>();
        while (at < source.length() && source.charAt(at) != ']') {
            int first = letter();
            int last = first;
            if (at + 1 < source.length() && source.charAt(at) == '-' && source.charAt(at + 1) != ']') {
                at++;
                last = letter();
            }
            if (last < first) {
                throw error("a range from the greater to the smaller");
            }
            ranges.add(new int[] {first, last});
        }
        expect("]");
        ranges.sort((a, b) -> Integer.compare(a[0], b[0]));
        int next = 0;
        for (int[] range : ranges) {
            if (!negated) {
                grammar.addLetters(from, range[0], range[1], to);
            } else if (range[0] > next) {
                grammar.addLetters(from, next, range[0] - 1, to);
            }
            next = Math.max(next, range[1] + 1);
        }
        if (negated && next <= LAST_LETTER) {
            grammar.addLetters(from, next, LAST_LETTER, to);
        }
    }

    private int letter() {
        int c = source.codePointAt(at);
        at += Character.charCount(c);
        if (c != '\\') {
            return c;
        }
        if (at >= source.length()) {
            throw error("nothing behind \\");
        }
        char escaped = source.charAt(at++);
        int digits = escaped == 'x' ? 2 : escaped == 'u' ? 4 : escaped == 'U' ? 8 : 0;
        if (digits > 0) {
            if (at + digits > source.length() || !source.substring(at, at + digits).matches("[0-9a-fA-F]+")) {
                throw error("digits are missing behind \\" + escaped);
            }
            long value = Long.parseLong(source.substring(at, at + digits), 16);
            at += digits;
            if (value > LAST_LETTER) {
                throw error("no letter");
            }
            return (int) value;
        }
        return switch (escaped) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '\\', '"', '[', ']', '-', '^' -> escaped;
            default -> throw error("unknown escape \\" + escaped);
        };
    }

    private int number() {
        int begin = at;
        while (at < source.length() && Character.isDigit(source.charAt(at)) && at - begin < 8) {
            at++;
        }
        if (begin == at) {
            throw error("a number was expected");
        }
        return Integer.parseInt(source.substring(begin, at));
    }

    private static boolean isName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    private String name() {
        int begin = at;
        while (at < source.length() && isName(source.charAt(at))) {
            at++;
        }
        if (begin == at) {
            throw error("a name was expected");
        }
        return source.substring(begin, at);
    }

    private void space(boolean first, boolean nested) {
        space(first || nested);
    }

    /** Passes over blanks and comments. */
    private void space(boolean breaks) {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '#') {
                while (at < source.length() && source.charAt(at) != '\n') {
                    at++;
                }
            } else if (c == ' ' || c == '\t' || breaks && (c == '\n' || c == '\r')) {
                at++;
            } else {
                return;
            }
        }
    }

    private boolean accept(char c) {
        if (at < source.length() && source.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String text) {
        if (!source.startsWith(text, at)) {
            throw error(text + " was expected");
        }
        at += text.length();
    }

    private IllegalArgumentException error(String what) {
        long line = source.substring(0, Math.min(at, source.length())).chars().filter(c -> c == '\n').count() + 1;
        return new IllegalArgumentException("line " + line + ": " + what);
    }
}
