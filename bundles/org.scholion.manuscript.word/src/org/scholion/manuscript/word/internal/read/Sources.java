package org.scholion.manuscript.word.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.word.internal.xml.XmlElement;
import org.scholion.manuscript.word.internal.xml.XmlParts;
import org.scholion.manuscript.word.internal.xml.XmlSyntaxException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** The works that a document keeps for the citations of Word itself (ECMA-376 part 1, 22.6). */
public final class Sources {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("JournalArticle", "article-journal"),
            Map.entry("ArticleInAPeriodical", "article-magazine"),
            Map.entry("Book", "book"),
            Map.entry("BookSection", "chapter"),
            Map.entry("ConferenceProceedings", "paper-conference"),
            Map.entry("Report", "report"),
            Map.entry("Patent", "patent"),
            Map.entry("InternetSite", "webpage"),
            Map.entry("DocumentFromInternetSite", "webpage"));

    private static final List<String> VENUES = List.of(
            "b:JournalName", "b:PeriodicalTitle", "b:BookTitle", "b:ConferenceName", "b:InternetSiteTitle", "b:Institution", "b:Publisher");

    private Sources() {}

    /**
     * The works; those that stand before a damage where there is one.
     *
     * @param text of the part
     * @param range that stands for their places
     */
    public static List<BibliographyEntry> read(String text, SourceRange range, CancelToken cancel) throws CancelledException {
        List<BibliographyEntry> works = new ArrayList<>();
        try {
            new XmlParts().read(text, Set.of("b:Sources"), element -> {
                String tag = value(element, "b:Tag");
                if (element.is("b:Source") && !tag.isEmpty()) {
                    works.add(work(element, tag, range));
                }
            }, cancel);
        } catch (XmlSyntaxException e) {
            // Word leaves such a part alone as well, and asks again for the sources
            return works;
        }
        return works;
    }

    private static BibliographyEntry work(XmlElement source, String tag, SourceRange range) {
        String type = value(source, "b:SourceType");
        Optional<XmlElement> people = source.child("b:Author");
        List<String> authors = Stream.of("b:Author", "b:Editor", "b:Inventor")
                .map(role -> people.flatMap(all -> all.child(role)).map(Sources::names).orElse(List.of()))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
        String venue = VENUES.stream().map(name -> value(source, name)).filter(value -> !value.isEmpty()).findFirst().orElse("");
        return new BibliographyEntry(
                tag, TYPES.getOrDefault(type, "document"), authors, value(source, "b:Title"), value(source, "b:Year"), venue, range);
    }

    private static List<String> names(XmlElement role) {
        Optional<XmlElement> list = role.child("b:NameList");
        if (list.isEmpty()) {
            String body = value(role, "b:Corporate");
            return body.isEmpty() ? List.of() : List.of(body);
        }
        return list.get().elements().filter(person -> person.is("b:Person")).map(Sources::name).filter(name -> !name.isEmpty()).toList();
    }

    private static String name(XmlElement person) {
        String given = (value(person, "b:First") + " " + value(person, "b:Middle")).strip();
        String family = value(person, "b:Last");
        return family.isEmpty() || given.isEmpty() ? family + given : family + ", " + given;
    }

    private static String value(XmlElement element, String child) {
        return element.child(child).map(found -> found.text().strip()).orElse("");
    }
}
