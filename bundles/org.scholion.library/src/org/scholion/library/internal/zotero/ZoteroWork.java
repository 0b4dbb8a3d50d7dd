package org.scholion.library.internal.zotero;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scholion.library.Doi;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.internal.format.Arxiv;
import org.scholion.library.internal.format.ExtraLines;
import org.scholion.library.internal.format.KeyedReferences;
import org.scholion.library.internal.format.Markup;
import org.scholion.library.internal.format.WorkDate;
import org.scholion.library.internal.zotero.ZoteroItem.Attachment;
import org.scholion.library.internal.zotero.ZoteroItem.Creator;

/** Makes references of items. */
final class ZoteroWork {

    private static final String STORED = "storage:";
    private static final String LINKED = "attachments:";
    private static final String PDF = "application/pdf";

    /** Who stands for the author of things that have none by that name. */
    private static final Set<String> MAKERS = Set.of(
            "inventor", "programmer", "presenter", "director", "interviewee", "sponsor", "cartographer", "podcaster", "performer", "composer",
            "artist", "contributor");

    private final Path folder;
    private final Optional<Path> base;

    /**
     * Makes references of the items of a data folder.
     *
     * @param base where linked attachments start from, where that is known
     */
    ZoteroWork(Path folder, Optional<Path> base) {
        this.folder = folder;
        this.base = base;
    }

    void add(ZoteroItem item, KeyedReferences references) {
        Reference.Builder reference = new Reference.Builder("?");
        ExtraLines extra = new ExtraLines(item.value("extra"));
        reference.title(Markup.plain(item.value("title")));
        people(item, reference);
        WorkDate.of(item.value("date").isEmpty() ? extra.first("issued").orElse("") : item.value("date")).ifPresent(date -> date.put(reference));
        reference.venue(Markup.plain(item.value(
                "publicationTitle", "bookTitle", "proceedingsTitle", "encyclopediaTitle", "dictionaryTitle", "websiteTitle", "blogTitle", "conferenceName",
                "meetingName", "journalAbbreviation", "series", "repository", "archive")));
        reference.abstractText(Markup.plain(item.value("abstractNote")));
        reference.doi(doi(item, extra));
        fields(item, extra, reference);
        item.tags().forEach(reference::keyword);
        item.groups().forEach(reference::group);
        for (boolean pdf : new boolean[] {true, false}) {
            for (Attachment attachment : item.attachments()) {
                if (attachment.type().equals(PDF) == pdf) {
                    document(attachment).ifPresent(reference::file);
                }
            }
        }
        reference.type(type(item, extra, reference));
        references.add(key(item, extra), reference);
    }

    private static String key(ZoteroItem item, ExtraLines extra) {
        String own = item.value("citationKey");
        if (!own.isEmpty()) {
            return own;
        }
        return item.citationKey().isEmpty() ? extra.citationKey().orElse("") : item.citationKey();
    }

    private static void people(ZoteroItem item, Reference.Builder reference) {
        boolean authors = item.creators().stream().anyMatch(creator -> creator.role().equals("author"));
        for (Creator creator : item.creators()) {
            String family = creator.family().isBlank() ? creator.given().strip() : creator.family().strip();
            if (family.isEmpty()) {
                continue;
            }
            Person person = creator.single() ? Person.body(family) : Person.of(family, creator.family().isBlank() ? "" : creator.given().strip());
            if (creator.role().equals("author") || !authors && MAKERS.contains(creator.role())) {
                reference.author(person);
            } else if (creator.role().equals("editor") || creator.role().equals("seriesEditor")) {
                reference.editor(person);
            }
        }
    }

    private static String doi(ZoteroItem item, ExtraLines extra) {
        for (String text : List.of(item.value("DOI"), extra.first("DOI").orElse(""), item.value("url"))) {
            if (Doi.of(text).isPresent()) {
                return text;
            }
        }
        return "";
    }

    private static void fields(ZoteroItem item, ExtraLines extra, Reference.Builder reference) {
        reference.field(WorkField.VOLUME, item.value("volume"));
        reference.field(WorkField.ISSUE, item.value("issue", "number", "reportNumber", "patentNumber"));
        reference.field(WorkField.PAGES, item.value("pages", "articleNumber").replaceAll("\\s*[\u2012-\u2014]\\s*", "-"));
        reference.field(WorkField.PUBLISHER, Markup.plain(item.value("publisher", "repository", "company")));
        reference.field(WorkField.PLACE, item.value("place"));
        reference.field(WorkField.INSTITUTION, Markup.plain(item.value("university", "institution")));
        reference.field(WorkField.EDITION, item.value("edition", "versionNumber"));
        reference.field(WorkField.SERIES, Markup.plain(item.value("series", "seriesTitle")));
        reference.field(WorkField.ISBN, item.value("ISBN"));
        reference.field(WorkField.ISSN, item.value("ISSN"));
        reference.field(WorkField.PMID, item.value("PMID").isEmpty() ? extra.first("PMID").orElse("") : item.value("PMID"));
        reference.field(WorkField.URL, item.value("url"));
        reference.field(WorkField.LANGUAGE, item.value("language"));
        reference.field(WorkField.NOTE, extra.rest());
        reference.field(WorkField.SOURCE_TYPE, item.type());
    }

    /** Of a document that is kept in the data folder, one in the folder of its key; a linked one has a path of its own. */
    private Optional<Path> document(Attachment attachment) {
        String path = attachment.path();
        try {
            if (path.startsWith(STORED)) {
                return Optional.of(folder.resolve("storage").resolve(attachment.key()).resolve(path.substring(STORED.length())));
            }
            if (path.startsWith(LINKED)) {
                return base.map(start -> start.resolve(path.substring(LINKED.length()).replace('\\', '/')));
            }
            return Optional.of(Path.of(path));
        } catch (InvalidPathException odd) {
            return Optional.empty();
        }
    }

    private static WorkType type(ZoteroItem item, ExtraLines extra, Reference.Builder reference) {
        boolean archived = Arxiv.put(
                        reference,
                        item.value("archiveID"),
                        "arXiv:" + extra.first("arXiv").orElse(""),
                        item.value("publicationTitle"),
                        item.value("DOI"),
                        item.value("url"))
                && item.value("volume", "pages").isEmpty();
        return switch (item.type()) {
            case "journalArticle", "magazineArticle", "newspaperArticle" -> archived ? WorkType.PREPRINT : WorkType.ARTICLE;
            case "preprint" -> WorkType.PREPRINT;
            case "book" -> WorkType.BOOK;
            case "bookSection", "encyclopediaArticle", "dictionaryEntry" -> WorkType.CHAPTER;
            case "conferencePaper" -> WorkType.CONFERENCE_PAPER;
            case "thesis" -> WorkType.THESIS;
            case "report", "standard" -> archived ? WorkType.PREPRINT : WorkType.REPORT;
            case "dataset" -> WorkType.DATASET;
            case "computerProgram" -> WorkType.SOFTWARE;
            case "patent" -> WorkType.PATENT;
            case "webpage", "blogPost", "forumPost" -> WorkType.WEB_PAGE;
            default -> archived ? WorkType.PREPRINT : WorkType.OTHER;
        };
    }
}
