package org.scholion.inference.onnx.internal.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What values of templates mean, as in Python: String, Boolean, Long, Double, List, Map, {@link Nothing}, {@link Namespace} and
 * {@link Function}.
 */
final class Values {

    private static final int LONGEST_TEXT = 1 << 22;
    private static final int MOST_COMPARED = 100_000;

    private Values() {}

    /** The absence of a value. */
    enum Nothing {
        NONE,
        UNDEFINED
    }

    /** A function of the template or of its surroundings. */
    @FunctionalInterface
    interface Function {
        Object call(List<Object> positional, Map<String, Object> named);
    }

    /**
     * What {@code namespace(…)} makes.
     *
     * @param attributes changed by {@code set}
     */
    record Namespace(Map<String, Object> attributes) {}

    static boolean truth(Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case Nothing nothing -> false;
            case String text -> !text.isEmpty();
            case Long number -> number != 0;
            case Double number -> number != 0;
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }

    /** What {@code str()} gives. */
    static String text(Object value) {
        return switch (value) {
            case String text -> text;
            case Nothing nothing -> nothing == Nothing.NONE ? "None" : "";
            default -> {
                StringBuilder all = new StringBuilder();
                represent(value, all);
                yield all.toString();
            }
        };
    }

    /** Adds what {@code repr()} gives. A list may hold another many times over, so the length is looked at. */
    private static void represent(Object value, StringBuilder all) {
        if (all.length() > LONGEST_TEXT) {
            throw new TemplateError("it writes a list without end");
        }
        switch (value) {
            case String text -> all.append(quoted(text));
            case Boolean flag -> all.append(flag ? "True" : "False");
            case Nothing nothing -> all.append(nothing == Nothing.NONE ? "None" : "Undefined");
            case List<?> list -> {
                String before = "[";
                for (Object item : list) {
                    all.append(before);
                    represent(Objects.requireNonNull(item), all);
                    before = ", ";
                }
                all.append(list.isEmpty() ? "[]" : "]");
            }
            case Map<?, ?> map -> {
                String before = "{";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    all.append(before);
                    represent(Objects.requireNonNull(entry.getKey()), all);
                    all.append(": ");
                    represent(Objects.requireNonNull(entry.getValue()), all);
                    before = ", ";
                }
                all.append(map.isEmpty() ? "{}" : "}");
            }
            case Long number -> all.append(number.longValue());
            case Double number -> all.append(number.doubleValue());
            default -> all.append('<').append(value.getClass().getSimpleName()).append('>');
        }
    }

    private static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        String escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
        return quote + (quote == '\'' ? escaped.replace("'", "\\'") : escaped) + quote;
    }

    static boolean equal(Object a, Object b) {
        return equal(a, b, new int[] {MOST_COMPARED});
    }

    private static boolean equal(Object a, Object b, int[] left) {
        if (--left[0] < 0) {
            throw new TemplateError("it compares lists without end");
        }
        if (a instanceof List<?> first && b instanceof List<?> second) {
            boolean same = first.size() == second.size();
            for (int i = 0; same && i < first.size(); i++) {
                same = equal(Objects.requireNonNull(first.get(i)), Objects.requireNonNull(second.get(i)), left);
            }
            return same;
        }
        if (a instanceof Map<?, ?> first && b instanceof Map<?, ?> second) {
            return first.keySet().equals(second.keySet())
                    && first.keySet().stream().allMatch(key -> equal(
                            Objects.requireNonNull(first.get(key)), Objects.requireNonNull(second.get(key)), left));
        }
        return isNumber(a) && isNumber(b) ? number(a) == number(b) : a.equals(b);
    }

    /** What may be the key of a map. */
    static Object key(Object value) {
        if (value instanceof List || value instanceof Map || value instanceof Namespace) {
            throw new TemplateError("no key of a map: " + text(value));
        }
        return value;
    }

    /** True and false are numbers too. */
    private static boolean isNumber(Object value) {
        return value instanceof Long || value instanceof Double || value instanceof Boolean;
    }

    static double number(Object value) {
        return switch (value) {
            case Long number -> number.doubleValue();
            case Double number -> number;
            case Boolean flag -> flag ? 1 : 0;
            default -> throw new TemplateError("no number: " + text(value));
        };
    }

    static int integer(Object value) {
        return switch (value) {
            case Long number when Math.abs(number) < Integer.MAX_VALUE -> number.intValue();
            case Boolean flag -> flag ? 1 : 0;
            default -> throw new TemplateError("no integer, or one too large: " + text(value));
        };
    }

    static int compare(Object a, Object b) {
        if (a instanceof String first && b instanceof String second) {
            return first.compareTo(second);
        }
        return Double.compare(number(a), number(b));
    }

    static boolean contains(Object container, Object item) {
        return switch (container) {
            case String text -> item instanceof String part && text.contains(part);
            case List<?> list -> list.stream().anyMatch(other -> equal(Objects.requireNonNull(other), item));
            case Map<?, ?> map -> map.containsKey(key(item));
            default -> throw new TemplateError("nothing can be in " + text(container));
        };
    }

    /** What a loop goes over. */
    static List<Object> iterable(Object value) {
        return switch (value) {
            case List<?> list -> new ArrayList<>(list);
            case Map<?, ?> map -> new ArrayList<>(map.keySet());
            case String text -> new ArrayList<>(text.codePoints().mapToObj(Character::toString).toList());
            case Nothing nothing when nothing == Nothing.UNDEFINED -> List.of();
            default -> throw new TemplateError("no list: " + text(value));
        };
    }

    static int length(Object value) {
        return switch (value) {
            case String text -> text.codePointCount(0, text.length());
            case List<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            case Nothing nothing when nothing == Nothing.UNDEFINED -> 0;
            default -> throw new TemplateError("no length: " + text(value));
        };
    }

    /** The item at an index, from the end where it is negative; undefined where there is none. */
    static Object at(Object value, Object index) {
        return switch (value) {
            case Map<?, ?> map -> orUndefined(map.get(key(index)));
            case List<?> list -> {
                int i = integer(index);
                int position = i < 0 ? list.size() + i : i;
                yield position >= 0 && position < list.size() ? orUndefined(list.get(position)) : Nothing.UNDEFINED;
            }
            case String text -> {
                int i = integer(index);
                int[] points = text.codePoints().toArray();
                int position = i < 0 ? points.length + i : i;
                yield position >= 0 && position < points.length ? Character.toString(points[position]) : Nothing.UNDEFINED;
            }
            case Namespace namespace -> orUndefined(namespace.attributes().get(key(index)));
            case Nothing nothing when nothing == Nothing.UNDEFINED -> throw new TemplateError(text(index) + " of what is undefined");
            default -> Nothing.UNDEFINED;
        };
    }

    @SuppressWarnings("null") // what a map or list gives may be null, whatever the analysis thinks
    private static Object orUndefined(Object value) {
        return value == null ? Nothing.UNDEFINED : value;
    }

    /** {@code value[from:to:step]}; {@link Nothing#NONE} for a bound that is not given. */
    static Object slice(Object value, Object from, Object to, Object step) {
        boolean isText = value instanceof String;
        List<Object> items = iterable(value);
        int by = step == Nothing.NONE ? 1 : integer(step);
        if (by == 0) {
            throw new TemplateError("a slice with the step 0");
        }
        int size = items.size();
        int start = from == Nothing.NONE ? (by > 0 ? 0 : size - 1) : bound(integer(from), size, by);
        int end = to == Nothing.NONE ? (by > 0 ? size : -1) : bound(integer(to), size, by);
        List<Object> taken = new ArrayList<>();
        for (int i = start; by > 0 ? i < end : i > end; i += by) {
            taken.add(items.get(i));
        }
        if (!isText) {
            return taken;
        }
        StringBuilder text = new StringBuilder();
        taken.forEach(text::append);
        return text.toString();
    }

    private static int bound(int index, int size, int step) {
        int position = index < 0 ? index + size : index;
        int least = step > 0 ? 0 : -1;
        int most = step > 0 ? size : size - 1;
        return Math.max(least, Math.min(most, position));
    }
}
