package org.scholion.library.internal.style;

import de.undercouch.citeproc.csl.CSLDate;
import de.undercouch.citeproc.csl.CSLDateBuilder;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import de.undercouch.citeproc.csl.CSLName;
import de.undercouch.citeproc.csl.CSLNameBuilder;
import de.undercouch.citeproc.csl.CSLType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;

/** References as the processor wants them. */
final class CslItems {

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?.*");

    /** Words in small letters before a family name: {@code van der}, {@code de la}. */
    private static final Pattern PARTICLE = Pattern.compile("((?:\\p{Ll}[\\p{L}'’]*\\s+)+|(?:\\p{Ll}['’]))(\\P{Ll}.*)");

    private CslItems() {}

    static CSLItemData of(Reference reference, String id) {
        CSLItemDataBuilder item = new CSLItemDataBuilder().id(id).type(type(reference.type()));
        text(reference.title(), item::title);
        text(reference.abstractText(), item::abstrct);
        text(reference.doi(), item::DOI);
        if (!reference.authors().isEmpty()) {
            item.author(names(reference.authors()));
        }
        if (!reference.editors().isEmpty()) {
            item.editor(names(reference.editors()));
        }
        date(reference).ifPresent(item::issued);
        text(label(reference), item::citationLabel);
        fields(reference, item);
        ofType(reference, item);
        return item.build();
    }

    private static void fields(Reference reference, CSLItemDataBuilder item) {
        text(reference.field(WorkField.VOLUME), item::volume);
        text(reference.field(WorkField.PAGES), item::page);
        text(reference.field(WorkField.PLACE), item::publisherPlace);
        text(reference.field(WorkField.EDITION), item::edition);
        text(reference.field(WorkField.ISBN), item::ISBN);
        text(reference.field(WorkField.ISSN), item::ISSN);
        text(reference.field(WorkField.PMID), item::PMID);
        text(reference.field(WorkField.URL), item::URL);
        text(reference.field(WorkField.LANGUAGE), item::language);
        text(reference.field(WorkField.NOTE), item::note);
    }

    /** What depends on the type of the work. */
    private static void ofType(Reference reference, CSLItemDataBuilder item) {
        String series = reference.field(WorkField.SERIES);
        String issue = reference.field(WorkField.ISSUE);
        String publisher = reference.field(WorkField.PUBLISHER);
        String institution = reference.field(WorkField.INSTITUTION);
        switch (reference.type()) {
            case BOOK, PROCEEDINGS, THESIS, REPORT -> {
                // the venue of a book that has no series of its own is the series
                text(series.isEmpty() ? reference.venue() : series, item::collectionTitle);
                text(publisher.isEmpty() ? institution : publisher, item::publisher);
                text(issue, reference.type() == WorkType.REPORT ? item::number : item::collectionNumber);
                text(genre(reference), item::genre);
            }
            case PREPRINT -> {
                String archive = reference.field(WorkField.ARCHIVE);
                String known = archive.isEmpty() && !reference.field(WorkField.EPRINT).isEmpty() ? "arXiv" : archive;
                String eprint = reference.field(WorkField.EPRINT);
                boolean bare = known.equalsIgnoreCase("arxiv") && !eprint.isEmpty() && !eprint.contains(":");
                text(bare ? "arXiv:" + eprint : eprint, item::number);
                text(known.isEmpty() ? publisher : known, item::publisher);
                text(known.isEmpty() ? reference.venue() : "", item::containerTitle);
            }
            case SOFTWARE, DATASET, PATENT, WEB_PAGE, ARTICLE, CHAPTER, CONFERENCE_PAPER, OTHER -> {
                text(reference.venue(), item::containerTitle);
                text(series.equals(reference.venue()) ? "" : series, item::collectionTitle);
                text(publisher.isEmpty() ? institution : publisher, item::publisher);
                text(issue, reference.type() == WorkType.PATENT ? item::number : item::issue);
            }
        }
    }

    /** As the style {@code alpha} of BibTeX makes it: {@code Low51} for one author, {@code LRFR51} for several. */
    private static String label(Reference reference) {
        List<String> families = reference.people().stream()
                .map(person -> person.family().replaceFirst("^(?:\\p{Ll}+['’\\s]+)+", "").replaceAll("\\P{L}", ""))
                .filter(family -> !family.isEmpty())
                .toList();
        StringBuilder label = new StringBuilder();
        if (families.size() == 1) {
            label.append(families.getFirst(), 0, Math.min(3, families.getFirst().length()));
        } else {
            families.stream().limit(families.size() > 4 ? 3 : 4).forEach(family -> label.appendCodePoint(family.codePointAt(0)));
            label.append(families.size() > 4 ? "+" : "");
        }
        if (label.isEmpty()) {
            label.append(reference.key(), 0, Math.min(3, reference.key().length()));
        }
        reference.year().ifPresent(year -> label.append(String.format(Locale.ROOT, "%02d", Math.floorMod(year, 100))));
        return label.toString();
    }

    private static String genre(Reference reference) {
        return switch (reference.field(WorkField.SOURCE_TYPE)) {
            case "phdthesis" -> "PhD thesis";
            case "mastersthesis" -> "Master's thesis";
            default -> "";
        };
    }

    private static CSLType type(WorkType type) {
        return switch (type) {
            case ARTICLE -> CSLType.ARTICLE_JOURNAL;
            case BOOK, PROCEEDINGS -> CSLType.BOOK;
            case CHAPTER -> CSLType.CHAPTER;
            case CONFERENCE_PAPER -> CSLType.PAPER_CONFERENCE;
            case THESIS -> CSLType.THESIS;
            case REPORT -> CSLType.REPORT;
            case PREPRINT -> CSLType.ARTICLE;
            case DATASET -> CSLType.DATASET;
            case SOFTWARE -> CSLType.SOFTWARE;
            case PATENT -> CSLType.PATENT;
            case WEB_PAGE -> CSLType.WEBPAGE;
            case OTHER -> CSLType.DOCUMENT;
        };
    }

    private static CSLName[] names(List<Person> people) {
        return people.stream().map(CslItems::name).toArray(CSLName[]::new);
    }

    private static CSLName name(Person person) {
        CSLNameBuilder name = new CSLNameBuilder();
        if (person.body()) {
            return name.literal(person.family()).build();
        }
        Matcher particle = PARTICLE.matcher(person.family());
        if (particle.matches()) {
            name.nonDroppingParticle(particle.group(1).strip()).family(particle.group(2));
        } else {
            name.family(person.family());
        }
        text(person.given(), name::given);
        text(person.suffix(), name::suffix);
        return name.build();
    }

    private static Optional<CSLDate> date(Reference reference) {
        Matcher date = DATE.matcher(reference.field(WorkField.DATE));
        CSLDateBuilder builder = new CSLDateBuilder();
        if (date.matches()) {
            int year = Integer.parseInt(date.group(1));
            int month = part(date, 2, 12);
            int day = part(date, 3, 31);
            if (month == 0) {
                return Optional.of(builder.dateParts(year).build());
            }
            return Optional.of((day == 0 ? builder.dateParts(year, month) : builder.dateParts(year, month, day)).build());
        }
        return reference.year().isPresent()
                ? Optional.of(builder.dateParts(reference.year().getAsInt()).build())
                : Optional.empty();
    }

    private static int part(Matcher date, int group, int most) {
        int value = date.start(group) < 0 ? 0 : Integer.parseInt(date.group(group));
        return value > most ? 0 : value;
    }

    private static void text(String value, Consumer<String> target) {
        if (!value.isEmpty()) {
            target.accept(value);
        }
    }
}
