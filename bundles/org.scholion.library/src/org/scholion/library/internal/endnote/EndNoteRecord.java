package org.scholion.library.internal.endnote;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scholion.library.Doi;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.internal.format.Arxiv;
import org.scholion.library.internal.format.Documents;
import org.scholion.library.internal.format.KeyedReferences;
import org.scholion.library.internal.format.Names;
import org.scholion.library.internal.format.SerialNumbers;
import org.scholion.library.internal.format.WorkDate;
import org.scholion.library.internal.format.XmlNode;

/** Makes a reference of a record. */
final class EndNoteRecord {

    private static final String INTERNAL = "internal-pdf://";

    private final XmlNode record;
    private final Path source;
    private final Reference.Builder reference = new Reference.Builder("?");
    private final String type;

    EndNoteRecord(XmlNode record, Path source) {
        this.record = record;
        this.source = source;
        type = typeName();
    }

    void addTo(KeyedReferences references) {
        reference.title(record.first("titles/title", "titles/short-title"));
        for (XmlNode name : record.all("contributors/authors/author")) {
            Names.of(name.text()).ifPresent(reference::author);
        }
        boolean edited = type.contains("edited") || type.contains("book");
        for (XmlNode name : record.all("contributors/secondary-authors/author")) {
            Names.of(name.text()).ifPresent(reference::editor);
        }
        if (edited) {
            for (XmlNode name : record.all("contributors/tertiary-authors/author")) {
                Names.of(name.text()).ifPresent(reference::editor);
            }
        }
        date();
        reference.venue(record.first("periodical/full-title", "titles/secondary-title", "periodical/abbr-1", "titles/tertiary-title"));
        reference.abstractText(record.first("abstract"));
        reference.doi(doi());
        fields();
        for (XmlNode keyword : record.all("keywords/keyword")) {
            for (String one : keyword.text().split("[\r\n;]")) {
                reference.keyword(one);
            }
        }
        for (XmlNode url : record.all("urls/pdf-urls/url")) {
            document(url.text().strip()).ifPresent(reference::file);
        }
        reference.type(type());
        references.add(record.first("label"), reference);
    }

    private void date() {
        String year = record.first("dates/year");
        String day = record.first("dates/pub-dates/date");
        Optional<WorkDate> date = WorkDate.of(day);
        if (date.isEmpty() && !day.isEmpty()) {
            date = WorkDate.of(day + " " + year);
        }
        date.ifPresent(found -> found.put(reference));
        WorkDate.of(year).ifPresent(found -> reference.year(found.year()));
    }

    private String doi() {
        for (String text : List.of(record.first("electronic-resource-num"), record.first("urls/related-urls/url"), record.first("custom3"))) {
            Optional<String> doi = Doi.of(text);
            if (doi.isPresent()) {
                return doi.get();
            }
        }
        return "";
    }

    private void fields() {
        reference.field(WorkField.VOLUME, record.first("volume"));
        reference.field(WorkField.ISSUE, record.first("number", "issue"));
        reference.field(WorkField.PAGES, record.first("pages", "section").replaceAll("\\s*[\u2012-\u2014]\\s*", "-"));
        reference.field(WorkField.PUBLISHER, record.first("publisher"));
        reference.field(WorkField.PLACE, record.first("pub-location"));
        if (type.equals("thesis") || type.equals("report")) {
            reference.field(WorkField.INSTITUTION, record.first("publisher"));
        }
        reference.field(WorkField.EDITION, record.first("edition"));
        reference.field(WorkField.SERIES, record.first("titles/tertiary-title"));
        for (String number : List.of(record.first("isbn"), record.first("issn"))) {
            SerialNumbers.put(reference, number);
        }
        String accession = record.first("accession-num");
        if (accession.matches("\\d{4,9}")) {
            reference.field(WorkField.PMID, accession);
        }
        reference.field(WorkField.LANGUAGE, record.first("language"));
        reference.field(WorkField.NOTE, record.first("notes"));
        reference.field(WorkField.URL, record.first("urls/related-urls/url", "urls/web-urls/url").split("\\s")[0]);
        reference.field(WorkField.SOURCE_TYPE, record.all("ref-type").stream().map(node -> node.attribute("name")).findFirst().orElse(""));
    }

    /** Of a document in the library the path is that in the folder {@code .Data} beside it. */
    private Optional<Path> document(String address) {
        if (!address.startsWith(INTERNAL)) {
            return Documents.of(address, source);
        }
        String library = record.all("database").stream().map(node -> node.attribute("path")).filter(path -> !path.isEmpty()).findFirst().orElse("");
        if (library.isEmpty()) {
            library = record.first("database");
        }
        try {
            Path base = source.resolveSibling(library.isEmpty() ? source.toString() : library);
            Path name = base.getFileName();
            String plain = name == null ? "" : name.toString().replaceFirst("\\.\\w+$", "");
            return Optional.of(base.resolveSibling(plain + ".Data").resolve("PDF").resolve(address.substring(INTERNAL.length())));
        } catch (InvalidPathException odd) {
            return Optional.empty();
        }
    }

    private String typeName() {
        for (XmlNode node : record.all("ref-type")) {
            String name = node.attribute("name").toLowerCase(Locale.ROOT);
            return name.isEmpty() ? byNumber(node.text().strip()) : name;
        }
        return "";
    }

    private static String byNumber(String number) {
        return switch (number) {
            case "17" -> "journal article";
            case "6" -> "book";
            case "5" -> "book section";
            case "28" -> "edited book";
            case "10", "47" -> "conference paper";
            case "32" -> "thesis";
            case "27" -> "report";
            case "25" -> "patent";
            case "9" -> "computer program";
            case "59" -> "dataset";
            case "12", "16" -> "web page";
            default -> "";
        };
    }

    private WorkType type() {
        boolean archived = Arxiv.put(
                        reference,
                        record.first("electronic-resource-num"),
                        record.first("urls/related-urls/url"),
                        record.first("titles/secondary-title", "periodical/full-title"),
                        record.first("number"))
                && record.first("volume").isEmpty();
        return switch (type) {
            case "journal article", "electronic article", "magazine article", "newspaper article" -> archived ? WorkType.PREPRINT : WorkType.ARTICLE;
            case "book", "edited book", "electronic book", "classical work" -> WorkType.BOOK;
            case "book section", "electronic book section", "encyclopedia", "dictionary" -> WorkType.CHAPTER;
            case "conference paper" -> WorkType.CONFERENCE_PAPER;
            case "conference proceedings", "conference proceeding" ->
                record.all("contributors/authors/author").isEmpty() ? WorkType.PROCEEDINGS : WorkType.CONFERENCE_PAPER;
            case "thesis" -> WorkType.THESIS;
            case "report", "government document", "standard" -> archived ? WorkType.PREPRINT : WorkType.REPORT;
            case "dataset", "online database", "aggregated database" -> WorkType.DATASET;
            case "computer program" -> WorkType.SOFTWARE;
            case "patent" -> WorkType.PATENT;
            case "web page", "blog" -> archived ? WorkType.PREPRINT : WorkType.WEB_PAGE;
            default -> archived ? WorkType.PREPRINT : WorkType.OTHER;
        };
    }
}
