package org.scholion.inference.onnx.internal.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.inference.onnx.internal.chat.Values.Nothing;

/** The methods that texts, lists and maps have in Python, those that change nothing. */
final class Methods {

    private static final Pattern PLACE = Pattern.compile("%(?:([sdr])|%)");

    private final Budget budget;

    Methods(Budget budget) {
        this.budget = budget;
    }

    Object call(Object of, String name, List<Object> given) {
        return switch (of) {
            case String text -> {
                budget.make(text.length());
                yield ofText(text, name, given);
            }
            case List<?> list -> switch (name) {
                case "index" -> position(Values.iterable(list), argument(given, 0));
                case "count" -> Values.iterable(list).stream().filter(item -> Values.equal(item, argument(given, 0))).count();
                default -> throw unknown("a list", name);
            };
            case Map<?, ?> map -> ofMap(map, name, given);
            default -> throw unknown(Values.text(of), name);
        };
    }

    private static Object position(List<Object> list, Object item) {
        for (int i = 0; i < list.size(); i++) {
            if (Values.equal(list.get(i), item)) {
                return (long) i;
            }
        }
        throw new TemplateError("not in the list: " + Values.text(item));
    }

    private static Object ofMap(Map<?, ?> map, String name, List<Object> given) {
        return switch (name) {
            case "items" -> items(map);
            case "keys" -> new ArrayList<Object>(map.keySet());
            case "values" -> new ArrayList<Object>(map.values());
            case "get" -> {
                Object value = Values.at(map, argument(given, 0));
                yield value != Nothing.UNDEFINED ? value : given.size() > 1 ? given.get(1) : Nothing.NONE;
            }
            default -> throw unknown("a map", name);
        };
    }

    static List<Object> items(Map<?, ?> map) {
        List<Object> items = new ArrayList<>();
        map.forEach((key, value) -> items.add(List.of(Objects.requireNonNull(key), Objects.requireNonNull(value))));
        return items;
    }

    private Object ofText(String text, String name, List<Object> given) {
        return switch (name) {
            case "strip" -> strip(text, given, true, true);
            case "lstrip" -> strip(text, given, true, false);
            case "rstrip" -> strip(text, given, false, true);
            case "startswith" -> anyOf(argument(given, 0), text::startsWith);
            case "endswith" -> anyOf(argument(given, 0), text::endsWith);
            case "split" -> split(text, given);
            case "splitlines" -> new ArrayList<Object>(text.lines().toList());
            case "replace" -> replaced(text, given);
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "title" -> Filters.title(text);
            case "capitalize" -> Filters.capitalized(text);
            case "find" -> (long) text.indexOf(Values.text(argument(given, 0)));
            case "count" -> (long) (text.length() - text.replace(nonEmpty(argument(given, 0)), "").length())
                    / nonEmpty(argument(given, 0)).length();
            case "join" -> joined(text, Values.iterable(argument(given, 0)));
            case "isdigit" -> !text.isEmpty() && text.codePoints().allMatch(Character::isDigit);
            case "isalpha" -> !text.isEmpty() && text.codePoints().allMatch(Character::isLetter);
            case "isupper" -> !text.equals(text.toLowerCase(Locale.ROOT)) && text.equals(text.toUpperCase(Locale.ROOT));
            case "islower" -> !text.equals(text.toUpperCase(Locale.ROOT)) && text.equals(text.toLowerCase(Locale.ROOT));
            default -> throw unknown("a text", name);
        };
    }

    private static boolean anyOf(Object parts, java.util.function.Predicate<String> holds) {
        return parts instanceof List<?> list
                ? list.stream().anyMatch(part -> holds.test(Values.text(Objects.requireNonNull(part))))
                : holds.test(Values.text(parts));
    }

    static String strip(String text, List<Object> given, boolean left, boolean right) {
        String letters = given.isEmpty() || given.getFirst() == Nothing.NONE ? "" : Values.text(given.getFirst());
        int from = 0;
        int to = text.length();
        while (left && from < to && strips(text.charAt(from), letters)) {
            from++;
        }
        while (right && to > from && strips(text.charAt(to - 1), letters)) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean strips(char c, String letters) {
        return letters.isEmpty() ? Character.isWhitespace(c) || c == '\u00a0' : letters.indexOf(c) >= 0;
    }

    private static List<Object> split(String text, List<Object> given) {
        long most = given.size() > 1 ? Values.integer(given.get(1)) : -1;
        List<Object> parts = new ArrayList<>();
        if (given.isEmpty() || given.getFirst() == Nothing.NONE) {
            String rest = text.strip();
            if (!rest.isEmpty()) {
                parts.addAll(List.of(rest.split("\\s+", most < 0 ? 0 : (int) most + 1)));
            }
            return parts;
        }
        String separator = nonEmpty(given.getFirst());
        int from = 0;
        for (int i = text.indexOf(separator); i >= 0 && (most < 0 || parts.size() < most); i = text.indexOf(separator, from)) {
            parts.add(text.substring(from, i));
            from = i + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static String nonEmpty(Object value) {
        String text = Values.text(value);
        if (text.isEmpty()) {
            throw new TemplateError("an empty text to look for");
        }
        return text;
    }

    String replaced(String text, List<Object> given) {
        String old = nonEmpty(argument(given, 0));
        String by = Values.text(argument(given, 1));
        budget.make(text.length() + (long) text.length() / old.length() * by.length());
        return text.replace(old, by);
    }

    String joined(String separator, List<Object> items) {
        StringBuilder all = new StringBuilder();
        boolean first = true;
        for (Object item : items) {
            String next = Values.text(item);
            budget.make(all.length() / 64 + (long) next.length() + separator.length());
            all.append(first ? "" : separator).append(next);
            first = false;
        }
        budget.make(all.length());
        return all.toString();
    }

    /** {@code "%s of %d" % (a, b)}. */
    String percent(String form, Object values) {
        List<Object> given = values instanceof List<?> list ? Values.iterable(list) : List.of(values);
        StringBuilder text = new StringBuilder();
        Matcher places = PLACE.matcher(form);
        int used = 0;
        int from = 0;
        while (places.find()) {
            text.append(form, from, places.start());
            text.append(places.group(1) == null ? "%" : Values.text(argument(given, used++)));
            budget.make(text.length());
            from = places.end();
        }
        return text.append(form.substring(from)).toString();
    }

    static Object argument(List<Object> given, int index) {
        if (index >= given.size()) {
            throw new TemplateError("a value is missing in a call");
        }
        return given.get(index);
    }

    private static TemplateError unknown(String what, String name) {
        return new TemplateError(what + " has no method " + name);
    }
}
