package org.scholion.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A work that can be cited, in plain text whatever format it was read from. Texts that are unknown are empty.
 *
 * @param key by which the author cites it, unique in its source; never empty
 * @param type what kind of work
 * @param title in one line
 * @param authors in order; empty where there are none
 * @param editors in order
 * @param year of publication
 * @param venue the journal, book, conference or series it appeared in
 * @param abstractText its abstract
 * @param doi in lower case without a resolver, such as {@code 10.1000/182}
 * @param fields whatever else is known; no empty values
 * @param keywords as the source has them
 * @param groups the groups or collections that the author keeps it in, the outer ones first, joined by {@code /}
 * @param files documents on this machine, such as its PDF; they may be missing
 */
public record Reference(
        String key,
        WorkType type,
        String title,
        List<Person> authors,
        List<Person> editors,
        OptionalInt year,
        String venue,
        String abstractText,
        String doi,
        Map<WorkField, String> fields,
        List<String> keywords,
        List<String> groups,
        List<Path> files) {

    public Reference {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("a reference without a key");
        }
        authors = List.copyOf(authors);
        editors = List.copyOf(editors);
        fields = Map.copyOf(fields);
        keywords = List.copyOf(keywords);
        groups = List.copyOf(groups);
        files = List.copyOf(files);
    }

    /** The value of a field; empty where it is unknown. */
    public String field(WorkField field) {
        return fields.getOrDefault(field, "");
    }

    /** Who stands first in a citation: the authors, or the editors where there are none. */
    public List<Person> people() {
        return authors.isEmpty() ? editors : authors;
    }

    /** A builder that begins with all of this. */
    public Builder change() {
        Builder builder = new Builder(key).type(type).title(title).venue(venue).abstractText(abstractText).doi(doi);
        year.ifPresent(builder::year);
        builder.authors.addAll(authors);
        builder.editors.addAll(editors);
        builder.fields.putAll(fields);
        builder.keywords.addAll(keywords);
        builder.groups.addAll(groups);
        builder.files.addAll(files);
        return builder;
    }

    /** Collects what a reader finds. Not thread-safe. */
    public static final class Builder {

        private final List<Person> authors = new ArrayList<>();
        private final List<Person> editors = new ArrayList<>();
        private final Map<WorkField, String> fields = new EnumMap<>(WorkField.class);
        private final List<String> keywords = new ArrayList<>();
        private final List<String> groups = new ArrayList<>();
        private final List<Path> files = new ArrayList<>();
        private String key;
        private WorkType type = WorkType.OTHER;
        private String title = "";
        private OptionalInt year = OptionalInt.empty();
        private String venue = "";
        private String abstractText = "";
        private String doi = "";

        public Builder(String key) {
            this.key = key;
        }

        public Builder key(String value) {
            key = value;
            return this;
        }

        public Builder type(WorkType value) {
            type = value;
            return this;
        }

        /** White space becomes single spaces. */
        public Builder title(String value) {
            title = oneLine(value);
            return this;
        }

        public Builder author(Person value) {
            authors.add(value);
            return this;
        }

        public Builder editor(Person value) {
            editors.add(value);
            return this;
        }

        public Builder year(int value) {
            year = OptionalInt.of(value);
            return this;
        }

        /** White space becomes single spaces. */
        public Builder venue(String value) {
            venue = oneLine(value);
            return this;
        }

        /** White space becomes single spaces. */
        public Builder abstractText(String value) {
            abstractText = oneLine(value);
            return this;
        }

        /** In any form: with a resolver, with {@code doi:} before it, in capitals; what is no DOI is left out. */
        public Builder doi(String value) {
            doi = Doi.of(value).orElse("");
            return this;
        }

        /** An empty value takes the field away. */
        public Builder field(WorkField field, String value) {
            if (value.isBlank()) {
                fields.remove(field);
            } else {
                fields.put(field, oneLine(value));
            }
            return this;
        }

        public Builder keyword(String value) {
            if (!value.isBlank()) {
                keywords.add(oneLine(value));
            }
            return this;
        }

        public Builder group(String value) {
            if (!value.isBlank()) {
                groups.add(oneLine(value));
            }
            return this;
        }

        public Builder file(Path value) {
            files.add(value);
            return this;
        }

        public Reference build() {
            return new Reference(
                    key, type, title, authors, editors, year, venue, abstractText, doi, fields, keywords, groups, files);
        }

        private static String oneLine(String value) {
            return isOneLine(value) ? value : value.strip().replaceAll("\\s+", " ");
        }

        /** Most values are; the index reads thousands of them for one question. */
        private static boolean isOneLine(String value) {
            boolean wasSpace = true;
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c < ' ' || c == ' ' && wasSpace) {
                    return false;
                }
                wasSpace = c == ' ';
            }
            return !wasSpace || value.isEmpty();
        }
    }
}
