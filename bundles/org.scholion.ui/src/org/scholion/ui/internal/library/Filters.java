package org.scholion.ui.internal.library;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.library.WorkType;
import org.scholion.library.search.LibraryFilter;
import org.scholion.library.search.LibraryHits.Count;
import org.scholion.library.search.LibraryHits.Facet;

/** What clicks on facets and fields make of a filter. */
@NonNullByDefault
final class Filters {

    private Filters() {}

    /** Whether the filter asks for a value of a facet, such as {@code 2017} or {@code ARTICLE}. */
    static boolean isOn(LibraryFilter filter, Facet facet, String value) {
        return switch (facet) {
            case YEAR -> filter.from().isPresent() && filter.from().equals(filter.to())
                    && value.equals(Integer.toString(filter.from().getAsInt()));
            case AUTHOR -> same(filter.author(), value);
            case TYPE -> filter.types().stream().anyMatch(type -> type.name().equals(value));
            case GROUP -> same(filter.group(), value);
        };
    }

    /** The filter with a value of a facet wanted, or not any more. Several types can be wanted, but one year, author and group. */
    static LibraryFilter toggle(LibraryFilter filter, Facet facet, String value) {
        boolean off = isOn(filter, facet, value);
        return switch (facet) {
            case YEAR -> {
                OptionalInt year = off ? OptionalInt.empty() : year(value);
                yield years(filter, year, year);
            }
            case AUTHOR -> author(filter, off ? "" : value);
            case TYPE -> {
                Set<WorkType> types = EnumSet.noneOf(WorkType.class);
                types.addAll(filter.types());
                if (off) {
                    types.remove(WorkType.valueOf(value));
                } else {
                    types.add(WorkType.valueOf(value));
                }
                yield types(filter, types);
            }
            case GROUP -> group(filter, off ? "" : value);
        };
    }

    /** The filter without anything that a facet could ask for. */
    static LibraryFilter without(LibraryFilter filter, Facet facet) {
        return switch (facet) {
            case YEAR -> years(filter, OptionalInt.empty(), OptionalInt.empty());
            case AUTHOR -> author(filter, "");
            case TYPE -> types(filter, Set.of());
            case GROUP -> group(filter, "");
        };
    }

    /** What a facet shows: what was counted, with what the filter asks for and nothing has, so that it can be taken off again. */
    static List<Count> shown(LibraryFilter filter, Facet facet, List<Count> counted) {
        List<Count> shown = new ArrayList<>(counted);
        List<String> wanted = switch (facet) {
            case YEAR -> filter.from().isPresent() && filter.from().equals(filter.to())
                    ? List.of(Integer.toString(filter.from().getAsInt()))
                    : List.of();
            case AUTHOR -> filter.author().isBlank() ? List.of() : List.of(filter.author());
            case TYPE -> filter.types().stream().sorted().map(WorkType::name).toList();
            case GROUP -> filter.group().isBlank() ? List.of() : List.of(filter.group());
        };
        for (String value : wanted) {
            if (counted.stream().noneMatch(count -> isOn(filter, facet, count.value()) && same(count.value(), value))) {
                shown.addFirst(new Count(value, 0));
            }
        }
        return shown;
    }

    /** Four digits are a year; anything else is none. */
    static OptionalInt year(String text) {
        return text.strip().matches("\\d{4}") ? OptionalInt.of(Integer.parseInt(text.strip())) : OptionalInt.empty();
    }

    static LibraryFilter years(LibraryFilter old, OptionalInt from, OptionalInt to) {
        return new LibraryFilter(from, to, old.author(), old.types(), old.group(), old.document());
    }

    static LibraryFilter author(LibraryFilter old, String author) {
        return new LibraryFilter(old.from(), old.to(), author, old.types(), old.group(), old.document());
    }

    static LibraryFilter types(LibraryFilter old, Set<WorkType> types) {
        return new LibraryFilter(old.from(), old.to(), old.author(), types, old.group(), old.document());
    }

    static LibraryFilter group(LibraryFilter old, String group) {
        return new LibraryFilter(old.from(), old.to(), old.author(), old.types(), group, old.document());
    }

    static LibraryFilter document(LibraryFilter old, boolean document) {
        return new LibraryFilter(old.from(), old.to(), old.author(), old.types(), old.group(), document);
    }

    /** As the index compares them: without regard to case and accents. */
    private static boolean same(String one, String other) {
        return !one.isBlank() && plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
    }
}
