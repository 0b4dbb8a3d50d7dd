package org.scholion.bibtex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scholion.bibtex.BibtexElement.Entry;

/** A file as it was read. Immutable; thread-safe. */
public final class BibtexFile {

    /** More entries than this are not asked for the fields that one entry lacks. */
    private static final int MAX_ANCESTORS = 32;

    private static final Set<String> NOT_INHERITED = Set.of(
            "ids", "crossref", "xref", "xdata", "entryset", "entrysubtype", "execute", "label", "options", "presort", "related",
            "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey", "keywords", "file", "abstract");

    private static final Set<String> PARTS_OF_BOOKS = Set.of(
            "inproceedings", "conference", "incollection", "inbook", "bookinbook", "suppbook", "suppcollection", "inreference");

    private final String text;
    private final List<BibtexElement> elements;
    private final List<Entry> entries;
    private final List<BibtexProblem> problems;
    private final Map<String, Entry> byKey;

    /**
     * @param text what was read
     * @param elements cover the text without gaps
     * @param problems in the order of the text
     */
    public BibtexFile(String text, List<BibtexElement> elements, List<BibtexProblem> problems) {
        this.text = text;
        this.elements = List.copyOf(elements);
        this.problems = List.copyOf(problems);
        List<Entry> found = new ArrayList<>();
        for (BibtexElement element : elements) {
            if (element instanceof Entry entry) {
                found.add(entry);
            }
        }
        entries = List.copyOf(found);
        byKey = keys(entries);
    }

    private static Map<String, Entry> keys(List<Entry> entries) {
        Map<String, Entry> keys = new HashMap<>();
        for (Entry entry : entries) {
            if (!entry.key().isEmpty()) {
                keys.putIfAbsent(entry.key(), entry);
            }
        }
        for (Entry entry : entries) {
            entry.field("ids").ifPresent(ids -> {
                for (String alias : list(ids.value())) {
                    keys.putIfAbsent(alias, entry);
                }
            });
        }
        return keys;
    }

    public String text() {
        return text;
    }

    /** All parts in order, without gaps. */
    public List<BibtexElement> elements() {
        return elements;
    }

    public List<Entry> entries() {
        return entries;
    }

    public List<BibtexProblem> problems() {
        return problems;
    }

    /** The first entry of that key, or of that alias ({@code ids}). */
    public Optional<Entry> entry(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The members of a {@code @set}, those that the file holds; nothing for other entries. */
    public List<Entry> members(Entry set) {
        List<Entry> members = new ArrayList<>();
        if (set.type().equals("set")) {
            set.field("entryset").ifPresent(field -> {
                for (String key : list(field.value())) {
                    entry(key).ifPresent(members::add);
                }
            });
        }
        return members;
    }

    /**
     * The values of an entry by the fields' names in lower case, with those that it inherits by {@code crossref} and {@code xdata}.
     * A part of a book inherits the book's title as its {@code booktitle}.
     */
    public Map<String, String> values(Entry entry) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<Entry> seen = new HashSet<>();
        Deque<Step> open = new ArrayDeque<>();
        open.add(new Step(entry, false));
        boolean partOfBook = PARTS_OF_BOOKS.contains(entry.type());
        while (!open.isEmpty() && seen.size() < MAX_ANCESTORS) {
            Step step = open.removeFirst();
            if (!seen.add(step.entry())) {
                continue;
            }
            boolean own = seen.size() == 1;
            for (BibtexField field : step.entry().fields()) {
                if (own || !NOT_INHERITED.contains(field.name())) {
                    values.putIfAbsent(step.crossref() && partOfBook ? nameInPart(step.entry(), field) : field.name(), field.value());
                }
            }
            for (String name : List.of("xdata", "crossref")) {
                step.entry().field(name).ifPresent(field -> {
                    for (String key : list(field.value())) {
                        entry(key).ifPresent(parent -> open.addLast(new Step(parent, step.crossref() || name.equals("crossref"))));
                    }
                });
            }
        }
        return values;
    }

    /** The value of one field, inherited where the entry lacks it. */
    public Optional<String> value(Entry entry, String name) {
        return Optional.ofNullable(values(entry).get(name.toLowerCase(Locale.ROOT)));
    }

    /** The name that a field of a book has in a part of it. */
    private static String nameInPart(Entry book, BibtexField field) {
        boolean title = field.name().equals("title") && book.field("booktitle").isEmpty();
        return title ? "booktitle" : field.name();
    }

    private record Step(Entry entry, boolean crossref) {}

    private static List<String> list(String value) {
        List<String> keys = new ArrayList<>();
        for (String key : value.split(",", -1)) {
            if (!key.isBlank()) {
                keys.add(key.strip());
            }
        }
        return keys;
    }
}
