package org.scholion.manuscript.word.internal.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what reference managers keep in fields. Used for one text. */
public final class Json {

    private static final int MOST_DEPTH = 60;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /**
     * The value at the beginning of a text: a map, a list, or a string; numbers and words are strings as well. What follows it is left.
     *
     * @throws IllegalArgumentException when it is no JSON, or more deeply nested than any citation
     */
    public static Object read(String text) {
        try {
            return new Json(text).value(0);
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("ends too early", e);
        }
    }

    /**
     * The values of an object as they are written, by their names; none where the text is no object.
     *
     * @throws IllegalArgumentException as {@link #read} does
     */
    public static Map<String, String> members(String text) {
        Map<String, String> members = new LinkedHashMap<>();
        try {
            Json json = new Json(text);
            if (json.peek() == '{') {
                json.at++;
                while (json.peek() != '}') {
                    if (!members.isEmpty()) {
                        json.take(',');
                    }
                    String name = json.string();
                    json.take(':');
                    members.put(name, json.raw());
                }
            }
            return members;
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("ends too early", e);
        }
    }

    /**
     * The values of a list as they are written; none where the text is no list.
     *
     * @throws IllegalArgumentException as {@link #read} does
     */
    public static List<String> elements(String text) {
        List<String> elements = new ArrayList<>();
        try {
            Json json = new Json(text);
            if (json.peek() == '[') {
                json.at++;
                while (json.peek() != ']') {
                    if (!elements.isEmpty()) {
                        json.take(',');
                    }
                    elements.add(json.raw());
                }
            }
            return elements;
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("ends too early", e);
        }
    }

    /** A text as a string of JSON. */
    public static String string(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                default -> {
                    if (c < ' ') {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private String raw() {
        peek();
        int start = at;
        value(0);
        return text.substring(start, at);
    }

    private Object value(int depth) {
        if (depth > MOST_DEPTH) {
            throw new IllegalArgumentException("too deep");
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        while (peek() != '}') {
            if (!members.isEmpty()) {
                take(',');
            }
            String name = string();
            take(':');
            members.put(name, value(depth + 1));
        }
        at++;
        return members;
    }

    private List<Object> list(int depth) {
        List<Object> values = new ArrayList<>();
        at++;
        while (peek() != ']') {
            if (!values.isEmpty()) {
                take(',');
            }
            values.add(value(depth + 1));
        }
        at++;
        return values;
    }

    private String string() {
        take('"');
        StringBuilder value = new StringBuilder();
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            value.append(c == '\\' ? escaped() : c);
        }
        at++;
        return value.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'n', 'r', 't', 'f', 'b' -> ' ';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> c;
        };
    }

    private String word() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == start) {
            throw new IllegalArgumentException("no value at " + at);
        }
        return text.substring(start, at);
    }

    private void take(char wanted) {
        if (peek() != wanted) {
            throw new IllegalArgumentException(wanted + " missing at " + at);
        }
        at++;
    }

    /** The next character behind white space. */
    private char peek() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }
}
