package org.scholion.inference.onnx.internal.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.scholion.inference.onnx.internal.chat.Values.Function;
import org.scholion.inference.onnx.internal.chat.Values.Nothing;

/** The filters and tests of Jinja that chat templates use. */
final class Filters {

    private final Budget budget;
    private final Methods methods;

    Filters(Budget budget) {
        this.budget = budget;
        methods = new Methods(budget);
    }

    Object apply(String name, Object value, List<Object> given, Map<String, Object> named) {
        if (value instanceof String || value instanceof List || value instanceof Map) {
            budget.make(Values.length(value));
        }
        return switch (name) {
            case "trim" -> Methods.strip(Values.text(value), given, true, true);
            case "upper" -> Values.text(value).toUpperCase(Locale.ROOT);
            case "lower" -> Values.text(value).toLowerCase(Locale.ROOT);
            case "title" -> title(Values.text(value));
            case "capitalize" -> capitalized(Values.text(value));
            case "string", "safe" -> Values.text(value);
            case "replace" -> methods.replaced(Values.text(value), given);
            case "indent" -> indented(Values.text(value), given, named);
            case "tojson" -> json(value, given, named);
            case "default", "d" -> fallback(value, given, named);
            case "length", "count" -> (long) Values.length(value);
            case "int" -> whole(value);
            case "float" -> Double.valueOf(Values.text(value));
            case "abs" -> value instanceof Long number ? (Object) Math.abs(number) : (Object) Math.abs(Values.number(value));
            case "items" -> value instanceof Map<?, ?> map ? Methods.items(map) : List.of();
            default -> ofItems(name, value, given, named);
        };
    }

    private Object ofItems(String name, Object value, List<Object> given, Map<String, Object> named) {
        List<Object> items = Values.iterable(value);
        switch (name) {
            case "list" -> {
                return items;
            }
            case "first" -> {
                return items.isEmpty() ? Nothing.UNDEFINED : items.getFirst();
            }
            case "last" -> {
                return items.isEmpty() ? Nothing.UNDEFINED : items.getLast();
            }
            case "join" -> {
                Object attribute = named.get("attribute");
                List<Object> joined = attribute == null ? items : map(items, attribute);
                return methods.joined(given.isEmpty() ? "" : Values.text(given.getFirst()), joined);
            }
            case "reverse" -> {
                Collections.reverse(items);
                return value instanceof String ? methods.joined("", items) : items;
            }
            case "unique" -> {
                List<Object> kept = new ArrayList<>();
                return keep(items, item -> {
                    budget.make(kept.size());
                    return !Values.contains(kept, item) && kept.add(item);
                });
            }
            case "sort" -> {
                items.sort(Values::compare);
                return items;
            }
            case "dictsort" -> {
                List<Object> pairs = value instanceof Map<?, ?> map ? Methods.items(map) : items;
                pairs.sort(Comparator.comparing(pair -> Values.text(Values.at(pair, 0L)).toLowerCase(Locale.ROOT)));
                return pairs;
            }
            case "min", "max" -> {
                if (items.isEmpty()) {
                    return Nothing.UNDEFINED;
                }
                return name.equals("min") ? Collections.min(items, Values::compare) : Collections.max(items, Values::compare);
            }
            default -> {
                return chosen(name, items, given, named);
            }
        }
    }

    private Object chosen(String name, List<Object> items, List<Object> given, Map<String, Object> named) {
        return switch (name) {
            case "selectattr" -> keep(items, item -> byAttribute(item, given));
            case "rejectattr" -> keep(items, item -> !byAttribute(item, given));
            case "select" -> keep(items, item -> byTest(item, given));
            case "reject" -> keep(items, item -> !byTest(item, given));
            case "map" -> {
                Object attribute = named.get("attribute");
                if (attribute != null) {
                    yield map(items, attribute);
                }
                List<Object> mapped = new ArrayList<>();
                for (Object item : items) {
                    mapped.add(apply(Values.text(Methods.argument(given, 0)), item, given.subList(1, given.size()), named));
                }
                yield mapped;
            }
            default -> throw new TemplateError("unknown filter " + name);
        };
    }

    private List<Object> keep(List<Object> items, Predicate<Object> wanted) {
        List<Object> kept = new ArrayList<>();
        for (Object item : items) {
            budget.step();
            if (wanted.test(item)) {
                kept.add(item);
            }
        }
        return kept;
    }

