package org.scholion.manuscript.word.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.Structure.BibliographyEntry;

/** The works that a citation of Zotero or Mendeley cites, by the data in its field: a citation in the Citation Style Language. */
final class CitedWorks {

    private CitedWorks() {}

    /**
     * The works.
     *
     * @param instruction of the field
     * @param range where it stands
     * @return empty where the field holds no such data
     */
    static List<BibliographyEntry> of(String instruction, SourceRange range) {
        int start = instruction.indexOf('{');
        if (start < 0) {
            return List.of();
        }
        try {
            List<BibliographyEntry> works = new ArrayList<>();
            maps(member(Json.read(instruction.substring(start)), "citationItems")).forEach(item -> works.add(work(item, range)));
            return works;
        } catch (IllegalArgumentException e) {
            // a field that somebody cut off
            return List.of();
        }
    }

    private static BibliographyEntry work(Map<?, ?> item, SourceRange range) {
        Object data = member(item, "itemData");
        List<String> authors = maps(member(data, "author")).map(CitedWorks::author).filter(name -> !name.isEmpty()).toList();
        return new BibliographyEntry(
                key(item), string(data, "type"), authors, string(data, "title"), first(member(member(data, "issued"), "date-parts")),
                string(data, "container-title"), range);
    }

    /** The end of its address in the library; the number that it has in the field where it has none. */
    private static String key(Map<?, ?> item) {
        String address = first(member(item, "uris"));
        int end = Math.max(address.lastIndexOf('/'), address.lastIndexOf('='));
        return address.isEmpty() ? string(item, "id") : address.substring(end + 1);
    }

    private static String author(Map<?, ?> author) {
        String family = (string(author, "non-dropping-particle") + " " + string(author, "family")).strip();
        String given = string(author, "given");
        return family.isEmpty() ? string(author, "literal") : given.isEmpty() ? family : family + ", " + given;
    }

    private static Object member(Object value, String name) {
        Object found = value instanceof Map<?, ?> map ? map.get(name) : null;
        return found == null ? "" : found;
    }

    private static String string(Object value, String name) {
        return member(value, name) instanceof String text ? text : "";
    }

    /** The first string of a list, however deeply it is nested. */
    private static String first(Object value) {
        return switch (value) {
            case String text -> text;
            case List<?> list when !list.isEmpty() -> first(list.getFirst());
            default -> "";
        };
    }

    private static Stream<Map<?, ?>> maps(Object value) {
        Stream.Builder<Map<?, ?>> maps = Stream.builder();
        if (value instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Map<?, ?> map) {
                    maps.add(map);
                }
            }
        }
        return maps.build();
    }
}
