package org.scholion.library.internal.csl;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.internal.format.Arxiv;
import org.scholion.library.internal.format.ExtraLines;
import org.scholion.library.internal.format.KeyedReferences;
import org.scholion.library.internal.format.Markup;
import org.scholion.library.internal.format.Names;
import org.scholion.library.internal.format.WorkDate;

/** Makes a reference of an item. */
final class CslItem {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private final CslObject item;
    private final Reference.Builder reference = new Reference.Builder("?");
    private final ExtraLines extra;
    private final String type;

    CslItem(CslObject item) {
        this.item = item;
        extra = new ExtraLines(item.text("note"));
        type = item.text("type");
    }

    void addTo(KeyedReferences references) {
        reference.title(Markup.plain(item.text("title")));
        people("author", reference::author);
        people("editor", reference::editor);
        date();
        reference.venue(Markup.plain(item.text("container-title", "event-title", "event", "collection-title", "container-title-short")));
        reference.abstractText(Markup.plain(item.text("abstract")));
        reference.doi(item.text("DOI", "doi").isEmpty() ? extra.first("DOI").orElse(item.text("URL")) : item.text("DOI", "doi"));
        fields();
        for (JsonElement keyword : item.list("keyword")) {
            for (String one : CslObject.text(keyword).split("[,;]")) {
                reference.keyword(one);
            }
        }
        reference.type(type());
        references.add(key(), reference);
    }

    private String key() {
        String own = item.text("citation-key");
        return own.isEmpty() ? extra.citationKey().orElse(item.text("id")) : own;
    }

    private void people(String role, Consumer<Person> found) {
        for (JsonElement name : item.list(role)) {
            if (name.isJsonObject()) {
                person(new CslObject(name.getAsJsonObject())).ifPresent(found);
            } else {
                Names.of(CslObject.text(name)).ifPresent(found);
            }
        }
    }

    private static Optional<Person> person(CslObject name) {
        String literal = name.text("literal", "name");
        String family = withParticles(name);
        String given = name.text("given");
        if (family.isEmpty()) {
            if (!literal.isEmpty()) {
                return Optional.of(Person.body(literal));
            }
            return given.isEmpty() ? Optional.empty() : Optional.of(Person.of(given, ""));
        }
        boolean body = name.flag("isInstitution") || given.isEmpty() && Names.isBody(family);
        return Optional.of(body ? Person.body(family) : new Person(family, given, name.text("suffix"), false));
    }

    private static String withParticles(CslObject name) {
        StringBuilder family = new StringBuilder();
        for (String part : List.of(name.text("dropping-particle"), name.text("non-dropping-particle"), name.text("family"))) {
            if (!part.isEmpty()) {
                boolean joined = family.isEmpty() || "'\u2019-".indexOf(family.charAt(family.length() - 1)) >= 0;
                family.append(joined ? "" : " ").append(part);
            }
        }
        return family.toString();
    }

    private void date() {
        for (String field : List.of("issued", "published-print", "published-online", "published", "event-date", "original-date", "submitted")) {
            for (JsonElement value : item.list(field)) {
                Optional<WorkDate> date =
                        value.isJsonObject() ? date(new CslObject(value.getAsJsonObject())) : WorkDate.of(CslObject.text(value));
                if (date.isPresent()) {
                    date.get().put(reference);
                    return;
                }
            }
        }
    }

    private static Optional<WorkDate> date(CslObject date) {
        for (JsonElement parts : date.list("date-parts")) {
            int[] numbers = new int[3];
            if (parts.isJsonArray()) {
                for (int i = 0; i < Math.min(numbers.length, parts.getAsJsonArray().size()); i++) {
                    Matcher number = NUMBER.matcher(CslObject.text(parts.getAsJsonArray().get(i)).strip());
                    numbers[i] = number.lookingAt() ? Integer.parseInt(number.group()) : 0;
                }
            }
            if (numbers[0] > 0) {
                return Optional.of(new WorkDate(numbers[0], numbers[1], numbers[2]));
            }
        }
        return WorkDate.of(date.text("raw", "literal", "date-time", "year"));
    }

    private void fields() {
        reference.field(WorkField.VOLUME, item.text("volume"));
        reference.field(WorkField.ISSUE, item.text("issue", "number", "journal-issue"));
        reference.field(WorkField.PAGES, item.text("page", "article-number", "page-first").replaceAll("\\s*[\u2012-\u2014]\\s*", "-"));
        reference.field(WorkField.PUBLISHER, Markup.plain(item.text("publisher")));
        reference.field(WorkField.PLACE, item.text("publisher-place", "event-place"));
        if (type.equals("thesis") || type.equals("report")) {
            reference.field(WorkField.INSTITUTION, Markup.plain(item.text("publisher")));
        }
        reference.field(WorkField.EDITION, item.text("edition"));
        reference.field(WorkField.SERIES, Markup.plain(item.text("collection-title")));
        reference.field(WorkField.ISBN, item.text("ISBN"));
        reference.field(WorkField.ISSN, item.text("ISSN"));
        reference.field(WorkField.PMID, item.text("PMID").isEmpty() ? extra.first("PMID").orElse("") : item.text("PMID"));
        reference.field(WorkField.URL, item.text("URL"));
        reference.field(WorkField.LANGUAGE, item.text("language"));
        reference.field(WorkField.NOTE, extra.rest());
        reference.field(WorkField.SOURCE_TYPE, type);
    }

    private WorkType type() {
        boolean archived = Arxiv.put(reference, item.text("number"), "arXiv:" + extra.first("arXiv").orElse(""), item.text("DOI", "doi"), item.text("URL"), extra.rest())
                && item.text("volume", "page").isEmpty();
        return switch (type) {
            case "article-journal", "article-magazine", "article-newspaper", "review", "review-book", "journal-article" ->
                archived ? WorkType.PREPRINT : WorkType.ARTICLE;
            case "article", "posted-content" -> WorkType.PREPRINT;
            case "book", "monograph", "edited-book", "reference-book" -> WorkType.BOOK;
            case "chapter", "entry", "entry-dictionary", "entry-encyclopedia", "book-chapter" -> WorkType.CHAPTER;
            case "paper-conference", "proceedings-article" -> WorkType.CONFERENCE_PAPER;
            case "proceedings" -> WorkType.PROCEEDINGS;
            case "thesis", "dissertation" -> WorkType.THESIS;
            case "report", "standard" -> archived ? WorkType.PREPRINT : WorkType.REPORT;
            case "dataset" -> WorkType.DATASET;
            case "software" -> WorkType.SOFTWARE;
            case "patent" -> WorkType.PATENT;
            case "webpage", "post", "post-weblog" -> archived ? WorkType.PREPRINT : WorkType.WEB_PAGE;
            default -> archived ? WorkType.PREPRINT : WorkType.OTHER;
        };
    }
}
