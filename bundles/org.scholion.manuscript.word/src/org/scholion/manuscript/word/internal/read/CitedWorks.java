package org.scholion.manuscript.word.internal.read;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.word.internal.xml.XmlElement;
import org.scholion.manuscript.word.internal.xml.XmlParts;
import org.scholion.manuscript.word.internal.xml.XmlSyntaxException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * The works that a citation of a reference manager cites, by the data in its field: for Zotero and Mendeley a citation in the Citation Style
 * Language, for EndNote records in XML.
 */
public final class CitedWorks {

    /** Stands before the key of a work that no library of Zotero or Mendeley has an address for. */
    public static final String OWN_ADDRESS = "urn:x-scholion:";

    /** What the addresses of reference managers begin with. */
    private static final Pattern LIBRARY = Pattern.compile("https?://(?:www\\.)?(?:zotero\\.org|mendeley\\.com)/.*");

    private static final String ENDNOTE = "<EndNote>";

    private CitedWorks() {}

    /**
     * The works.
     *
     * @param instruction of the field
     * @param range where it stands
     * @return empty where the field holds no such data
     */
    static List<BibliographyEntry> of(String instruction, SourceRange range) {
        int records = instruction.indexOf(ENDNOTE);
        if (records >= 0) {
            return records(instruction.substring(records), range);
        }
        int start = instruction.indexOf('{');
        if (start < 0) {
            return List.of();
        }
        try {
            List<BibliographyEntry> works = new ArrayList<>();
            maps(member(Json.read(instruction.substring(start)), "citationItems")).forEach(item -> works.add(work(item, range)));
            return works;
        } catch (IllegalArgumentException e) {
            // a field that somebody cut off
            return List.of();
        }
    }

    /** The works of a citation that is not written yet. */
    public static List<BibliographyEntry> of(NewCitation citation, SourceRange range) {
        return citation.works().stream()
                .map(work -> "{\"id\":" + Json.string(work.key()) + ",\"itemData\":" + (work.data().isBlank() ? "{}" : work.data()) + "}")
                .flatMap(item -> of("{\"citationItems\":[" + item + "]}", range).stream())
                .toList();
    }

    private static BibliographyEntry work(Map<?, ?> item, SourceRange range) {
        Object data = member(item, "itemData");
        List<String> authors = maps(member(data, "author")).map(CitedWorks::author).filter(name -> !name.isEmpty()).toList();
        return new BibliographyEntry(
                key(item), string(data, "type"), authors, string(data, "title"), first(member(member(data, "issued"), "date-parts")),
                string(data, "container-title"), range);
    }

    /** The end of its address in the library; the number that it has in the field where it has none. */
    private static String key(Map<?, ?> item) {
        String address = first(member(item, "uris"));
        if (address.startsWith(OWN_ADDRESS)) {
            return URLDecoder.decode(address.substring(OWN_ADDRESS.length()), StandardCharsets.UTF_8);
        }
        String id = string(item, "id");
        int end = Math.max(address.lastIndexOf('/'), address.lastIndexOf('='));
        return address.isEmpty() || !LIBRARY.matcher(address).matches() && !id.isEmpty() ? id : address.substring(end + 1);
    }

    /** The key of an item of a citation that is written in JSON; empty where it is none. */
    public static String key(String item) {
        return Json.read(item) instanceof Map<?, ?> map ? key(map) : "";
    }

    private static List<BibliographyEntry> records(String xml, SourceRange range) {
        List<BibliographyEntry> works = new ArrayList<>();
        try {
            new XmlParts().read(xml, Set.of("EndNote"), cite -> {
                if (cite.is("Cite")) {
                    works.add(record(cite, range));
                }
            }, CancelToken.NEVER);
        } catch (XmlSyntaxException | CancelledException e) {
            // a field that somebody cut off
            return works;
        }
        return works;
    }

    private static BibliographyEntry record(XmlElement cite, SourceRange range) {
        Optional<XmlElement> found = cite.child("record");
        String year = text(cite, "Year");
        List<String> authors = found.stream()
                .flatMap(known -> known.child("contributors").stream())
                .flatMap(people -> people.child("authors").stream())
                .flatMap(XmlElement::elements)
                .map(author -> author.text().strip())
                .filter(name -> !name.isEmpty())
                .toList();
        Optional<XmlElement> titles = found.flatMap(known -> known.child("titles"));
        return new BibliographyEntry(
                recordKey(cite),
                found.flatMap(known -> known.child("ref-type")).flatMap(type -> type.attribute("name")).orElse("").toLowerCase(Locale.ROOT),
                authors.isEmpty() && !text(cite, "Author").isEmpty() ? List.of(text(cite, "Author")) : authors,
                titles.map(all -> text(all, "title")).orElse(""), year, titles.map(all -> text(all, "secondary-title")).orElse(""), range);
    }

    /** The key of a record of EndNote: its label, else what its author writes for it, {@code Knuth1984#12}. */
    public static String recordKey(XmlElement cite) {
        String label = cite.child("record").map(known -> text(known, "label")).orElse("");
        return label.isEmpty() || label.contains(" ")
                ? text(cite, "Author").replace(" ", "") + text(cite, "Year") + "#" + text(cite, "RecNum")
                : label;
    }

    private static String text(XmlElement element, String child) {
        return element.child(child).map(found -> found.text().strip()).orElse("");
    }

    private static String author(Map<?, ?> author) {
        String family = (string(author, "non-dropping-particle") + " " + string(author, "family")).strip();
        String given = string(author, "given");
        return family.isEmpty() ? string(author, "literal") : given.isEmpty() ? family : family + ", " + given;
    }

    private static Object member(Object value, String name) {
        Object found = value instanceof Map<?, ?> map ? map.get(name) : null;
        return found == null ? "" : found;
    }

    private static String string(Object value, String name) {
        return member(value, name) instanceof String text ? text : "";
    }

    /** The first string of a list, however deeply it is nested. */
    private static String first(Object value) {
        return switch (value) {
            case String text -> text;
            case List<?> list when !list.isEmpty() -> first(list.getFirst());
            default -> "";
        };
    }

    private static Stream<Map<?, ?>> maps(Object value) {
        Stream.Builder<Map<?, ?>> maps = Stream.builder();
        if (value instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Map<?, ?> map) {
                    maps.add(map);
                }
            }
        }
        return maps.build();
    }
}
