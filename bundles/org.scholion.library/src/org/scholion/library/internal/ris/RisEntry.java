package org.scholion.library.internal.ris;

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

/** Makes a reference of a record. Programs do not agree on the tags; the first one that has a value counts. */
final class RisEntry {

    private final RisRecord record;
    private final Path source;
    private final Reference.Builder reference = new Reference.Builder("?");
    private final String type;

    RisEntry(RisRecord record, Path source) {
        this.record = record;
        this.source = source;
        type = record.first("TY").strip().toUpperCase(Locale.ROOT);
    }

    void addTo(KeyedReferences references) {
        boolean part = List.of("CHAP", "ECHAP", "CONF", "CPAPER").contains(type);
        reference.title(part ? record.first("T1", "TI", "CT") : record.first("T1", "TI", "CT", "BT"));
        for (String name : record.all("A1", "AU")) {
            Names.of(name).ifPresent(reference::author);
        }
        for (String name : record.all("A2", "ED")) {
            Names.of(name).ifPresent(reference::editor);
        }
        date();
        reference.venue(venue());
        reference.abstractText(record.first("AB", "N2"));
        reference.doi(doi());
        fields();
        for (String value : record.all("KW")) {
            for (String keyword : value.split("[\n;]")) {
                reference.keyword(keyword);
            }
        }
        for (String value : record.all("L1")) {
            for (String document : value.split("[\n;]")) {
                Documents.of(document, source).ifPresent(reference::file);
            }
        }
        reference.type(type());
        references.add(record.first("ID"), reference);
    }

    private void date() {
        for (String value : record.all("PY", "Y1", "DA")) {
            Optional<WorkDate> date = WorkDate.of(value);
            if (date.isPresent()) {
                date.get().put(reference);
            }
        }
        // the year of publication stands even where the exact date is that of something earlier
        WorkDate.of(record.first("PY", "Y1")).ifPresent(date -> reference.year(date.year()));
    }

    private String venue() {
        return switch (type) {
            case "CHAP", "ECHAP" -> record.first("BT", "T2", "JF", "JO", "T3");
            case "CONF", "CPAPER" -> record.first("T2", "BT", "JF", "JO", "C3", "T3", "JA");
            case "BOOK", "EBOOK", "EDBOOK" -> record.first("T2", "T3", "JF");
            default -> record.first("JF", "T2", "JO", "JA", "BT", "J1", "J2", "T3");
        };
    }

    private String doi() {
        for (String tag : List.of("DO", "M3", "UR", "L3")) {
            for (String value : record.all(tag)) {
                Optional<String> doi = Doi.of(value);
                if (doi.isPresent()) {
                    return doi.get();
                }
            }
        }
        return "";
    }

    private void fields() {
        String first = record.first("SP").strip();
        String last = record.first("EP").strip();
        reference.field(WorkField.PAGES, (last.isEmpty() || first.contains("-") ? first : first + "-" + last).replaceAll("\\s*[\u2012-\u2014]\\s*", "-"));
        reference.field(WorkField.VOLUME, record.first("VL"));
        reference.field(WorkField.ISSUE, record.first("IS", "CP"));
        reference.field(WorkField.PUBLISHER, record.first("PB"));
        reference.field(WorkField.PLACE, record.first("CY", "PP"));
        if (List.of("THES", "RPRT", "GOVDOC").contains(type)) {
            reference.field(WorkField.INSTITUTION, record.first("PB"));
        }
        reference.field(WorkField.EDITION, record.first("ET"));
        reference.field(WorkField.SERIES, type.contains("BOOK") ? record.first("T2", "T3") : record.first("T3"));
        record.all("SN").forEach(number -> SerialNumbers.put(reference, number));
        reference.field(WorkField.LANGUAGE, record.first("LA"));
        reference.field(WorkField.NOTE, String.join(" ", record.all("N1")));
        reference.field(WorkField.URL, record.all("UR", "L2", "LK").stream()
                .map(value -> value.split("[\n;] *(?=https?:)|\n")[0])
                .filter(value -> value.contains(":"))
                .findFirst()
                .orElse(""));
        reference.field(WorkField.SOURCE_TYPE, type);
    }

    private WorkType type() {
        boolean archived = Arxiv.put(reference, record.first("AN"), record.first("UR"), record.first("DO"), venue(), record.first("M1", "M3"))
                && record.first("VL", "SP").isEmpty();
        return switch (type) {
            case "JOUR", "EJOUR", "MGZN", "NEWS", "JFULL", "ABST", "INPR" -> archived ? WorkType.PREPRINT : WorkType.ARTICLE;
            case "BOOK", "EBOOK", "EDBOOK" -> WorkType.BOOK;
            case "CHAP", "ECHAP" -> WorkType.CHAPTER;
            case "CONF", "CPAPER" -> record.first("A1", "AU").isEmpty() ? WorkType.PROCEEDINGS : WorkType.CONFERENCE_PAPER;
            case "THES" -> WorkType.THESIS;
            case "RPRT", "GOVDOC", "STAND" -> archived ? WorkType.PREPRINT : WorkType.REPORT;
            case "DATA", "DBASE", "AGGR" -> WorkType.DATASET;
            case "COMP" -> WorkType.SOFTWARE;
            case "PAT" -> WorkType.PATENT;
            case "ELEC", "WEB", "BLOG" -> archived ? WorkType.PREPRINT : WorkType.WEB_PAGE;
            default -> archived ? WorkType.PREPRINT : WorkType.OTHER;
        };
    }
}
