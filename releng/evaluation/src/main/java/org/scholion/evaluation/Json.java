package org.scholion.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes maps, lists, numbers and texts as JSON; what holds no other map or list stands on one line. */
public final class Json {

    private Json() {}

    /** The document, with a line end. */
    public static String of(Object value) {
        StringBuilder json = new StringBuilder();
        append(json, value, "");
        return json.append('\n').toString();
    }

    private static void append(StringBuilder json, Object value, String indent) {
        switch (value) {
            case Map<?, ?> map -> {
                boolean flat = map.values().stream().noneMatch(Json::isNested);
                String inner = flat ? "" : "\n" + indent + "  ";
                json.append('{');
                String separator = inner;
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.append(separator).append(quoted(String.valueOf(entry.getKey()))).append(": ");
                    append(json, entry.getValue(), indent + "  ");
                    separator = flat ? ", " : "," + inner;
                }
                json.append(flat ? "" : "\n" + indent).append('}');
            }
            case List<?> list -> {
                json.append('[');
                String separator = "";
                for (Object item : list) {
                    json.append(separator);
                    append(json, item, indent + "  ");
                    separator = ", ";
                }
                json.append(']');
            }
            case Double number -> json.append(Double.isFinite(number) ? String.format(Locale.ROOT, "%.4f", number) : "null");
            case Number number -> json.append(number);
            case Boolean truth -> json.append(truth);
            default -> json.append(quoted(String.valueOf(value)));
        }
    }

    private static boolean isNested(Object value) {
        return value instanceof Map || value instanceof List;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
