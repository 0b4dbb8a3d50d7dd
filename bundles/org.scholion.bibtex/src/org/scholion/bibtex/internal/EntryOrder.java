package org.scholion.bibtex.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexFormat.Order;
import org.scholion.bibtex.BibtexName;
import org.scholion.bibtex.BibtexNames;
import org.scholion.bibtex.PlainValue;
import org.scholion.text.TextRange;

/** Which of two entries stands first. Not thread-safe. */
final class EntryOrder {

    /** By what an entry is sorted. */
    private record Names(String author, String year, String title) {}

    private final BibtexFile file;
    private final Map<TextRange, Names> known = new HashMap<>();

    private EntryOrder(BibtexFile file) {
        this.file = file;
    }

    /** An order in which entries that others refer to by {@code crossref} stand behind all others. */
    static Comparator<Entry> of(BibtexFile file, Order order) {
        EntryOrder names = new EntryOrder(file);
        Set<String> parents = new HashSet<>();
        for (Entry entry : file.entries()) {
            entry.field("crossref").ifPresent(field -> parents.add(field.value().strip()));
        }
        Comparator<Entry> byKey = Comparator.comparing(Entry::key, String.CASE_INSENSITIVE_ORDER);
        Comparator<Entry> byAuthor = Comparator.<Entry, String>comparing(entry -> names.of(entry).author())
                .thenComparing(entry -> names.of(entry).year())
                .thenComparing(entry -> names.of(entry).title())
                .thenComparing(byKey);
        Comparator<Entry> wanted = switch (order) {
            case AS_IS, KEY -> byKey;
            case AUTHOR -> byAuthor;
            case YEAR -> Comparator.<Entry, String>comparing(entry -> names.of(entry).year(), Comparator.reverseOrder())
                    .thenComparing(byAuthor);
        };
        return Comparator.comparing((Entry entry) -> parents.contains(entry.key())).thenComparing(wanted);
    }

    private Names of(Entry entry) {
        return known.computeIfAbsent(entry.range(), place -> new Names(author(entry), year(entry), title(entry)));
    }

    private String author(Entry entry) {
        String people = file.value(entry, "author").or(() -> file.value(entry, "editor")).orElse("");
        List<BibtexName> names = BibtexNames.parse(people).names();
        return names.isEmpty() ? title(entry) : names.getFirst().family().toLowerCase(Locale.ROOT);
    }

    private String year(Entry entry) {
        String year = file.value(entry, "year").or(() -> file.value(entry, "date")).orElse("");
        return year.substring(0, Math.min(4, year.length()));
    }

    private String title(Entry entry) {
        return PlainValue.of(file.value(entry, "title").orElse("")).toLowerCase(Locale.ROOT);
    }
}
