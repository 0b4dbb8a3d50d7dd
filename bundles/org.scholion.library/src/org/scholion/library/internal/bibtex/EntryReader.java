package org.scholion.library.internal.bibtex;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexName;
import org.scholion.bibtex.BibtexNames;
import org.scholion.bibtex.PlainValue;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.internal.jabref.JabRefGroups;

/** Makes a reference of an entry and what it inherits. */
public final class EntryReader {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[4-9]\\d\\d|20\\d\\d)(?!\\d)");

    private static final List<String> VENUES = List.of("journaltitle", "journal", "booktitle", "maintitle", "eventtitle", "series", "howpublished");

    /** The names of BibTeX and BibLaTeX for the same, the preferred one first. */
    private static final Map<WorkField, List<String>> FIELDS = Map.ofEntries(
            Map.entry(WorkField.VOLUME, List.of("volume")),
            Map.entry(WorkField.ISSUE, List.of("number", "issue")),
            Map.entry(WorkField.PUBLISHER, List.of("publisher", "organization")),
            Map.entry(WorkField.PLACE, List.of("location", "address", "venue")),
            Map.entry(WorkField.INSTITUTION, List.of("institution", "school")),
            Map.entry(WorkField.EDITION, List.of("edition")),
            Map.entry(WorkField.SERIES, List.of("series")),
            Map.entry(WorkField.ISBN, List.of("isbn")),
            Map.entry(WorkField.ISSN, List.of("issn")),
            Map.entry(WorkField.PMID, List.of("pmid")),
            Map.entry(WorkField.EPRINT, List.of("eprint", "arxivid", "arxiv")),
            Map.entry(WorkField.ARCHIVE, List.of("archiveprefix", "eprinttype")),
            Map.entry(WorkField.LANGUAGE, List.of("langid", "language")),
            Map.entry(WorkField.NOTE, List.of("note", "addendum", "annote", "annotation")));

    private final BibtexFile file;
    private final JabRefGroups groups;
    private final Path source;

    public EntryReader(BibtexFile file, JabRefGroups groups, Path source) {
        this.file = file;
        this.groups = groups;
        this.source = source;
    }

    Reference read(Entry entry) {
        return read(entry, entry.key());
    }

    /** The reference with another key than that of the entry. */
    public Reference read(Entry entry, String key) {
        Map<String, String> values = file.values(entry);
        Reference.Builder reference = new Reference.Builder(key);
        reference.type(type(entry.type(), values));
        reference.field(WorkField.SOURCE_TYPE, entry.type());
        reference.title(title(values));
        people(values, "author", reference::author);
        people(values, "editor", reference::editor);
        year(values).ifPresent(reference::year);
        reference.field(WorkField.DATE, date(values));
        reference.venue(plain(values, VENUES));
        reference.abstractText(plain(values, List.of("abstract")));
        reference.doi(values.getOrDefault("doi", plain(values, List.of("url", "note"))));
        FIELDS.forEach((field, names) -> reference.field(field, plain(values, names)));
        reference.field(WorkField.PAGES, plain(values, List.of("pages", "eid")).replaceAll("\\s*[\u2012-\u2014]\\s*", "-"));
        reference.field(WorkField.URL, values.getOrDefault("url", "").replace("\\_", "_").replace("\\%", "%").replace("\\&", "&"));
        for (String keyword : values.getOrDefault("keywords", values.getOrDefault("keyword", "")).split("[,;]")) {
            reference.keyword(PlainValue.of(keyword));
        }
        groups.groups(entry.key(), values).forEach(reference::group);
        for (Path document : documents(values.getOrDefault("file", ""))) {
            reference.file(document);
        }
        return reference.build();
    }

    private static String title(Map<String, String> values) {
        String title = plain(values, List.of("title"));
        String subtitle = plain(values, List.of("subtitle"));
        return subtitle.isEmpty() ? title : title + ": " + subtitle;
    }

    private static void people(Map<String, String> values, String field, Consumer<Person> found) {
        String value = values.getOrDefault(field, "");
        if (value.isBlank()) {
            return;
        }
        for (BibtexName name : BibtexNames.parse(value).names()) {
            String family = name.family().isBlank() ? name.given() : name.family();
            if (!family.isBlank()) {
                String given = name.family().isBlank() ? "" : name.given();
                found.accept(new Person(family.strip(), given.strip(), name.suffix().strip(), name.body()));
            }
        }
    }

    private static OptionalInt year(Map<String, String> values) {
        for (String field : List.of("year", "date", "origdate", "eventdate", "urldate")) {
            Matcher matcher = YEAR.matcher(values.getOrDefault(field, ""));
            if (matcher.find()) {
                return OptionalInt.of(Integer.parseInt(matcher.group()));
            }
        }
        return OptionalInt.empty();
    }

    private static String date(Map<String, String> values) {
        String date = values.getOrDefault("date", "").strip();
        return date.matches("\\d{4}(?:-\\d{2}){0,2}") ? date : "";
    }

    private static String plain(Map<String, String> values, List<String> names) {
        for (String name : names) {
            String value = values.getOrDefault(name, "");
            if (!value.isBlank()) {
                return PlainValue.of(value);
            }
        }
        return "";
    }

    private static WorkType type(String type, Map<String, String> values) {
        boolean archived = !values.getOrDefault("eprint", "").isBlank()
                || values.getOrDefault("journal", "").toLowerCase(Locale.ROOT).contains("arxiv");
        return switch (type) {
            case "article" -> archived && plain(values, List.of("volume", "number", "pages")).isEmpty() ? WorkType.PREPRINT : WorkType.ARTICLE;
            case "book", "mvbook", "collection", "mvcollection", "reference", "mvreference", "booklet", "manual" -> WorkType.BOOK;
            case "inbook", "incollection", "bookinbook", "suppbook", "suppcollection", "inreference" -> WorkType.CHAPTER;
            case "inproceedings", "conference" -> WorkType.CONFERENCE_PAPER;
            case "proceedings", "mvproceedings" -> WorkType.PROCEEDINGS;
            case "thesis", "phdthesis", "mastersthesis" -> WorkType.THESIS;
            case "report", "techreport" -> WorkType.REPORT;
            case "dataset" -> WorkType.DATASET;
            case "software", "softwareversion", "softwaremodule", "codefragment" -> WorkType.SOFTWARE;
            case "patent" -> WorkType.PATENT;
            case "online", "electronic", "www", "webpage" -> archived ? WorkType.PREPRINT : WorkType.WEB_PAGE;
            case "unpublished", "misc" -> archived ? WorkType.PREPRINT : WorkType.OTHER;
            default -> WorkType.OTHER;
        };
    }

    /** The paths of a {@code file} field, in the form of JabRef and Mendeley ({@code :path:PDF}) or of Zotero ({@code name:path:type}). */
    private List<Path> documents(String value) {
        List<Path> documents = new ArrayList<>();
        for (String item : value.split("(?<!\\\\);")) {
            String[] parts = item.split("(?<!\\\\):", -1);
            String path = parts.length == 3 ? parts[1] : parts.length == 4 ? parts[1] + ":" + parts[2] : item;
            path = path.replaceAll("\\\\([:;])", "$1").replace("\\\\", "\\").strip();
            if (path.isEmpty()) {
                continue;
            }
            try {
                documents.add(source.resolveSibling(path.startsWith("~") ? System.getProperty("user.home") + path.substring(1) : path));
            } catch (InvalidPathException odd) {
                continue;
            }
        }
        return documents;
    }
}
