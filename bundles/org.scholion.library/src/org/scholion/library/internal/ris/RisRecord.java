package org.scholion.library.internal.ris;

import java.util.ArrayList;
import java.util.List;

/** The tags and values of a record, in the order of the file. Not thread-safe. */
final class RisRecord {

    private record Field(String tag, StringBuilder value) {}

    private final List<Field> fields = new ArrayList<>();

    void add(String tag, String value) {
        fields.add(new Field(tag, new StringBuilder(value)));
    }

    /** One more line of the last value. */
    void append(String line) {
        fields.getLast().value().append('\n').append(line);
    }

    /** Whether there is more than a type. */
    boolean saysSomething() {
        return fields.stream().anyMatch(field -> !field.tag().equals("TY") && !field.value().isEmpty());
    }

    /** The first value that is there, by the order of the tags. */
    String first(String... tags) {
        for (String tag : tags) {
            for (Field field : fields) {
                if (field.tag().equals(tag) && !field.value().isEmpty()) {
                    return field.value().toString();
                }
            }
        }
        return "";
    }

    /** All values of the tags, in the order of the file; no empty ones. */
    List<String> all(String... tags) {
        List<String> wanted = List.of(tags);
        return fields.stream()
                .filter(field -> wanted.contains(field.tag()) && !field.value().isEmpty())
                .map(field -> field.value().toString())
                .toList();
    }
}
