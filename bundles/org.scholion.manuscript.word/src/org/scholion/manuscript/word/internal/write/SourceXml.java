package org.scholion.manuscript.word.internal.write;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.word.internal.read.Citations;

/** Writes works as sources of Word (ECMA-376 part 1, 22.6). */
final class SourceXml {

    static final String NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography";
    static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/bibliography";

    private final StringBuilder xml = new StringBuilder();
    private final CslItem item;
    private final String type;

    private SourceXml(CslItem item) {
        this.item = item;
        type = item.text("type");
    }

    /** @param namespace that of the part */
    static String of(NewCitation.Work work, String namespace) {
        return new SourceXml(new CslItem(work.data())).source(work, namespace);
    }

    private String source(NewCitation.Work work, String namespace) {
        String tag = Citations.tag(work.key());
        xml.append("<b:Source xmlns:b=\"").append(namespace).append("\">");
        value("Tag", tag);
        value("SourceType", sourceType());
        value("Guid", guid(tag + "\n" + work.data()));
        people();
        value("Title", item.text("title"));
        value("Year", item.year());
        value("Month", item.month());
        value("Day", item.day());
        value(venue(), item.text("container-title"));
        value("Pages", item.text("page"));
        value("Volume", item.text("volume"));
        value("Issue", item.text("issue"));
        value("Edition", item.text("edition"));
        value(type.equals("thesis") || type.equals("report") ? "Institution" : "Publisher", item.text("publisher"));
        value("City", item.text("publisher-place"));
        value("ThesisType", type.equals("thesis") ? item.text("genre") : "");
        value(type.equals("patent") ? "PatentNumber" : "StandardNumber", standardNumber());
        value("URL", item.text("URL"));
        return xml.append("</b:Source>").toString();
    }

    private String sourceType() {
        return switch (type) {
            case "article-journal" -> "JournalArticle";
            case "article-magazine", "article-newspaper" -> "ArticleInAPeriodical";
            case "book" -> "Book";
            case "chapter" -> "BookSection";
            case "paper-conference" -> "ConferenceProceedings";
            case "thesis", "report" -> "Report";
            case "patent" -> "Patent";
            case "webpage" -> "InternetSite";
            default -> "Misc";
        };
    }

    private String venue() {
        return switch (type) {
            case "article-journal" -> "JournalName";
            case "article-magazine", "article-newspaper" -> "PeriodicalTitle";
            case "chapter" -> "BookTitle";
            case "paper-conference" -> "ConferenceName";
            case "webpage" -> "InternetSiteTitle";
            default -> "PublicationTitle";
        };
    }

    private String standardNumber() {
        String number = type.equals("patent") || item.text("DOI").isEmpty() ? item.text("number") : item.text("DOI");
        return number.isEmpty() ? item.text("ISBN") : number;
    }

    /** The same for the same work, so that Word knows it again in another document. */
    private static String guid(String work) {
        return "{" + UUID.nameUUIDFromBytes(work.getBytes(StandardCharsets.UTF_8)).toString().toUpperCase(Locale.ROOT) + "}";
    }

    private void people() {
        List<CslItem.Name> authors = item.people("author");
        List<CslItem.Name> editors = item.people("editor");
        if (authors.isEmpty() && editors.isEmpty()) {
            return;
        }
        xml.append("<b:Author>");
        role("Author", authors);
        role("Editor", editors);
        xml.append("</b:Author>");
    }

    private void role(String role, List<CslItem.Name> people) {
        if (people.isEmpty()) {
            return;
        }
        xml.append("<b:").append(role).append('>');
        if (people.size() == 1 && people.getFirst().body()) {
            value("Corporate", people.getFirst().family());
        } else {
            xml.append("<b:NameList>");
            for (CslItem.Name person : people) {
                xml.append("<b:Person>");
                value("Last", person.family());
                value("First", person.given());
                xml.append("</b:Person>");
            }
            xml.append("</b:NameList>");
        }
        xml.append("</b:").append(role).append('>');
    }

    private void value(String name, String text) {
        if (!text.isEmpty()) {
            xml.append("<b:").append(name).append('>').append(Tags.escape(text)).append("</b:").append(name).append('>');
        }
    }
}
