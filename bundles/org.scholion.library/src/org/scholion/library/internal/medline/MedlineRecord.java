package org.scholion.library.internal.medline;

import java.util.List;
import java.util.Optional;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.internal.format.KeyedReferences;
import org.scholion.library.internal.format.Names;
import org.scholion.library.internal.format.SerialNumbers;
import org.scholion.library.internal.format.WorkDate;
import org.scholion.library.internal.medline.MedlineReferences.Field;

/** Makes a reference of the tags and values of a record. */
final class MedlineRecord {

    private final List<Field> record;
    private final Reference.Builder reference = new Reference.Builder("?");

    MedlineRecord(List<Field> record) {
        this.record = record;
    }

    void addTo(KeyedReferences references) {
        String title = first("TI");
        String book = first("BTI");
        reference.title(MedlineText.title(title.isEmpty() ? book : title));
        people();
        String issue = first("DP");
        WorkDate.of(issue.isEmpty() ? first("DEP") : issue).ifPresent(date -> date.put(reference));
        reference.venue(title.isEmpty() || book.isEmpty() ? first("JT", "TA") : MedlineText.title(book));
        reference.abstractText(first("AB"));
        for (String number : all("LID", "AID")) {
            if (number.endsWith("[doi]")) {
                reference.doi(number.substring(0, number.length() - "[doi]".length()).strip());
            }
        }
        reference.field(WorkField.PMID, first("PMID"));
        reference.field(WorkField.VOLUME, first("VI"));
        reference.field(WorkField.ISSUE, first("IP"));
        reference.field(WorkField.PAGES, first("PG"));
        reference.field(WorkField.LANGUAGE, first("LA"));
        reference.field(WorkField.PUBLISHER, first("PB"));
        all("IS", "ISBN").forEach(number -> SerialNumbers.put(reference, number));
        for (String keyword : all("OT", "MH")) {
            reference.keyword(keyword.replace("*", ""));
        }
        List<String> types = all("PT");
        reference.field(WorkField.SOURCE_TYPE, types.stream().findFirst().orElse(""));
        reference.type(type(types, book, title));
        references.add("", reference);
    }

    private static WorkType type(List<String> types, String book, String title) {
        if (types.contains("Preprint")) {
            return WorkType.PREPRINT;
        }
        if (!book.isEmpty()) {
            return title.isEmpty() || title.equals(book) ? WorkType.BOOK : WorkType.CHAPTER;
        }
        return types.contains("Dataset") ? WorkType.DATASET : WorkType.ARTICLE;
    }

    /** The full names where there are any; bodies stand among them in the order of the file. */
    private void people() {
        String authors = all("FAU").isEmpty() ? "AU" : "FAU";
        String editors = all("FED").isEmpty() ? "ED" : "FED";
        for (Field field : record) {
            String value = field.value().toString();
            if (field.tag().equals(authors)) {
                person(value).ifPresent(reference::author);
            } else if (field.tag().equals(editors)) {
                person(value).ifPresent(reference::editor);
            } else if (field.tag().equals("CN") && !value.isBlank()) {
                reference.author(Person.body(value.strip()));
            }
        }
    }

    /** {@code Knuth, Donald E}, or {@code Knuth DE}: the initials stand last. */
    private static Optional<Person> person(String name) {
        if (!name.contains(",") && name.matches(".*\\S [A-Z]{1,4}")) {
            int space = name.lastIndexOf(' ');
            return Names.of(name.substring(0, space) + ", " + name.substring(space + 1));
        }
        return Names.of(name);
    }

    private String first(String... tags) {
        for (String tag : tags) {
            List<String> values = all(tag);
            if (!values.isEmpty()) {
                return values.getFirst();
            }
        }
        return "";
    }

    private List<String> all(String... tags) {
        List<String> wanted = List.of(tags);
        return record.stream()
                .filter(field -> wanted.contains(field.tag()) && !field.value().isEmpty())
                .map(field -> field.value().toString())
                .toList();
    }
}
