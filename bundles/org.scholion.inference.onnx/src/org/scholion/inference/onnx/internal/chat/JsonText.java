package org.scholion.inference.onnx.internal.chat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.scholion.inference.onnx.internal.chat.Values.Nothing;

/** Values as Python's {@code json.dumps} writes them, letters beyond ASCII as they are. */
final class JsonText {

    private static final int LONGEST = 1 << 24;

    private final int indent;
    private final StringBuilder text = new StringBuilder();

    private JsonText(int indent) {
        this.indent = indent;
    }

    /** @param indent how far each level is moved to the right; negative for a single line */
    static String of(Object value, int indent) {
        JsonText json = new JsonText(indent);
        json.add(value, 0);
        return json.text.toString();
    }

    private void add(Object value, int depth) {
        if (text.length() > LONGEST) {
            throw new TemplateError("it writes JSON without end");
        }
        switch (value) {
            case String string -> quote(string);
            case Boolean flag -> text.append(flag.booleanValue());
            case Long number -> text.append(number.longValue());
            case Double number -> text.append(number.doubleValue());
            case List<?> list -> add('[', list.iterator(), ']', depth);
            case Map<?, ?> map -> add('{', map.entrySet().iterator(), '}', depth);
            case Nothing nothing when nothing == Nothing.NONE -> text.append("null");
            default -> throw new TemplateError("no JSON: " + Values.text(value));
        }
    }

    private void add(char open, Iterator<?> items, char close, int depth) {
        text.append(open);
        boolean any = items.hasNext();
        while (items.hasNext()) {
            breakLine(depth + 1);
            Object item = Objects.requireNonNull(items.next());
            if (item instanceof Map.Entry<?, ?> entry) {
                quote(Values.text(Objects.requireNonNull(entry.getKey())));
                text.append(": ");
                add(Objects.requireNonNull(entry.getValue()), depth + 1);
            } else {
                add(item, depth + 1);
            }
            if (items.hasNext()) {
                text.append(indent < 0 ? ", " : ",");
            }
        }
        if (any) {
            breakLine(depth);
        }
        text.append(close);
    }

    private void breakLine(int depth) {
        if (indent >= 0) {
            text.append('\n').append(" ".repeat(indent * depth));
        }
    }

    private void quote(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (c < 0x20) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
