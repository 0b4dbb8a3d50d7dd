package org.scholion.manuscript.latex.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexNames;
import org.scholion.bibtex.BibtexParser;
import org.scholion.bibtex.PlainValue;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure.BibliographyEntry;

/** The entries of bibliography files, kept until a file's text changes. Thread-safe. */
final class Bibliographies {

    private static final int MAX_FILES = 64;
    private static final List<String> VENUES = List.of(
            "journaltitle", "journal", "booktitle", "publisher", "school", "institution", "organization", "howpublished", "eprinttype");

    private record Known(SourceText source, List<BibliographyEntry> entries) {}

    private final Map<SourceUnit, Known> files = new LinkedHashMap<>(16, 0.75f, true);

    /** The entries of a file; the same text object is read once. */
    synchronized List<BibliographyEntry> entries(SourceText source) {
        @Nullable Known known = files.get(source.unit());
        if (known != null && known.source() == source) {
            return known.entries();
        }
        List<BibliographyEntry> entries = read(source);
        files.put(source.unit(), new Known(source, entries));
        if (files.size() > MAX_FILES) {
            files.remove(files.keySet().iterator().next());
        }
        return entries;
    }

    private static List<BibliographyEntry> read(SourceText source) {
        BibtexFile file = BibtexParser.parse(source.text());
        List<BibliographyEntry> entries = new ArrayList<>();
        for (Entry entry : file.entries()) {
            if (entry.key().isEmpty()) {
                continue;
            }
            Map<String, String> values = file.values(entry);
            String people = values.getOrDefault("author", values.getOrDefault("editor", ""));
            entries.add(new BibliographyEntry(
                    entry.key(), entry.type(), people.isEmpty() ? List.of() : BibtexNames.parse(people).display(),
                    PlainValue.of(values.getOrDefault("title", "")), year(values), venue(values),
                    new SourceRange(source.unit(), entry.keyRange())));
        }
        return List.copyOf(entries);
    }

    private static String year(Map<String, String> values) {
        String year = values.getOrDefault("year", "");
        if (!year.isEmpty()) {
            return PlainValue.of(year);
        }
        String date = values.getOrDefault("date", "");
        return date.length() > 4 && date.substring(0, 4).chars().allMatch(Character::isDigit) ? date.substring(0, 4) : date;
    }

    private static String venue(Map<String, String> values) {
        for (String name : VENUES) {
            String value = values.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return PlainValue.of(value);
            }
        }
        return "";
    }
}
