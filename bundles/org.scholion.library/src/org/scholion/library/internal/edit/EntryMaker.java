package org.scholion.library.internal.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scholion.bibtex.BibtexFlavour;
import org.scholion.bibtex.BibtexNames;
import org.scholion.bibtex.BibtexValue;
import org.scholion.bibtex.LatexValue;
import org.scholion.bibtex.LatexValue.Accents;
import org.scholion.bibtex.LatexValue.Protection;
import org.scholion.bibtex.NewEntry;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;

/** Makes one entry of one reference. */
public final class EntryMaker {

    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final Reference reference;
    private final boolean biblatex;
    private final Accents accents;
    private final Protection protection;
    private final boolean monthMacros;
    private final Map<String, BibtexValue> fields = new LinkedHashMap<>();

    public EntryMaker(Reference reference, BibtexFlavour flavour, Accents accents, Protection protection, boolean monthMacros) {
        this.reference = reference;
        biblatex = flavour == BibtexFlavour.BIBLATEX;
        this.accents = accents;
        this.protection = protection;
        this.monthMacros = monthMacros;
    }

    /** What an empty file of that flavour would have. */
    public static EntryMaker usual(Reference reference, BibtexFlavour flavour) {
        Accents accents = flavour == BibtexFlavour.BIBLATEX ? Accents.UNICODE : Accents.GROUPED;
        return new EntryMaker(reference, flavour, accents, Protection.ACRONYMS, true);
    }

    public NewEntry make() {
        String type = type();
        people("author", reference.authors());
        title();
        put(venueField(type), LatexValue.of(reference.venue(), accents));
        people("editor", reference.editors());
        text("series", WorkField.SERIES);
        text("volume", WorkField.VOLUME);
        text("number", WorkField.ISSUE);
        text("edition", WorkField.EDITION);
        put("pages", LatexValue.of(reference.field(WorkField.PAGES), accents).replaceAll("(?<=[\\p{L}\\p{N}])-+(?=[\\p{L}\\p{N}])", "--"));
        text(type.equals("misc") ? "organization" : "publisher", WorkField.PUBLISHER);
        text(biblatex ? "location" : "address", WorkField.PLACE);
        text(type.endsWith("thesis") && !biblatex ? "school" : "institution", WorkField.INSTITUTION);
        date();
        text("isbn", WorkField.ISBN);
        text("issn", WorkField.ISSN);
        text("langid", WorkField.LANGUAGE);
        verbatim("doi", reference.doi());
        text("pmid", WorkField.PMID);
        verbatim("eprint", reference.field(WorkField.EPRINT));
        text(biblatex ? "eprinttype" : "archiveprefix", WorkField.ARCHIVE);
        verbatim("url", reference.field(WorkField.URL));
        text("note", WorkField.NOTE);
        put("abstract", LatexValue.of(reference.abstractText(), accents));
        List<String> keywords = new ArrayList<>();
        reference.keywords().forEach(keyword -> keywords.add(LatexValue.of(keyword.replaceAll("[,;]", " "), accents)));
        put("keywords", String.join(", ", keywords));
        List<String> files = new ArrayList<>();
        reference.files().forEach(file -> files.add(":" + file.toString().replace("\\", "/").replaceAll("([;:])", "\\\\$1") + ":PDF"));
        verbatim("file", String.join(";", files));
        return new NewEntry(type, reference.key(), fields);
    }

    private String type() {
        String source = reference.field(WorkField.SOURCE_TYPE).toLowerCase(Locale.ROOT);
        return switch (reference.type()) {
            case ARTICLE -> "article";
            case BOOK -> source.equals("booklet") || source.equals("manual") ? source : "book";
            case CHAPTER -> source.equals("inbook") ? "inbook" : "incollection";
            case CONFERENCE_PAPER -> "inproceedings";
            case PROCEEDINGS -> "proceedings";
            case THESIS -> biblatex ? "thesis" : source.contains("master") ? "mastersthesis" : "phdthesis";
            case REPORT -> biblatex ? "report" : "techreport";
            case PREPRINT, WEB_PAGE -> biblatex ? "online" : "misc";
            case DATASET -> biblatex ? "dataset" : "misc";
            case SOFTWARE -> biblatex ? "software" : "misc";
            case PATENT -> biblatex ? "patent" : "misc";
            case OTHER -> "misc";
        };
    }

