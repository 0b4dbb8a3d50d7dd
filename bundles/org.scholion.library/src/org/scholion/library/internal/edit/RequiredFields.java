package org.scholion.library.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.library.edit.BibtexFinding.Severity;
import org.scholion.library.edit.BibtexRule;

/** Fields that a type of entry must have. */
public final class RequiredFields {

    /** By type: alternatives are joined by a slash; the names of both flavours count as one. */
    private static final Map<String, List<String>> BIBTEX = Map.ofEntries(
            Map.entry("article", List.of("author", "title", "journal", "year")),
            Map.entry("book", List.of("author/editor", "title", "publisher", "year")),
            Map.entry("booklet", List.of("title")),
            Map.entry("inbook", List.of("author/editor", "title/chapter", "publisher", "year")),
            Map.entry("incollection", List.of("author", "title", "booktitle", "publisher", "year")),
            Map.entry("inproceedings", List.of("author", "title", "booktitle", "year")),
            Map.entry("conference", List.of("author", "title", "booktitle", "year")),
            Map.entry("manual", List.of("title")),
            Map.entry("mastersthesis", List.of("author", "title", "school", "year")),
            Map.entry("phdthesis", List.of("author", "title", "school", "year")),
            Map.entry("proceedings", List.of("title", "year")),
            Map.entry("techreport", List.of("author", "title", "institution", "year")),
            Map.entry("unpublished", List.of("author", "title", "note")));

    private static final Map<String, List<String>> BIBLATEX = Map.ofEntries(
            Map.entry("article", List.of("author", "title", "journal", "year")),
            Map.entry("book", List.of("author/editor", "title", "year")),
            Map.entry("mvbook", List.of("author/editor", "title", "year")),
            Map.entry("collection", List.of("editor", "title", "year")),
            Map.entry("inbook", List.of("author", "title", "booktitle", "year")),
            Map.entry("incollection", List.of("author", "title", "booktitle", "year")),
            Map.entry("inproceedings", List.of("author", "title", "booktitle", "year")),
            Map.entry("conference", List.of("author", "title", "booktitle", "year")),
            Map.entry("dataset", List.of("author/editor", "title", "year")),
            Map.entry("online", List.of("title", "url/doi/eprint")),
            Map.entry("patent", List.of("author", "title", "number", "year")),
            Map.entry("periodical", List.of("editor", "title", "year")),
            Map.entry("proceedings", List.of("title", "year")),
            Map.entry("report", List.of("author", "title", "institution", "year")),
            Map.entry("techreport", List.of("author", "title", "institution", "year")),
            Map.entry("thesis", List.of("author", "title", "institution", "year")),
            Map.entry("phdthesis", List.of("author", "title", "institution", "year")),
            Map.entry("mastersthesis", List.of("author", "title", "institution", "year")),
            Map.entry("unpublished", List.of("author", "title", "year")));

    /** Other names for the same, or what a style prints in its place. */
    private static final Map<String, List<String>> SAME = Map.of(
            "journal", List.of("journaltitle", "shortjournal", "issuetitle"),
            "year", List.of("date", "pubstate"),
            "school", List.of("institution"),
            "institution", List.of("school"),
            "author", List.of("authors", "shortauthor", "organization", "key"),
            "booktitle", List.of("maintitle", "eventtitle"),
            "publisher", List.of("organization"));

    /** Without these readers cannot find the work. */
    private static final Set<String> NEEDED = Set.of("author", "title", "year", "journal", "booktitle");

    private final CheckContext context;

    public RequiredFields(CheckContext context) {
        this.context = context;
    }

    public void check(Entry entry) {
        Map<String, List<String>> rules = context.biblatex() ? BIBLATEX : BIBTEX;
        List<String> required = rules.getOrDefault(entry.type(), BIBLATEX.getOrDefault(entry.type(), List.of()));
        if (required.isEmpty()) {
            return;
        }
        Map<String, String> values = context.file().values(entry);
        List<String> missing = new ArrayList<>();
        for (String field : required) {
            boolean there = false;
            for (String name : field.split("/")) {
                there |= has(values, name) || SAME.getOrDefault(name, List.of()).stream().anyMatch(other -> has(values, other));
            }
            if (!there && !(field.equals("journal") && has(values, "eprint"))) {
                missing.add(written(field));
            }
        }
        if (!missing.isEmpty()) {
            boolean needed = missing.stream().anyMatch(NEEDED::contains) || missing.contains("journaltitle") || missing.contains("date");
            context.add(BibtexRule.MISSING_FIELD, needed ? Severity.WARNING : Severity.INFO, entry.typeRange(),
                    NLS.bind(Messages.check_missing, entry.key(), String.join(", ", missing)), NLS.bind(Messages.check_missing_why, entry.type()));
        }
    }

    private String written(String field) {
        return switch (field) {
            case "journal" -> context.biblatex() ? "journaltitle" : field;
            case "year" -> context.biblatex() ? "date" : field;
            default -> field;
        };
    }

    private static boolean has(Map<String, String> values, String name) {
        return !values.getOrDefault(name, "").replaceAll("[{}\\s]", "").isEmpty();
    }
}