    private static List<Object> map(List<Object> items, Object attribute) {
        List<Object> mapped = new ArrayList<>();
        items.forEach(item -> mapped.add(Values.at(item, attribute)));
        return mapped;
    }

    private static boolean byAttribute(Object item, List<Object> given) {
        Object value = Values.at(item, Methods.argument(given, 0));
        return byTest(value, given.subList(1, given.size()));
    }

    private static boolean byTest(Object value, List<Object> given) {
        return given.isEmpty()
                ? Values.truth(value)
                : test(Values.text(given.getFirst()), value, given.subList(1, given.size()));
    }

    private static Object fallback(Object value, List<Object> given, Map<String, Object> named) {
        Object falseToo = given.size() > 1 ? given.get(1) : named.getOrDefault("boolean", Boolean.FALSE);
        boolean missing = value == Nothing.UNDEFINED || Values.truth(Objects.requireNonNull(falseToo)) && !Values.truth(value);
        return !missing ? value : given.isEmpty() ? "" : given.getFirst();
    }

    private static Object whole(Object value) {
        if (value instanceof String text) {
            return text.strip().matches("[+-]?[0-9]{1,18}") ? Long.valueOf(text.strip()) : Long.valueOf(0);
        }
        return (long) Values.number(value);
    }

    private Object json(Object value, List<Object> given, Map<String, Object> named) {
        Object indent = !given.isEmpty() ? given.getFirst() : named.getOrDefault("indent", Nothing.NONE);
        String text = JsonText.of(value, indent == Nothing.NONE ? -1 : Math.min(16, Values.integer(Objects.requireNonNull(indent))));
        budget.make(text.length());
        return text;
    }

    private Object indented(String text, List<Object> given, Map<String, Object> named) {
        int width = Math.clamp(given.isEmpty() ? 4 : Values.integer(given.getFirst()), 0, 100);
        Object first = given.size() > 1 ? given.get(1) : named.getOrDefault("first", Boolean.FALSE);
        budget.make(text.length() + text.lines().count() * width);
        String blank = " ".repeat(width);
        String all = text.replaceAll("\n(?!\n|$)", "\n" + blank);
        return Values.truth(Objects.requireNonNull(first)) ? blank + all : all;
    }

    static String title(String text) {
        StringBuilder title = new StringBuilder();
        boolean within = false;
        for (char c : text.toCharArray()) {
            title.append(within ? Character.toLowerCase(c) : Character.toUpperCase(c));
            within = Character.isLetterOrDigit(c);
        }
        return title.toString();
    }

    static String capitalized(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1).toLowerCase(Locale.ROOT);
    }

    static boolean test(String name, Object value, List<Object> given) {
        return switch (name) {
            case "defined" -> value != Nothing.UNDEFINED;
            case "undefined" -> value == Nothing.UNDEFINED;
            case "none" -> value == Nothing.NONE;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "true" -> Boolean.TRUE.equals(value);
            case "false" -> Boolean.FALSE.equals(value);
            case "integer" -> value instanceof Long;
            case "float" -> value instanceof Double;
            case "number" -> value instanceof Long || value instanceof Double || value instanceof Boolean;
            case "mapping" -> value instanceof Map;
            case "sequence", "iterable" -> value instanceof List || value instanceof Map || value instanceof String;
            case "callable" -> value instanceof Function;
            case "odd" -> Values.integer(value) % 2 != 0;
            case "even" -> Values.integer(value) % 2 == 0;
            case "divisibleby" -> Values.integer(value) % Math.max(1, Values.integer(Methods.argument(given, 0))) == 0;
            case "equalto", "eq", "==", "sameas" -> Values.equal(value, Methods.argument(given, 0));
            case "ne", "!=" -> !Values.equal(value, Methods.argument(given, 0));
            case "gt", "greaterthan", ">" -> Values.compare(value, Methods.argument(given, 0)) > 0;
            case "lt", "lessthan", "<" -> Values.compare(value, Methods.argument(given, 0)) < 0;
            case "ge", ">=" -> Values.compare(value, Methods.argument(given, 0)) >= 0;
            case "le", "<=" -> Values.compare(value, Methods.argument(given, 0)) <= 0;
            case "in" -> Values.contains(Methods.argument(given, 0), value);
            default -> throw new TemplateError("unknown test " + name);
        };
    }
}