    private String venueField(String type) {
        return switch (type) {
            case "article" -> biblatex ? "journaltitle" : "journal";
            case "inproceedings", "incollection", "inbook" -> "booktitle";
            case "book", "proceedings" -> reference.venue().equals(reference.field(WorkField.SERIES)) ? "series" : "booktitle";
            default -> {
                String series = reference.field(WorkField.SERIES);
                yield reference.venue().equals(series) ? "series" : series.isEmpty() ? "howpublished" : "booktitle";
            }
        };
    }

    private void people(String field, List<Person> people) {
        List<String> names = new ArrayList<>();
        for (Person person : people) {
            names.add(name(person));
        }
        put(field, String.join(" and ", names));
    }

    private String name(Person person) {
        String family = LatexValue.of(person.family(), accents);
        if (person.body()) {
            return "{" + family + "}";
        }
        // what a reader would take apart stands in braces
        String written = protectedName(family) + (person.suffix().isEmpty() ? "" : ", " + protectedName(LatexValue.of(person.suffix(), accents)))
                + (person.given().isEmpty() ? "" : ", " + protectedName(LatexValue.of(person.given(), accents)));
        if (person.given().isEmpty() && !person.suffix().isEmpty()) {
            return written + ",";
        }
        if (person.given().isEmpty() && BibtexNames.parse(written).names().size() == 1
                && !BibtexNames.parse(written).names().getFirst().given().isEmpty()) {
            return written + ",";
        }
        return written;
    }

    private static String protectedName(String part) {
        return part.contains(",") || part.matches("(?i)(.*\\s)?and(\\s.*)?") || part.equalsIgnoreCase("others") ? "{" + part + "}" : part;
    }

    private void title() {
        put("title", LatexValue.title(reference.title(), accents, protection));
    }

    private void date() {
        String date = reference.field(WorkField.DATE);
        if (biblatex) {
            boolean same = reference.year().isEmpty() || date.startsWith(String.format(Locale.ROOT, "%04d", reference.year().getAsInt()));
            if (date.matches("\\d{4}(?:-\\d{2}){0,2}") && same) {
                put("date", date);
                return;
            }
            reference.year().ifPresent(year -> put("date", String.format(Locale.ROOT, "%04d", year)));
            return;
        }
        reference.year().ifPresent(year -> put("year", String.format(Locale.ROOT, "%04d", year)));
        if (date.matches("\\d{4}-(?:0[1-9]|1[0-2]).*")) {
            int month = Integer.parseInt(date.substring(5, 7));
            String name = MONTHS.get(month - 1);
            fields.put("month", monthMacros ? BibtexValue.asWritten(name) : BibtexValue.latex(String.valueOf(month)));
        }
    }

    private void text(String field, WorkField from) {
        put(field, LatexValue.of(reference.field(from), accents));
    }

    /** Addresses and numbers are no LaTeX; only their braces must balance. */
    private void verbatim(String field, String value) {
        put(field, balanced(value) ? value : value.replace("{", "%7B").replace("}", "%7D"));
    }

    private static boolean balanced(String value) {
        int depth = 0;
        for (int i = 0; i < value.length() && depth >= 0; i++) {
            depth += value.charAt(i) == '{' ? 1 : value.charAt(i) == '}' ? -1 : 0;
        }
        return depth == 0;
    }

    private void put(String field, String latex) {
        if (!latex.isBlank()) {
            fields.putIfAbsent(field, BibtexValue.latex(latex));
        }
    }
}
