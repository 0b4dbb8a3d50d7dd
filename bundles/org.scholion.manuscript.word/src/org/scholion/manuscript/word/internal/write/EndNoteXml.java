package org.scholion.manuscript.word.internal.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.word.internal.read.CitedWorks;
import org.scholion.manuscript.word.internal.xml.XmlElement;
import org.scholion.manuscript.word.internal.xml.XmlParts;
import org.scholion.manuscript.word.internal.xml.XmlSyntaxException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Citations as EndNote keeps them in fields. */
final class EndNoteXml {

    private static final String BEGIN = "<EndNote>";

    private EndNoteXml() {}

    /** The works of an instruction as they are written there, by key; none where it is damaged. */
    static Map<String, String> items(String instruction) {
        int start = instruction.indexOf(BEGIN);
        Map<String, String> items = new LinkedHashMap<>();
        if (start < 0) {
            return items;
        }
        String xml = instruction.substring(start);
        try {
            new XmlParts().read(xml, Set.of("EndNote"), element -> {
                if (element.is("Cite")) {
                    items.put(CitedWorks.recordKey(element), withoutDisplay(element, xml));
                }
            }, CancelToken.NEVER);
            return items;
        } catch (XmlSyntaxException | CancelledException e) {
            // somebody cut it off: it stays as it is
            return Map.of();
        }
    }

    /** The first work of a citation holds how all of them read. */
    private static String withoutDisplay(XmlElement cite, String xml) {
        String raw = cite.range().of(xml);
        return cite.child("DisplayText").map(display -> raw.replace(display.range().of(xml), "")).orElse(raw);
    }

    /** The works of a field, with how it reads. */
    static String shown(List<String> items, String shown) {
        String display = "<DisplayText>" + Tags.escape(shown) + "</DisplayText>";
        String all = String.join("", items);
        int end = all.indexOf("</RecNum>");
        int place = end < 0 ? all.indexOf('>') + 1 : end + "</RecNum>".length();
        return all.substring(0, place) + display + all.substring(place);
    }

    static String of(NewCitation.Work work) {
        CslItem item = new CslItem(work.data());
        List<CslItem.Name> people = item.people("author").isEmpty() ? item.people("editor") : item.people("author");
        StringBuilder xml = new StringBuilder("<Cite>");
        value(xml, "Author", people.isEmpty() ? work.key() : people.getFirst().family());
        value(xml, "Year", item.year());
        xml.append("<RecNum>0</RecNum><record><rec-number>0</rec-number>").append(type(item.text("type")));
        String authors = people.stream().map(EndNoteXml::author).collect(Collectors.joining());
        xml.append("<contributors><authors>").append(authors).append("</authors></contributors>");
        xml.append("<titles>");
        value(xml, "title", item.text("title"));
        value(xml, "secondary-title", item.text("container-title"));
        xml.append("</titles>");
        value(xml, "pages", item.text("page"));
        value(xml, "volume", item.text("volume"));
        value(xml, "number", item.text("issue"));
        if (!item.year().isEmpty()) {
            xml.append("<dates><year>").append(Tags.escape(item.year())).append("</year></dates>");
        }
        value(xml, "publisher", item.text("publisher"));
        value(xml, "label", work.key());
        value(xml, "electronic-resource-num", item.text("DOI"));
        return xml.append("</record></Cite>").toString();
    }

    private static String author(CslItem.Name name) {
        // a comma at the end says that it is the name of a body
        String text = name.given().isEmpty() ? name.body() ? name.family() + "," : name.family() : name.family() + ", " + name.given();
        return "<author>" + Tags.escape(text) + "</author>";
    }

    /** The numbers are those of EndNote. */
    private static String type(String type) {
        return switch (type) {
            case "article-journal" -> "<ref-type name=\"Journal Article\">17</ref-type>";
            case "book" -> "<ref-type name=\"Book\">6</ref-type>";
            case "chapter" -> "<ref-type name=\"Book Section\">5</ref-type>";
            case "paper-conference" -> "<ref-type name=\"Conference Proceedings\">10</ref-type>";
            case "report" -> "<ref-type name=\"Report\">27</ref-type>";
            case "thesis" -> "<ref-type name=\"Thesis\">32</ref-type>";
            case "webpage" -> "<ref-type name=\"Web Page\">12</ref-type>";
            default -> "<ref-type name=\"Generic\">13</ref-type>";
        };
    }

    private static void value(StringBuilder xml, String name, String text) {
        if (!text.isEmpty()) {
            xml.append('<').append(name).append('>').append(Tags.escape(text)).append("</").append(name).append('>');
        }
    }
}
