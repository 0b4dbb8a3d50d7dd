package org.scholion.library.internal.medline;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.internal.format.KeyedReferences;
import org.scholion.library.internal.format.WorkDate;
import org.scholion.library.internal.format.XmlNode;

/** Makes a reference of an article, or of a book or chapter, in the XML of PubMed. */
final class PubmedArticle {

    private final XmlNode record;
    private final Reference.Builder reference = new Reference.Builder("?");

    PubmedArticle(XmlNode record) {
        this.record = record;
    }

    void addTo(KeyedReferences references) {
        if (record.name().equals("PubmedBookArticle")) {
            record.all("BookDocument").forEach(this::book);
        } else {
            record.all("MedlineCitation").forEach(this::article);
        }
        for (XmlNode id : record.all("PubmedData/ArticleIdList/ArticleId")) {
            if (id.attribute("IdType").equals("doi")) {
                reference.doi(id.text());
            }
        }
        references.add("", reference);
    }

    private void article(XmlNode citation) {
        reference.field(WorkField.PMID, citation.first("PMID"));
        reference.title(MedlineText.title(citation.first("Article/ArticleTitle", "Article/VernacularTitle")));
        people(citation.all("Article/AuthorList/Author"), reference::author);
        reference.venue(citation.first("Article/Journal/Title", "Article/Journal/ISOAbbreviation", "MedlineJournalInfo/MedlineTA"));
        for (XmlNode date : citation.all("Article/ArticleDate")) {
            date(date);
        }
        for (XmlNode date : citation.all("Article/Journal/JournalIssue/PubDate")) {
            date(date);
        }
        abstractOf(citation.all("Article/Abstract/AbstractText"));
        reference.field(WorkField.VOLUME, citation.first("Article/Journal/JournalIssue/Volume"));
        reference.field(WorkField.ISSUE, citation.first("Article/Journal/JournalIssue/Issue"));
        reference.field(WorkField.ISSN, citation.first("Article/Journal/ISSN"));
        reference.field(WorkField.PAGES, citation.first("Article/Pagination/MedlinePgn", "Article/Pagination/StartPage"));
        reference.field(WorkField.LANGUAGE, citation.first("Article/Language"));
        for (XmlNode number : citation.all("Article/ELocationID")) {
            if (number.attribute("EIdType").equals("doi")) {
                reference.doi(number.text());
            }
        }
        keywords(citation);
        List<String> types = citation.all("Article/PublicationTypeList/PublicationType").stream().map(XmlNode::text).toList();
        reference.type(types.contains("Preprint") ? WorkType.PREPRINT : types.contains("Dataset") ? WorkType.DATASET : WorkType.ARTICLE);
        reference.field(WorkField.SOURCE_TYPE, types.stream().findFirst().orElse(""));
    }

    private void book(XmlNode book) {
        reference.field(WorkField.PMID, book.first("PMID"));
        String chapter = MedlineText.title(book.first("ArticleTitle"));
        String title = MedlineText.title(book.first("Book/BookTitle"));
        boolean part = !chapter.isEmpty() && !chapter.equals(title);
        reference.type(part ? WorkType.CHAPTER : WorkType.BOOK);
        reference.title(part ? chapter : title);
        reference.venue(part ? title : "");
        people(book.all("AuthorList/Author"), reference::author);
        for (XmlNode list : book.all("Book/AuthorList")) {
            boolean editors = list.attribute("Type").equals("editors");
            people(list.all("Author"), editors ? reference::editor : reference::author);
        }
        book.all("Book/PubDate").forEach(this::date);
        abstractOf(book.all("Abstract/AbstractText"));
        reference.field(WorkField.PUBLISHER, book.first("Book/Publisher/PublisherName"));
        reference.field(WorkField.PLACE, book.first("Book/Publisher/PublisherLocation"));
        reference.field(WorkField.ISBN, book.first("Book/Isbn"));
        reference.field(WorkField.EDITION, book.first("Book/Edition"));
        reference.field(WorkField.LANGUAGE, book.first("Language"));
    }

    private static void people(List<XmlNode> names, Consumer<Person> found) {
        for (XmlNode name : names) {
            String family = name.first("LastName");
            String body = name.first("CollectiveName");
            if (!family.isEmpty()) {
                found.accept(new Person(family, name.first("ForeName", "FirstName", "Initials"), name.first("Suffix"), false));
            } else if (!body.isEmpty()) {
                found.accept(Person.body(body));
            }
        }
    }

    private void date(XmlNode date) {
        String text = String.join("-", date.first("Year"), date.first("Month"), date.first("Day")).replaceFirst("-+$", "");
        Optional<WorkDate> found = WorkDate.of(text.isEmpty() ? date.first("MedlineDate") : text);
        found.ifPresent(known -> known.put(reference));
    }

    private void abstractOf(List<XmlNode> parts) {
        StringBuilder text = new StringBuilder();
        for (XmlNode part : parts) {
            String label = part.attribute("Label");
            text.append(text.isEmpty() ? "" : " ").append(label.isEmpty() ? "" : label + ": ").append(part.text().strip());
        }
        reference.abstractText(text.toString());
    }

    private void keywords(XmlNode citation) {
        citation.all("KeywordList/Keyword").forEach(keyword -> reference.keyword(keyword.text()));
        citation.all("MeshHeadingList/MeshHeading/DescriptorName").forEach(heading -> reference.keyword(heading.text()));
    }
}
