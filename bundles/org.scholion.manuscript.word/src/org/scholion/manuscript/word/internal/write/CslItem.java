package org.scholion.manuscript.word.internal.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.scholion.manuscript.word.internal.read.Json;

/** An item of the Citation Style Language. What it does not say is empty. */
final class CslItem {

    private final Map<?, ?> item;

    /** Of a person both names, of a body one. */
    record Name(String family, String given, boolean body) {}

    /** @param json an object; anything else is an item that says nothing */
    CslItem(String json) {
        item = parse(json);
    }

    private static Map<?, ?> parse(String json) {
        try {
            return !json.isBlank() && Json.read(json) instanceof Map<?, ?> map ? map : Map.of();
        } catch (IllegalArgumentException e) {
            // what is known of the work is its key
            return Map.of();
        }
    }

    String text(String name) {
        return item.get(name) instanceof String text ? text.strip() : "";
    }

    String year() {
        return date(0);
    }

    String month() {
        return date(1);
    }

    String day() {
        return date(2);
    }

    private String date(int part) {
        if (item.get("issued") instanceof Map<?, ?> issued
                && issued.get("date-parts") instanceof List<?> dates
                && !dates.isEmpty()
                && dates.getFirst() instanceof List<?> numbers
                && numbers.size() > part) {
            return String.valueOf(numbers.get(part));
        }
        return "";
    }

    /** @param role such as {@code author} */
    List<Name> people(String role) {
        List<Name> people = new ArrayList<>();
        if (item.get(role) instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Map<?, ?> person) {
                    add(person, people);
                }
            }
        }
        return people;
    }

    private static void add(Map<?, ?> person, List<Name> people) {
        String body = value(person, "literal");
        String family = (value(person, "non-dropping-particle") + " " + value(person, "family")).strip();
        if (!body.isEmpty()) {
            people.add(new Name(body, "", true));
        } else if (!family.isEmpty()) {
            String suffix = value(person, "suffix");
            people.add(new Name(family + (suffix.isEmpty() ? "" : " " + suffix), value(person, "given"), false));
        }
    }

    private static String value(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? text.strip() : "";
    }
}
