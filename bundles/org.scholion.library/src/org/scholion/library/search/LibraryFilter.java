package org.scholion.library.search;

import java.util.OptionalInt;
import java.util.Set;
import org.scholion.library.WorkType;

/**
 * What must hold of a reference.
 *
 * @param from the first year; without, any
 * @param to the last year; without, any
 * @param author a family name, without regard to case and accents; empty for any
 * @param types empty for any
 * @param group the name of a group, its subgroups included; empty for any
 * @param document whether it must have a document on this machine
 */
public record LibraryFilter(OptionalInt from, OptionalInt to, String author, Set<WorkType> types, String group, boolean document) {

    /** Everything. */
    public static final LibraryFilter NONE =
            new LibraryFilter(OptionalInt.empty(), OptionalInt.empty(), "", Set.of(), "", false);

    public LibraryFilter {
        types = Set.copyOf(types);
    }
}
